import { REPORT_TOASTS } from '../../cards/reporting/talk.ts'
import type { ReportAction } from '../../domain/action.ts'
import type { ActionEvent } from '../../domain/chat.ts'
import type { ActionResult, ChatDeps } from '../deps.ts'
import { identify } from '../identity.ts'
import {
  draftBulletin,
  publishBulletin,
  saveBulletin,
  showBulletin,
  withdrawBulletin,
} from './bulletin-doers.ts'
import type { ReportDeps } from './deps.ts'
import { handFile } from './hand.ts'
import { makeReport } from './make.ts'
import { openBulletin } from './open-bulletin.ts'
import { orderFor, ordersOf } from './orders.ts'
import { afterwards, type Doer, shown, told, turnOf } from './tap.ts'
import { askedIn, type ReportTurn } from './turn.ts'

const DOERS: { readonly [K in ReportAction['do']]: Doer<K> } = {
  printReport,
  standReport,
  stopReport,
  draftBulletin,
  saveBulletin,
  publishBulletin,
  withdrawBulletin,
  openBulletin,
  bulletin: showBulletin,
}

/** A tap on a button of a report. Rights are asked anew: a card may be passed on. */
export async function onReportAction(
  action: ReportAction,
  event: ActionEvent,
  { r, deps }: { readonly r: ReportDeps; readonly deps: ChatDeps },
): Promise<ActionResult> {
  const viewer = await identify(event.sender, deps)
  const now = deps.now()
  return act(action, event, { r, deps, viewer, now, today: r.dayOf(now) })
}

function act<K extends ReportAction['do']>(
  action: Extract<ReportAction, { do: K }>,
  event: ActionEvent,
  at: ReportTurn,
): Promise<ActionResult> {
  const doer = DOERS[action.do as K]
  return doer(action, event, at)
}

/** Made anew for who taps, where they tap: it never tells them more than they may see there. */
async function printReport(
  action: Extract<ReportAction, { do: 'printReport' }>,
  event: ActionEvent,
  at: ReportTurn,
) {
  const asked = askedIn(await turnOf(action.turn, event, at))
  if (asked === null) return told('warning', REPORT_TOASTS.gone)
  const { form } = action
  const hand = async (): Promise<void> => {
    const made = await makeReport({ asked, viewer: at.viewer, chat: event.chat.type, today: at.today }, at.r)
    await handFile(made, form, { chat: event.chat, sender: event.sender, key: `tap:${event.id}` }, at)
  }
  return afterwards(told('info', REPORT_TOASTS.printing), hand, event, at)
}

async function standReport(
  action: Extract<ReportAction, { do: 'standReport' }>,
  event: ActionEvent,
  at: ReportTurn,
) {
  const asked = askedIn(await turnOf(action.turn, event, at))
  if (asked === null) return told('warning', REPORT_TOASTS.gone)
  const { channel, account } = event.sender
  const message = await orderFor({ asked, rhythm: FIRST_OF_MONTH, channel, account }, at)
  const tell = async (): Promise<void> =>
    void (await at.deps.channel.tell(event.sender, shown(message), `stand:${event.id}`))
  return afterwards(told('success', message.title), tell, event, at)
}

const FIRST_OF_MONTH = { every: 'month', day: 1, month: null, time: '09:00' } as const

async function stopReport(
  action: Extract<ReportAction, { do: 'stopReport' }>,
  _: ActionEvent,
  at: ReportTurn,
) {
  const { r, viewer, now } = at
  if (viewer.personId === null) return told('warning', REPORT_TOASTS.gone)
  await r.subscriptions.stop([action.subscription], viewer.personId, now)
  return { ...told('success', REPORT_TOASTS.stopped), update: shown(await ordersOf(at)) }
}
