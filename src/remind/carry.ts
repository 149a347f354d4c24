import { leaderCard, listCard } from '../cards/remind/escalation.ts'
import { reminderCard } from '../cards/remind/reminder.ts'
import type { LateUnit, Owed } from '../cards/remind/view.ts'
import { reasonWords } from '../cards/remind/wording.ts'
import type { Message } from '../domain/message.ts'
import { daysOf, periodOf } from '../domain/period.ts'
import type { Addressee, Line } from '../domain/reminding.ts'
import type { Ask, Request } from '../domain/request.ts'
import type { Taking } from '../store/asks.ts'
import type { RemindDeps } from './deps.ts'
import { isEscalation, type LadderInput } from './ladder.ts'
import { readOwed, requestsOf } from './owed.ts'
import { liaisonOf } from './recipients.ts'

/** One person's lines of now. */
interface Errand {
  readonly person: Addressee
  readonly audience: Line['audience']
  readonly lines: readonly Line[]
}

export interface Round {
  readonly lines: readonly Line[]
  readonly input: LadderInput
  readonly now: Date
}

/** A round with what its cards show, read once for all of them. */
interface Underway extends Round {
  readonly owed: ReadonlyMap<number, Owed>
}

/**
 * Does what the lines say, a person at a time. Whatever was claimed by another process meanwhile is left to it. Gives the cards
 * that were to be sent.
 */
export async function carryOut(round: Round, deps: RemindDeps): Promise<readonly Taking[]> {
  await claimSpared(round, deps)
  const errands = errandsOf(round.lines)
  if (errands.length === 0) return []
  const owed = await readOwed(requestsOfAll(errands, round.lines), round.input, deps)
  const underway = { ...round, owed }
  const cards: Taking[] = []
  for (const errand of errands) cards.push(...(await carry(errand, underway, deps)))
  await deps.store.claim(cards, round.now)
  return cards
}

/** What the cards of these errands speak of. */
function requestsOfAll(errands: readonly Errand[], lines: readonly Line[]): readonly Request[] {
  const people = new Set(errands.map(({ person }) => person.personId))
  const told = lines.filter(
    ({ audience, person }) => audience === 'supervisor' || people.has(person?.personId ?? 0),
  )
  return [...new Map(told.map(({ request }) => [request.id, request])).values()]
}

function errandsOf(lines: readonly Line[]): readonly Errand[] {
  const due = lines.filter(({ outcome }) => outcome === 'send' || outcome === 'merge' || outcome === 'list')
  const groups = Map.groupBy(due, ({ audience, person }) => `${audience}/${person?.personId}`)
  return [...groups.values()].flatMap((own) => {
    const [first] = own
    if (first?.person == null || first.person.to === null) return []
    return [{ person: first.person, audience: first.audience, lines: own }]
  })
}

/** What is spared is written down as well: the monthly figure counts it. */
async function claimSpared({ lines, input, now }: Round, deps: RemindDeps): Promise<void> {
  const spared = lines.flatMap(({ outcome, person, request, rung, reason }): Taking[] => {
    if (outcome !== 'avoid' || person === null) return []
    const ask: Ask = {
      ...{ requestId: request.id, rung, personId: person.personId, askedOn: input.today },
      ...{ outcome: 'avoided', reason: reason.why, sendKey: null },
    }
    return [{ asks: [ask], send: null }]
  })
  await deps.store.claim(spared, now)
}

/** The rungs taken, with the card to be sent where there is none to put them into. */
async function carry(errand: Errand, round: Underway, deps: RemindDeps): Promise<readonly Taking[]> {
  const { person, audience } = errand
  const sent = round.input.asks.filter(
    (ask) =>
      ask.personId === person.personId &&
      ask.askedOn === round.input.today &&
      ask.outcome === 'sent' &&
      isEscalation(ask.rung) === (audience !== 'liaison'),
  )
  const most = audience === 'liaison' ? round.input.settings.perDay : 1
  if (sent.length >= most) return putIntoCard(errand, sent.at(-1)?.sendKey ?? '', round, deps)
  const key = `${audience}:${person.personId}:${round.input.today}:${sent.length + 1}`
  const message = await cardFor(errand, round, deps)
  if (person.to === null) return []
  const send = { key, to: person.to, reply: { message, turn: null, page: 0 } }
  return [{ asks: asksOf(errand, round, { key, first: 'sent' }), send }]
}

