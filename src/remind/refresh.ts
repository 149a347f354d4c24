import { allReported } from '../cards/remind/reminder.ts'
import type { Addressee } from '../domain/reminding.ts'
import type { Ask } from '../domain/request.ts'
import { liaisonCard, type Round } from './carry.ts'
import type { RemindDeps } from './deps.ts'
import { isEscalation } from './ladder.ts'
import { requestsOf } from './owed.ts'

/** What each card of today was last seen to ask for, by its outbox key. */
export type Faces = Map<string, string>

/**
 * Brings today's cards up to date: what was reported or declared another's since is no longer asked for on them. Kept in
 * memory: a process that begins takes the cards for current, for whoever reports is answered in the chat anyway.
 */
export async function refreshCards(round: Round, deps: RemindDeps, faces: Faces): Promise<void> {
  for (const ask of cardsOfToday(round)) {
    const key = ask.sendKey ?? ''
    const person = round.input.staff.people.find(({ personId }) => personId === ask.personId)
    if (person === undefined) continue
    const face = faceOf(person, round)
    const before = faces.get(key)
    if (before === face) continue
    if (before === undefined || (await redraw(key, person, round, deps))) faces.set(key, face)
  }
}

/** The last card each liaison got today. */
function cardsOfToday({ input }: Round): readonly Ask[] {
  const sent = input.asks.filter(
    ({ askedOn, outcome, rung, sendKey }) =>
      askedOn === input.today && outcome === 'sent' && sendKey !== null && !isEscalation(rung),
  )
  return [...new Map(sent.map((ask) => [ask.personId, ask])).values()]
}

function faceOf({ personId }: Addressee, { lines }: Round): string {
  const asked = requestsOf(personId, lines).map(({ id, tasks }) => [
    id,
    tasks.filter(({ state }) => state === 'asked').map(({ taskId }) => taskId),
  ])
  return JSON.stringify(asked)
}

/** False: not yet, or not this time; tried again with the next round. */
async function redraw(key: string, person: Addressee, round: Round, deps: RemindDeps): Promise<boolean> {
  const [record] = await deps.store.sends([key])
  const channel = record && deps.channels[record.to.channel]
  if (record?.messageId == null || channel === undefined) return false
  const owes = requestsOf(person.personId, round.lines).length > 0
  const message = owes ? await liaisonCard(person, round, deps) : allReported(person.name)
  try {
    await channel.update(record.messageId, { message, turn: null, page: 0 })
    return true
  } catch (err) {
    deps.log.warn({ err, key }, 'a reminder could not be brought up to date')
    return true
  }
}
