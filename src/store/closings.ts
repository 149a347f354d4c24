import type { Closing, Hand } from '../domain/progress.ts'
import { isAudited, writeAudit } from './audit.ts'
import type { Db } from './db.ts'
import { settleClosed, unsettleClosed } from './settle-requests.ts'

const CLOSE = `
  insert into closing (task_id, closed_by, closed_at, closed_on, reason)
  select id, $2, $3, $4, $5 from task where id = $1
  on conflict (task_id) where reopened_at is null do nothing
  returning id`

const REOPEN = `
  update closing set reopened_by = $2, reopened_at = $3, reopen_reason = $4
  where task_id = $1 and reopened_at is null
  returning id`

const STANDING = `
  select c.task_id as "taskId", c.closed_on as "closedOn", person.name as by, c.reason
  from closing c left join person on person.id = c.closed_by
  where c.reopened_at is null and ($1::bigint[] is null or c.task_id = any ($1)) order by c.id`

/** Closings that stand; of all tasks where `taskIds` is null. */
export const standingClosings = (db: Db, taskIds: readonly number[] | null): Promise<Closing[]> =>
  db.query<Closing>(STANDING, [taskIds])

const onTask = (what: 'close' | 'reopen', taskId: number) => ({ what, subject: 'task', subjectId: taskId })

/** See `ProgressBook.close`. Inside a transaction. */
export async function closeTask(db: Db, taskId: number, reason: string, hand: Hand): Promise<Closing | null> {
  const made = await db.query(CLOSE, [taskId, hand.personId, hand.at, hand.today, reason])
  const [closing = null] = await standingClosings(db, [taskId])
  if (made.length === 0)
    return (await isAudited(db, onTask('close', taskId), hand.messageKey)) ? closing : null
  await settleClosed(db, taskId, hand.at)
  await writeAudit(db, [{ ...onTask('close', taskId), before: null, after: closing }], hand)
  return closing
}

/** See `ProgressBook.reopen`. Inside a transaction. */
export async function reopenTask(db: Db, taskId: number, reason: string, hand: Hand): Promise<boolean> {
  const [before = null] = await standingClosings(db, [taskId])
  const opened = await db.query(REOPEN, [taskId, hand.personId, hand.at, reason])
  if (opened.length === 0) return isAudited(db, onTask('reopen', taskId), hand.messageKey)
  await unsettleClosed(db, taskId, hand)
  await writeAudit(db, [{ ...onTask('reopen', taskId), before, after: { reason } }], hand)
  return true
}
