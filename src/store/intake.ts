import type { Intake, Question } from '../chat/deps.ts'
import type { MessageEvent } from '../domain/chat.ts'
import type { Db } from './db.ts'

const CLAIM = `
  insert into intake (channel, key, received_at, question, taken_at)
  select $1, key, $3, case when key = $4 then $5::jsonb end, $3
  from unnest($2::text[]) as key
  order by key
  on conflict do nothing
  returning key`

const DONE = `update intake set done_at = $3 where channel = $1 and key = $2`

const EXCUSE = `
  update intake set excused_at = $3
  where channel = $1 and key = $2 and excused_at is null and done_at is null
  returning key`

/** `skip locked`: two processes catching up at once share the work. */
const TAKE = `
  update intake set taken_at = $4
  where (channel, key) in (
    select channel, key from intake
    where channel = $1 and question is not null and done_at is null and received_at >= $2 and taken_at < $3
    order by received_at
    limit 100
    for update skip locked)
  returning question`

/** Every event once, in any process; a question with it until it is answered. */
export function createIntake(db: Db): Intake {
  return {
    async claim(channel, keys, at, question) {
      const kept = question ? JSON.stringify(question) : null
      const rows = await db.query(CLAIM, [channel, keys, at, question?.key ?? null, kept])
      return rows.length === keys.length
    },
    async done(question, at) {
      await db.query(DONE, [question.event.chat.channel, question.key, at])
    },
    async excuse(question, at) {
      const rows = await db.query(EXCUSE, [question.event.chat.channel, question.key, at])
      return rows.length === 1
    },
    async takeUnanswered({ channel, since, before, at }) {
      const rows = await db.query<{ question: Question }>(TAKE, [channel, since, before, at])
      const taken = rows.map((row) => revive(row.question))
      return taken.sort((a, b) => a.event.at.getTime() - b.event.at.getTime())
    },
  }
}

/** JSON knows no dates. */
export function revive(question: Question): Question {
  const event: MessageEvent = { ...question.event, at: new Date(question.event.at) }
  return { ...question, event }
}
