import { reasonWords } from '../cards/remind/wording.ts'
import type { PressResult } from '../domain/press-result.ts'
import type { Hand } from '../domain/progress.ts'
import type { Addressee } from '../domain/reminding.ts'
import type { Ask, Request } from '../domain/request.ts'
import type { WorkingDays } from '../text/working-days.ts'
import { liaisonCard } from './carry.ts'
import type { RemindDeps } from './deps.ts'
import { readLadder } from './facts.ts'
import { isEscalation, type LadderInput, ladder, shutReason } from './ladder.ts'
import { liaisonOf } from './recipients.ts'

/** 催办 of some requests. `key` names this press: pressed twice with one key it is sent once. With `dry` nothing is sent. */
export interface Press {
  readonly requestIds: readonly number[]
  readonly key: string
  /** Who presses, when, and by which message or tap. */
  readonly hand: Hand
  readonly dry: boolean
  /** 加急, approved by the person who presses: the card of today, sent now or before, is marked urgent as well. */
  readonly urgent?: boolean
}

interface Pressing {
  readonly press: Press
  readonly input: LadderInput
  readonly deps: RemindDeps
}

/**
 * Asks the liaisons of these requests once more, one card each, within the burden budget: whoever had a card today is not
 * sent another, nobody is written to on a day off. What is answered by now is passed over.
 */
export async function pressNow(press: Press, calendar: WorkingDays, deps: RemindDeps): Promise<PressResult> {
  const input = await readLadder(deps, press.hand.at, calendar)
  const wanted = input.requests.filter(({ id }) => press.requestIds.includes(id))
  const found = wanted.map((request) => ({ request, ...liaisonOf(request.unitId, input.staff, input.today) }))
  const asked: PressResult['asked'][number][] = []
  const spared: PressResult['spared'][number][] = found.flatMap(({ request, missing }) =>
    missing === null ? [] : [{ unit: request.unit, reason: reasonWords(missing, input.today) }],
  )
  const people = Map.groupBy(
    found.flatMap(({ request, person }) => (person === null ? [] : [{ request, person }])),
    ({ person }) => person.personId,
  )
  for (const own of people.values()) {
    const result = await pressOne(own, { press, input, deps })
    if (press.urgent && !press.dry) await approveUrgent(own, { press, input, deps })
    if (result !== null)
      spared.push(
        ...own.map(({ request }) => ({ unit: request.unit, reason: result, reminded: result === HAD_ONE })),
      )
    else asked.push(...byUnit(own))
  }
  return { asked, spared }
}

interface Wanted {
  readonly request: Request
  readonly person: Addressee
}

const HAD_ONE = '今天已经提醒过，没有重复发送'

/** Null: asked. Else why not. */
async function pressOne(own: readonly Wanted[], { press, input, deps }: Pressing): Promise<string | null> {
  const [first] = own
  if (first?.person.to == null) return null
  const { person } = first
  const shut = shutReason(input)
  if (shut !== null) return reasonWords(shut, input.today)
  if (cardsToday(person.personId, press.key, input) >= input.settings.perDay) return HAD_ONE
  if (press.dry) return null
  const rung = `press:${press.key}`
  const key = cardKey(press, person.personId)
  const asks = own.map(
    ({ request }, i): Ask => ({
      ...{ requestId: request.id, rung, personId: person.personId, askedOn: input.today },
      ...{ outcome: i === 0 ? 'sent' : 'merged', reason: null, sendKey: key },
    }),
  )
  const message = await liaisonCard(person, { lines: ladder(input), input, now: press.hand.at }, deps)
  const send = { key, to: first.person.to, reply: { message, turn: null, page: 0 } }
  const pressed = await deps.store.press({ what: 'press', asks, send }, press.hand)
  return pressed === 'full' ? HAD_ONE : null
}

/** Written down with the card it is about; the clock does it once that has arrived. */
async function approveUrgent(own: readonly Wanted[], { press, input, deps }: Pressing): Promise<void> {
  const [first] = own
  if (first === undefined || shutReason(input) !== null) return
  const { personId } = first.person
  const today = input.asks.filter(
    (ask) => ask.personId === personId && ask.askedOn === input.today && ask.outcome === 'sent',
  )
  const sendKey = today.findLast(({ rung }) => !isEscalation(rung))?.sendKey ?? cardKey(press, personId)
  const ask: Ask = {
    ...{ requestId: first.request.id, rung: `urgent:${press.key}`, personId, askedOn: input.today },
    ...{ outcome: 'merged', reason: 'approved', sendKey },
  }
  await deps.store.press({ what: 'urge', asks: [ask], send: null }, press.hand)
}

const cardKey = ({ key }: Press, personId: number): string => `press:${key}:${personId}`

/** The same press again is no second card. */
function cardsToday(personId: number, key: string, { asks, today }: LadderInput): number {
  return asks.filter(
    (ask) =>
      ask.personId === personId &&
      ask.askedOn === today &&
      ask.outcome === 'sent' &&
      !isEscalation(ask.rung) &&
      ask.rung !== `press:${key}`,
  ).length
}

function byUnit(own: readonly Wanted[]): PressResult['asked'] {
  return [...Map.groupBy(own, ({ request }) => request.unit)].map(([unit, wanted]) => ({
    unit,
    person: wanted[0]?.person.name ?? '',
    items: wanted.reduce((sum, { request }) => sum + Math.max(1, asking(request)), 0),
  }))
}

const asking = ({ tasks }: Request): number => tasks.filter(({ state }) => state === 'asked').length