/**
 * Changes the card that is in the chat already, then takes the rungs: killed in between, the card is changed once more to
 * the same. A card still on its way is waited for.
 */
async function putIntoCard(
  errand: Errand,
  key: string,
  round: Underway,
  deps: RemindDeps,
): Promise<readonly Taking[]> {
  const [record] = await deps.store.sends([key])
  const channel = record && deps.channels[record.to.channel]
  if (record?.messageId == null || channel === undefined) return []
  const message = await cardFor(errand, round, deps)
  try {
    await channel.update(record.messageId, { message, turn: null, page: 0 })
  } catch (err) {
    deps.log.warn({ err, key }, 'a reminder could not be changed in place')
    return []
  }
  return [{ asks: asksOf(errand, round, { key, first: 'merged' }), send: null }]
}

function asksOf(
  { lines, person }: Errand,
  { input }: Round,
  { key, first }: { readonly key: string; readonly first: 'sent' | 'merged' },
): readonly Ask[] {
  return lines.map(({ request, rung, reason }, i) => ({
    ...{ requestId: request.id, rung, personId: person.personId, askedOn: input.today },
    ...{ outcome: i === 0 ? first : 'merged', sendKey: key },
    reason: reason.why === 'caughtUp' ? `caughtUp:${reason.day}` : null,
  }))
}

async function cardFor(errand: Errand, round: Underway, deps: RemindDeps): Promise<Message> {
  const { audience, person } = errand
  if (audience === 'liaison') return cardOf(person, round)
  return audience === 'leader' ? leadersCard(errand, round) : supervisorsCard(round, deps)
}

/** Everything the person owes, asked for on this day or before. */
function cardOf(person: Addressee, { lines, input, owed }: Underway, page = 0): Message {
  const own = requestsOf(person.personId, lines).flatMap(({ id }) => owed.get(id) ?? [])
  return reminderCard({ today: input.today, name: person.name, owed: own, page })
}

/** One person's card on its own, outside of a round. */
export async function liaisonCard(
  person: Addressee,
  round: Round,
  deps: Pick<RemindDeps, 'standings'>,
  page = 0,
): Promise<Message> {
  const owed = await readOwed(requestsOf(person.personId, round.lines), round.input, deps)
  return cardOf(person, { ...round, owed }, page)
}

function leadersCard({ person }: Errand, round: Underway): Message {
  const own = round.lines.filter(
    (line) => line.audience === 'leader' && line.person?.personId === person.personId,
  )
  return leaderCard({ today: round.input.today, late: lateUnits(own, round) })
}

async function supervisorsCard(round: Underway, { store }: RemindDeps): Promise<Message> {
  const { today } = round.input
  const listed = round.lines.filter(({ audience, rung }) => audience === 'supervisor' && rung !== '')
  const late = lateUnits([...new Map(listed.map((line) => [line.request.id, line])).values()], round)
  const month = await store.figures(daysOf(periodOf('monthly', today)))
  const overdue = new Set(late.filter(({ owed }) => owed.late > 0).map(({ owed }) => owed.request.unitId))
    .size
  return listCard({ today, late }, { ...(await store.counts(today)), overdue, month })
}

function lateUnits(own: readonly Line[], { input, owed }: Underway): LateUnit[] {
  return own.flatMap(({ request, reason, rung }) => {
    const one = owed.get(request.id)
    if (one === undefined) return []
    const liaison = liaisonOf(request.unitId, input.staff, input.today).person?.name ?? null
    return [{ owed: one, liaison, unreached: rung === 'nobody' ? whyNot(reason, input) : null }]
  })
}

/** The line may say that it was told before: why is then said in general. */
function whyNot(reason: Line['reason'], { today }: LadderInput): string {
  return reason.why === 'taken' ? '没有可以提醒的联络员' : reasonWords(reason, today)
}
