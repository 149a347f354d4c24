import type { DutyBefore, DutyChange, NewDutyChange } from '../domain/duty-change.ts'
import type { Hand } from '../domain/progress.ts'
import { writeAudit } from './audit.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

/** Everything supervisors said of duties, in the order they said it. */
export const readDutyChanges = (db: Db): Promise<DutyChange[]> =>
  db.query<DutyChange>('select id, duty, change, body from duty_change order by id')

const ADD = `
  insert into duty_change (duty, change, body, made_by, made_at, message_key) values ($1, $2, $3, $4, $5, $6)
  on conflict (message_key) where message_key <> 'cli' do nothing
  returning id`

const SAID = 'select id from duty_change where message_key = $1'

/**
 * Writes a supervisor's word with its audit row; gives its id. The same message writes once: said again it gives the first
 * id.
 */
export function addDutyChange(
  db: Db,
  { change, before }: { readonly change: NewDutyChange; readonly before: DutyBefore },
  hand: Hand,
): Promise<number> {
  const duty = 'duty' in change ? change.duty : null
  return db.tx(async (tx) => {
    const values = [duty, change.change, jsonOf(change.body), hand.personId, hand.at, hand.messageKey]
    const [made] = await tx.query<{ id: number }>(ADD, values)
    const [row] = made ? [made] : await tx.query<{ id: number }>(SAID, [hand.messageKey])
    const id = row!.id
    if (made)
      await writeAudit(
        tx,
        [{ what: 'duty', subject: 'duty_change', subjectId: id, before, after: change }],
        hand,
      )
    return id
  })
}
