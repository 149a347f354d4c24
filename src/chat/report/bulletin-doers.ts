import { draftMessage, spreadMessage, withdrawnMessage } from '../../cards/reporting/bulletin.ts'
import { REPORT_TOASTS } from '../../cards/reporting/talk.ts'
import type { ReportAction } from '../../domain/action.ts'
import type { ActionEvent, Reply } from '../../domain/chat.ts'
import type { Publication, PublicationWish } from '../../domain/publication.ts'
import { yearOf } from '../../text/calendar.ts'
import type { ActionResult } from '../deps.ts'
import { bulletinOf, editOf, mayPublish } from './bulletin.ts'
import { leadOf } from './lead.ts'
import { fromWish, makeReport } from './make.ts'
import { dateOf } from './orders.ts'
import { copiesFor, groupValue, sendsOf } from './recipients.ts'
import { afterwards, shown, told, turnOf } from './tap.ts'
import { askedIn, pagedReply, type ReportTurn } from './turn.ts'

export async function draftBulletin(
  action: Extract<ReportAction, { do: 'draftBulletin' }>,
  event: ActionEvent,
  at: ReportTurn,
) {
  const { r, viewer, deps, now } = at
  if (!mayPublish(viewer) || event.chat.type === 'group') return told('warning', REPORT_TOASTS.notYours)
  const asked = askedIn(await turnOf(action.turn, event, at))
  if (asked === null) return told('warning', REPORT_TOASTS.gone)
  const draft = async (): Promise<void> => {
    const made = await makeReport(
      { asked, viewer, chat: 'private', today: at.today },
      { ...r, reword: async () => null },
    )
    const wish: PublicationWish = { report: made.wish, title: null, lead: null, named: false }
    const by = { personId: viewer.personId ?? 0, at: now }
    const publication = await r.publications.draft(wish, await bulletinOf(wish, viewer, r), by)
    await deps.channel.tell(event.sender, await draftReply(publication, event, at), `draft:${event.id}`)
  }
  return afterwards(told('info', REPORT_TOASTS.drafting), draft, event, at)
}

async function draftReply(publication: Publication, event: ActionEvent, at: ReportTurn): Promise<Reply> {
  const groups = (await at.r.groups()).map((group) => ({ text: group.name, value: groupValue(group) }))
  const message = draftMessage({ publication, lead: leadOf(publication.report) ?? '', groups })
  return pagedReply(message, publication.report, { event, key: `draft:${event.id}` }, at)
}

export async function saveBulletin(
  action: Extract<ReportAction, { do: 'saveBulletin' }>,
  event: ActionEvent,
  at: ReportTurn,
) {
  const { r, viewer } = at
  const found = await draftOf(action.publication, at)
  if ('toast' in found) return found
  const wish = { ...found.wish, ...editOf(event.form, found) }
  await r.publications.redraft(found.id, wish, await bulletinOf(wish, viewer, r))
  const saved = await r.publications.find(found.id)
  return { ...told('success', REPORT_TOASTS.saved), update: saved && (await draftReply(saved, event, at)) }
}

/** Frozen, numbered and on its way in one go: the copies stand in the outbox before anybody is told. */
export async function publishBulletin(
  action: Extract<ReportAction, { do: 'publishBulletin' }>,
  event: ActionEvent,
  at: ReportTurn,
) {
  const { r, viewer, now } = at
  const found = await draftOf(action.publication, at)
  if ('toast' in found) return found
  const { snapshot } = await fromWish(
    { ...found.wish.report, audience: { kind: 'published', difficulties: true } },
    viewer,
    r,
  )
  const copies = await copiesFor(found.id, event.form, { r, snapshot })
  if (copies.length === 0) return told('warning', REPORT_TOASTS.nobody)
  const by = { personId: viewer.personId ?? 0, at: now, messageKey: `tap:${event.id}` }
  const sends = (published: Publication) => sendsOf(published, copies)
  const published = await r.publications.publish(found.id, { year: yearOf(at.today), copies, sends }, by)
  if (published === null) return told('warning', REPORT_TOASTS.settled)
  return { ...told('success', REPORT_TOASTS.published), update: await spreadReply(published, at) }
}

async function draftOf(id: number, { r, viewer }: ReportTurn): Promise<Publication | ActionResult> {
  if (!mayPublish(viewer)) return told('warning', REPORT_TOASTS.notYours)
  const found = await r.publications.find(id)
  return found?.state === 'draft' ? found : told('warning', REPORT_TOASTS.settled)
}

/** Who got it and who opened it, with what can still be done. */
export async function spreadReply(publication: Publication, at: ReportTurn): Promise<Reply> {
  const { r, now } = at
  const [copies, openings] = await Promise.all([
    r.publications.copies(publication.id),
    r.publications.openings(publication.id),
  ])
  return shown(spreadMessage({ publication, copies, openings, at: `截至${dateOf(now, at)}` }))
}

export async function showBulletin(
  action: Extract<ReportAction, { do: 'bulletin' }>,
  event: ActionEvent,
  at: ReportTurn,
) {
  if (!mayPublish(at.viewer)) return told('warning', REPORT_TOASTS.notYours)
  const found = await at.r.publications.find(action.publication)
  if (found === null || found.state === 'draft') return told('warning', REPORT_TOASTS.gone)
  const result = { toast: null, update: await spreadReply(found, at), later: null }
  return found.state === 'withdrawn' ? afterwards(result, () => changeCopies(found, at), event, at) : result
}

/** Copies that arrived are changed where they stand; those still waiting are never sent; one just on its way is changed by the next look. */
export async function withdrawBulletin(
  action: Extract<ReportAction, { do: 'withdrawBulletin' }>,
  event: ActionEvent,
  at: ReportTurn,
) {
  const { r, viewer, now } = at
  if (!mayPublish(viewer)) return told('warning', REPORT_TOASTS.notYours)
  const by = { personId: viewer.personId ?? 0, at: now, messageKey: `tap:${event.id}` }
  const gone = await r.publications.withdraw(action.publication, (event.form.reason ?? '').trim(), by)
  if (gone === null) return told('warning', REPORT_TOASTS.settled)
  const result = { ...told('success', REPORT_TOASTS.withdrawn), update: await spreadReply(gone, at) }
  return afterwards(result, () => changeCopies(gone, at), event, at)
}

async function changeCopies(gone: Publication, { r, deps }: ReportTurn): Promise<void> {
  const reply = shown(withdrawnMessage(gone, gone.report.title))
  for (const { messageId, address } of await r.publications.copies(gone.id)) {
    const channel = r.channels[address.channel]
    if (messageId === null || channel === undefined) continue
    await channel
      .update(messageId, reply)
      .catch((err: unknown) => deps.log.warn({ err, messageId }, 'withdrawn copy could not be changed'))
  }
}
