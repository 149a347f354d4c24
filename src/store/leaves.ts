import type { Day } from '../domain/span.ts'
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

export async function addLeave(db: Db, leave: Leave): Promise<void> {
  await db.query('insert into leave (person_id, from_on, until_on, substitute_id) values ($1, $2, $3, $4)', [
    leave.personId,
    leave.from,
    leave.until,
    leave.substituteId,
  ])
}

/** Back at work on `today`: what had begun ends the day before, what had not is gone. */
export async function endLeave(db: Db, personId: number, today: Day): Promise<void> {
  await db.tx(async (tx) => {
    await tx.query('delete from leave where person_id = $1 and from_on >= $2', [personId, today])
    await tx.query(
      `update leave set until_on = $2::date - 1 where person_id = $1 and (until_on is null or until_on >= $2)`,
      [personId, today],
    )
  })
}
