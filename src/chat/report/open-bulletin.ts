import { openedMessage, withdrawnMessage } from '../../cards/reporting/bulletin.ts'
import { REPORT_TOASTS } from '../../cards/reporting/talk.ts'
import type { ReportAction } from '../../domain/action.ts'
import type { ActionEvent } from '../../domain/chat.ts'
import { mayPublish } from './bulletin.ts'
import { handPrinted } from './hand.ts'
import { afterwards, shown, told } from './tap.ts'
import { pagedReply, type ReportTurn } from './turn.ts'

/**
 * Opened is what somebody tapped. To people who got a copy the whole is shown, to others the face for groups; who taps in a group
 * is told alone, or the group would have it once for every reader.
 */
export async function openBulletin(
  action: Extract<ReportAction, { do: 'openBulletin' }>,
  event: ActionEvent,
  at: ReportTurn,
) {
  const { r, deps, viewer, now } = at
  const found = await r.publications.find(action.publication)
  if (found === null || found.state === 'draft') return told('warning', REPORT_TOASTS.gone)
  if (found.state === 'withdrawn')
    return {
      ...told('warning', REPORT_TOASTS.settled),
      update: shown(withdrawnMessage(found, found.report.title)),
    }
  const report = (await gotCopy(found.id, { event, form: action.form }, at)) ? found.report : found.safe
  const who = { channel: event.sender.channel, account: event.sender.account, personId: viewer.personId }
  await r.publications.opened(found.id, who, now)
  const isGroup = event.chat.type === 'group'
  const show = async (): Promise<void> => {
    const to = { chat: event.chat, sender: event.sender, key: `tap:${event.id}` }
    if (action.form === 'card') {
      const key = `open:${event.id}`
      const reply = await pagedReply(openedMessage(found, report), report, { event, key }, at)
      if (isGroup) return void (await deps.channel.tell(event.sender, reply, key))
      return void (await deps.channel.say(event.chat, reply, key))
    }
    const { wish } = found
    const printed = { report, snapshot: null, audience: wish.report.audience, form: 'docx' } as const
    await handPrinted(await r.print(printed), to, at)
  }
  const words = isGroup && action.form === 'card' ? REPORT_TOASTS.openedAlone : REPORT_TOASTS.opening
  return afterwards(told('info', words), show, event, at)
}

interface Opening {
  readonly event: ActionEvent
  readonly form: 'card' | 'docx'
}

/** The whole is for those it was sent to, and for supervisors; a file handed into a group is for the group. */
async function gotCopy(id: number, { event, form }: Opening, { r, viewer }: ReportTurn): Promise<boolean> {
  if (event.chat.type === 'group' && form === 'docx') return false
  if (mayPublish(viewer)) return true
  const { channel, account } = event.sender
  return (await r.publications.copies(id)).some(
    ({ address }) => address.kind === 'person' && address.channel === channel && address.account === account,
  )
}
