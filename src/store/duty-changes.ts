import type { DutyChange } from '../domain/duty-change.ts'
import type { Hand } from '../domain/progress.ts'
import { writeAudit } from './audit.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

/** Everything supervisors said of duties, in the order they said it. */
export const readDutyChanges = (db: Db): Promise<DutyChange[]> =>
  db.query<DutyChange>('select id, duty, change, body from duty_change order by id')

/** A change before it has a row; an added duty gets its id from it. */
export type NewDutyChange = DutyChange extends infer C
  ? C extends DutyChange
    ? Omit<C, 'id'>
    : never
  : never

const ADD = `
  insert into duty_change (duty, change, body, made_by, made_at) values ($1, $2, $3, $4, $5) returning id`

/** Writes a supervisor's word with its audit row; gives its id. */
export function addDutyChange(db: Db, change: NewDutyChange, hand: Hand): Promise<number> {
  const duty = 'duty' in change ? change.duty : null
  return db.tx(async (tx) => {
    const values = [duty, change.change, jsonOf(change.body), hand.personId, hand.at]
    const [row] = await tx.query<{ id: number }>(ADD, values)
    const id = row!.id
    await writeAudit(
      tx,
      [{ what: 'duty', subject: 'duty_change', subjectId: id, before: null, after: change }],
      hand,
    )
    return id
  })
}
