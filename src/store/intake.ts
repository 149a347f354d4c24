import { randomUUID } from 'node:crypto'
import type { Intake, Question } from '../chat/deps.ts'
import type { MessageEvent } from '../domain/chat.ts'
import { createBatch } from './batch.ts'
import { createClaims } from './claims.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'
import { LAZILY } from './lazily.ts'
import { createLease } from './lease.ts'

/** Who has not been heard of for so long is dead; `alive` is said every 5 s. */
const ALIVE_S = 15

const DONE = `
  update intake set done_at = d.at
  from jsonb_to_recordset($1::jsonb) as d (channel text, key text, at timestamptz)
  where intake.channel = d.channel and intake.key = d.key and ${LAZILY}`

/**
 * Earlier questions of the place are waited for, whoever works on them: what a dead process left, another takes up soon.
 * Who failed, or takes longer than five minutes, holds up nobody.
 */
const NEXT = `
  select not exists (
    select from intake e
    where e.channel = q.channel and e.place = q.place and e.question is not null and e.done_at is null
      and e.ordinal < q.ordinal and e.worker is not null and e.taken_at > $3::timestamptz - interval '5 minutes') as next
  from intake q where q.channel = $1 and q.key = $2`

const LEAVE = 'update intake set worker = null where channel = $1 and key = $2'

const EXCUSE = `
  update intake set excused_at = $3
  where channel = $1 and key = $2 and excused_at is null and done_at is null
  returning key`

/** `skip locked`: two processes catching up at once share the work. */
const TAKE = `
  update intake set taken_at = $4, worker = $5
  where (channel, key) in (
    select channel, key from intake
    where channel = $1 and question is not null and done_at is null and received_at >= $2
      and (taken_at < case when worker = $5 then $3::timestamptz - interval '10 minutes' else $3 end or worker <> $5
        and not exists (select from lease where name = 'worker:' || worker and until > clock_timestamp()))
    order by received_at
    limit 100
    for update skip locked)
  returning question`

/** Every event once, in any process; a question with it until it is answered. */
export function createIntake(db: Db, worker: string = randomUUID(), aliveS = ALIVE_S): Intake {
  const lease = createLease(db)
  const claim = createClaims(db, worker)
  const finish = createBatch({
    run: async (done: readonly { readonly channel: string; readonly key: string; readonly at: Date }[]) => {
      await db.query(DONE, [jsonOf(done)])
      return done.map(() => undefined)
    },
    marks: ({ channel, key }) => [`${channel} ${key}`],
  })
  /** Questions that may have to wait for another process, with their place; the others follow those before them here. */
  const behind = new Map<string, string>()
  return {
    async alive() {
      await lease.claim(`worker:${worker}`, worker, aliveS)
    },
    async claim(channel, keys, at, question) {
      const place = question ? placeOf(question) : null
      const claimed = await claim({ channel, keys, at, question: question ?? null, place })
      if (question && place !== null && (claimed.behind || [...behind.values()].includes(place)))
        behind.set(question.key, place)
      return claimed.fresh
    },
    async isNext({ key, event }, at) {
      if (!behind.has(key)) return true
      const [row] = await db.query<{ next: boolean }>(NEXT, [event.chat.channel, key, at])
      if (row?.next !== false) behind.delete(key)
      return row?.next !== false
    },
    async leave({ key, event }) {
      await db.query(LEAVE, [event.chat.channel, key])
    },
    done: ({ event, key }, at) => finish({ channel: event.chat.channel, key, at }),
    async excuse(question, at) {
      const rows = await db.query(EXCUSE, [question.event.chat.channel, question.key, at])
      return rows.length === 1
    },
    async takeUnanswered({ channel, since, before, at }) {
      const rows = await db.query<{ question: Question }>(TAKE, [channel, since, before, at, worker])
      const taken = rows.map((row) => revive(row.question))
      for (const question of taken) behind.set(question.key, placeOf(question))
      return taken.sort((a, b) => a.event.at.getTime() - b.event.at.getTime())
    },
  }
}

const PRUNE = `
  delete from intake
  where key !~ '^greeted:' and received_at < $1
    and (question is null or done_at is not null or received_at < $1::timestamptz - interval '2 days')`

/** Events the platform sends no more again; `before` is at least 8 h ago. Questions never answered are kept two days longer. */
export async function pruneIntake(db: Db, before: Date): Promise<void> {
  await db.query(PRUNE, [before])
}

function placeOf({ event: { chat } }: Question): string {
  return `${chat.id}/${chat.thread ?? ''}`
}

/** JSON knows no dates. */
export function revive(question: Question): Question {
  const event: MessageEvent = { ...question.event, at: new Date(question.event.at) }
  return { ...question, event }
}
