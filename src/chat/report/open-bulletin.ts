import { openedMessage, withdrawnMessage } from '../../cards/reporting/bulletin.ts'
import { REPORT_TOASTS } from '../../cards/reporting/talk.ts'
import type { ReportAction } from '../../domain/action.ts'
import type { ActionEvent } from '../../domain/chat.ts'
import { mayPublish } from './bulletin.ts'
import { handPrinted } from './hand.ts'
import { afterwards, shown, told } from './tap.ts'
import { pagedReply, type ReportTurn } from './turn.ts'

/** Opened is what somebody tapped. In a group the face for groups is shown, to people who got a copy the whole. */
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
  const report = (await gotCopy(found.id, event, at)) ? found.report : found.safe
  const who = { channel: event.sender.channel, account: event.sender.account, personId: viewer.personId }
  await r.publications.opened(found.id, who, now)
  const show = async (): Promise<void> => {
    const to = { chat: event.chat, sender: event.sender, key: `tap:${event.id}` }
    if (action.form === 'card') {
      const key = `open:${event.id}`
      const reply = await pagedReply(openedMessage(found, report), report, { event, key }, at)
      return void (await deps.channel.say(event.chat, reply, key))
    }
    const { wish } = found
    const printed = { report, snapshot: null, audience: wish.report.audience, form: 'docx' } as const
    await handPrinted(await r.print(printed), to, at)
  }
  return afterwards(told('info', REPORT_TOASTS.opening), show, event, at)
}

/** The whole is for those it was sent to, in private, and for supervisors. */
async function gotCopy(id: number, event: ActionEvent, { r, viewer }: ReportTurn): Promise<boolean> {
  if (event.chat.type === 'group') return false
  if (mayPublish(viewer)) return true
  const { channel, account } = event.sender
  return (await r.publications.copies(id)).some(
    ({ address }) => address.kind === 'person' && address.channel === channel && address.account === account,
  )
}
