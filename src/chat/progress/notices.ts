import { reviewsWaiting } from '../../cards/progress/review.ts'
import { statementsCard } from '../../cards/progress/statements.ts'
import type { Message } from '../../domain/message.ts'
import type { Progress } from '../../domain/progress.ts'
import type { Turn } from './deps.ts'
import { labelOf } from './items.ts'
import { plain } from './tools.ts'

/** Plans a message to every account of these people; said once under its key. Returns how many accounts there are. */
export async function tellPeople(
  { p, now }: Turn,
  personIds: readonly number[],
  key: string,
  message: Message,
): Promise<number> {
  const accounts = await p.roll.accounts([...new Set(personIds)])
  const sends = accounts.map(({ channel, account }) => ({
    key: `${key}:${account}`,
    to: { kind: 'person', channel, account } as const,
    reply: plain(message),
  }))
  await p.outbox.plan(sends, now)
  return accounts.length
}

/** After a report: leads hear what their responsible units state, supervisors that something waits for review. */
export async function tellAbout(turn: Turn, rows: readonly Progress[]): Promise<void> {
  try {
    await tellLeads(
      turn,
      rows.filter((r) => r.capacity === 'responsible'),
    )
    if (rows.some((r) => r.capacity === 'lead')) await tellSupervisors(turn)
  } catch (err) {
    // The report is written; a notice that fails must not undo the word that it was.
    turn.deps.log.error({ err }, 'report written, others not told')
  }
}

/** One nudge a day: the card it opens is always up to date. */
async function tellSupervisors(turn: Turn): Promise<void> {
  const supervisors = await turn.p.roll.withRole('supervisor')
  const ids = supervisors.map((s) => s.personId)
  await tellPeople(turn, ids, `reviews:${turn.today}`, reviewsWaiting())
}

/** One card per lead, period and day: later statements of the day are put into the same card. */
async function tellLeads(turn: Turn, rows: readonly Progress[]): Promise<void> {
  if (rows.length === 0) return
  const { tasks } = await turn.p.ear.ground()
  const origins = await turn.p.origins(tasks.map((t) => t.id))
  const stated = new Set(rows.map((r) => r.taskId))
  const leads = new Set(tasks.filter((t) => stated.has(origins.get(t.id) ?? 0)).flatMap((t) => t.leads))
  for (const lead of leads) {
    const led = tasks.filter((t) => t.leads.includes(lead))
    const labels = led.flatMap((t) => {
      const id = origins.get(t.id)
      return id === undefined ? [] : [labelOf(t, id)]
    })
    for (const period of new Set(rows.map((r) => r.period))) await tellLead(turn, { lead, period, labels })
  }
}

interface Led {
  readonly lead: number
  readonly period: string
  readonly labels: readonly ReturnType<typeof labelOf>[]
}

async function tellLead(turn: Turn, { lead, period, labels }: Led): Promise<void> {
  const { p, today } = turn
  const standing = await p.book.standing(
    labels.map((l) => l.originId),
    period,
  )
  const reported = new Set(standing.filter((r) => r.unitId === lead).map((r) => r.taskId))
  const statements = standing.filter(
    (r) =>
      r.capacity === 'responsible' && r.unitId !== lead && !reported.has(r.taskId) && r.reportedOn === today,
  )
  if (statements.length === 0) return
  const liaisons = await p.roll.liaisons([lead])
  const message = statementsCard(statements, labels, today)
  await tellOrUpdate(
    turn,
    liaisons.map((l) => l.personId),
    `statements:${lead}:${period}:${today}`,
    message,
  )
}

/** The first of the day is sent; those after change the card that was. */
async function tellOrUpdate(
  turn: Turn,
  personIds: readonly number[],
  key: string,
  message: Message,
): Promise<void> {
  const { p, deps } = turn
  const accounts = await p.roll.accounts(personIds)
  const known = new Map(
    (await p.outbox.find(accounts.map((a) => `${key}:${a.account}`))).map((r) => [r.key, r]),
  )
  await tellPeople(turn, personIds, key, message)
  for (const record of known.values()) {
    if (record.messageId === null || record.to.channel !== turn.channel) continue
    await deps.channel
      .update(record.messageId, plain(message))
      .catch((err: unknown) => deps.log.warn({ err, key: record.key }, 'notice could not be updated'))
  }
}
