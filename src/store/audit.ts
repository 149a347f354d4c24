import type { Hand } from '../domain/progress.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

/** One write, as it is kept for ever. `what`: report, review, return, close, reopen, freeze, … */
export interface AuditEntry {
  readonly what: string
  /** The table and row it is about. */
  readonly subject: string
  readonly subjectId: number
  readonly before: unknown
  readonly after: unknown
}

/** Adds rows, in order. To be called in the transaction of the write itself. */
export async function writeAudit(
  db: Db,
  entries: readonly AuditEntry[],
  { personId, at, messageKey }: Pick<Hand, 'personId' | 'at' | 'messageKey'>,
): Promise<void> {
  const rows = entries.map(({ what, subject, subjectId, before, after }, n) => ({
    n,
    what,
    subject,
    subject_id: subjectId,
    before,
    after,
  }))
  await db.query(ADD, [jsonOf(rows), personId, at, messageKey])
}

const ADD = `
  insert into audit (at, person_id, what, subject, subject_id, before, after, message_key)
  select $3, $2, what, subject, subject_id, before, after, $4
  from jsonb_to_recordset($1::jsonb) as r (n int, what text, subject text, subject_id bigint, before jsonb, after jsonb)
  order by n`

export interface AuditRow extends AuditEntry {
  readonly id: number
  readonly at: Date
  readonly person: string | null
  readonly messageKey: string
}

/** All that was done to one row, oldest first. */
export function readAudit(db: Db, subject: string, subjectId: number): Promise<AuditRow[]> {
  return db.query<AuditRow>(
    `select a.id, a.at, person.name as person, a.what, a.subject, a.subject_id as "subjectId", a.before, a.after,
       a.message_key as "messageKey"
     from audit a left join person on person.id = a.person_id
     where a.subject = $1 and a.subject_id = $2 order by a.id`,
    [subject, subjectId],
  )
}

/** Whether this very message did this to the row before: a tap delivered twice. */
export async function isAudited(
  db: Db,
  { what, subject, subjectId }: Pick<AuditEntry, 'what' | 'subject' | 'subjectId'>,
  messageKey: string,
): Promise<boolean> {
  const rows = await db.query(
    'select from audit where subject = $1 and subject_id = $2 and what = $3 and message_key = $4 limit 1',
    [subject, subjectId, what, messageKey],
  )
  return rows.length > 0
}
