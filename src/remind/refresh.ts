import { allReported, outOfDate } from '../cards/remind/reminder.ts'
import type { Message } from '../domain/message.ts'
import type { Addressee } from '../domain/reminding.ts'
import type { SendRecord } from '../domain/send.ts'
import type { Taking } from '../store/asks.ts'
import { liaisonCard, type Round } from './carry.ts'
import type { RemindDeps } from './deps.ts'
import { isEscalation } from './ladder.ts'
import { requestsOf } from './owed.ts'

/** What each card was last seen to ask for, by its outbox key. */
export type Faces = Map<string, string>

const OLD = 'old'

/**
 * Brings the cards that are out up to date: what was reported or declared another's since is no longer asked for on the last one
 * each liaison got, and the one before it points to the last. A process that begins looks at each once; one a report is being
 * filled in on is left alone.
 */
export async function refreshCards(round: Round, deps: RemindDeps, faces: Faces): Promise<void> {
  const stale = cardsOut(round).flatMap((card) => {
    const face = card.last ? faceOf(card.person, round) : OLD
    return faces.get(card.key) === face ? [] : [{ ...card, face }]
  })
  if (stale.length === 0) return
  const records = new Map((await deps.store.sends(stale.map(({ key }) => key))).map((r) => [r.key, r]))
  const ids = [...records.values()].flatMap(({ messageId }) => messageId ?? [])
  const filling = new Set(await deps.store.filledIn(ids))
  for (const { key, person, last, face } of stale) {
    const record = records.get(key)
    if (record?.messageId == null || filling.has(record.messageId)) continue
    const message = last ? await lastCard(person, round, deps) : outOfDate()
    if (await redraw(record, message, deps)) faces.set(key, face)
  }
}

/** What is sent now shows what is asked for now. */
export function noteSent(cards: readonly Taking[], round: Round, faces: Faces): void {
  for (const { asks } of cards) {
    const [first] = asks
    if (first?.sendKey != null && !isEscalation(first.rung)) faces.set(first.sendKey, faceOf(first, round))
  }
}

interface Out {
  readonly key: string
  readonly person: Addressee
  /** The last one the person got, or the one before it. */
  readonly last: boolean
}

/** The last two cards of each liaison. */
function cardsOut({ input }: Round): readonly Out[] {
  const sent = input.asks.filter(
    ({ outcome, rung, sendKey }) => outcome === 'sent' && sendKey !== null && !isEscalation(rung),
  )
  return [...Map.groupBy(sent, ({ personId }) => personId)].flatMap(([personId, asks]) => {
    const person = input.staff.people.find((one) => one.personId === personId)
    const keys = [...new Set(asks.map(({ sendKey }) => sendKey ?? ''))].slice(-2).reverse()
    return person ? keys.map((key, n): Out => ({ key, person, last: n === 0 })) : []
  })
}

function faceOf({ personId }: Pick<Addressee, 'personId'>, { lines }: Round): string {
  const asked = requestsOf(personId, lines).map(({ id, tasks }) => [
    id,
    tasks.filter(({ state }) => state === 'asked').map(({ taskId }) => taskId),
  ])
  return JSON.stringify(asked)
}

async function lastCard(person: Addressee, round: Round, deps: RemindDeps): Promise<Message> {
  const owes = requestsOf(person.personId, round.lines).length > 0
  return owes ? liaisonCard(person, round, deps) : allReported(person.name)
}

/** False: its channel is off for now. What the platform refuses is not tried again. */
async function redraw(
  { to, messageId, key }: SendRecord,
  message: Message,
  deps: RemindDeps,
): Promise<boolean> {
  const channel = deps.channels[to.channel]
  if (channel === undefined || messageId === null) return false
  try {
    await channel.update(messageId, { message, turn: null, page: 0 })
  } catch (err) {
    deps.log.warn({ err, key }, 'a reminder could not be brought up to date')
  }
  return true
}
