import type { Hand } from '../domain/progress.ts'
import type { Day } from '../domain/span.ts'
import { writeAudit } from './audit.ts'
import type { Db } from './db.ts'

/** 休假: from a day on the substitute is asked in the person's place, or another liaison where none was named. */
export interface Leave {
  readonly personId: number
  readonly from: Day
  /** null: open. */
  readonly until: Day | null
  readonly substituteId: number | null
}

/** Leaves that are not over on a day. */
export const readLeaves = (db: Db, today: Day): Promise<Leave[]> =>
  db.query<Leave>(
    `select person_id as "personId", from_on as "from", until_on as until, substitute_id as "substituteId"
     from leave where until_on is null or until_on >= $1 order by id`,
    [today],
  )

const onPerson = (what: string, personId: number) => ({ what, subject: 'person', subjectId: personId })

/** Registers a leave, with its audit row. */
export const addLeave = (db: Db, leave: Leave, hand: Hand): Promise<void> =>
  db.tx(async (tx) => {
    const { personId, from, until, substituteId } = leave
    await tx.query(
      'insert into leave (person_id, from_on, until_on, substitute_id) values ($1, $2, $3, $4)',
      [...[personId, from, until, substituteId]],
    )
    await writeAudit(tx, [{ ...onPerson('leave', personId), before: null, after: leave }], hand)
  })

/** Back at work on the day of `hand`: what had begun ends the day before, what had not is gone. */
export const endLeave = (db: Db, personId: number, hand: Hand): Promise<void> =>
  db.tx(async (tx) => {
    const { today } = hand
    const before = (await readLeaves(tx, today)).filter((leave) => leave.personId === personId)
    if (before.length === 0) return
    await tx.query('delete from leave where person_id = $1 and from_on >= $2', [personId, today])
    await tx.query(
      `update leave set until_on = $2::date - 1 where person_id = $1 and (until_on is null or until_on >= $2)`,
      [personId, today],
    )
    await writeAudit(tx, [{ ...onPerson('end leave', personId), before, after: { back: today } }], hand)
  })
