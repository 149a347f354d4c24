import type { HandOvers, Passing } from '../domain/hand-over.ts'
import type { Hand } from '../domain/progress.ts'
import type { Day } from '../domain/span.ts'
import { AppError } from '../errors.ts'
import { writeAudit } from './audit.ts'
import type { Db } from './db.ts'

const COLUMNS = `
  h.id, h.unit_id as "unitId", unit.short as unit, h.from_id as "fromId", giver.name as "from", h.to_id as "toId",
  taker.name as "to", h.reason, h.state, h.starts_on as "startsOn", h.decided_at as "decidedAt"`

const FROM = `
  from hand_over h join unit on unit.id = h.unit_id
  join person giver on giver.id = h.from_id join person taker on taker.id = h.to_id`

const FIND = `select ${COLUMNS} ${FROM} where h.id = $1`

const CANCEL = `
  update hand_over set state = 'cancelled', decided_at = $3
  where from_id = $1 and unit_id = $2 and state = 'asked' returning id`

const ASK = `
  insert into hand_over (unit_id, from_id, to_id, reason, starts_on, asked_at)
  values ($1, $2, $3, $4, $5, $6) returning id`

const DECIDE = `
  update hand_over set state = $2, decided_at = $3 where id = $1 and state = 'asked' returning id`

const TO_MOVE = `
  select ${COLUMNS} ${FROM}
  where h.state = 'confirmed' and h.moved_at is null and ($2::bigint is null or h.id = $2)
    and (h.starts_on is null or h.starts_on <= $1)
  for update of h`

const TAKE_ROLE = `delete from person_role where person_id = $1 and role = 'liaison'`
const GIVE_ROLE = `insert into person_role (person_id, role) values ($1, 'liaison') on conflict do nothing`
const MOVED = 'update hand_over set moved_at = $2 where id = $1'

/** What was never confirmed goes with the role: its new holder reports afresh. */
const DROP_DRAFTS = `
  update draft set settled_at = $2, outcome = 'dropped'
  where person_id = $1 and settled_at is null and body ->> 'kind' in ('report', 'handOver', 'form')`

export function createHandOvers(db: Db): HandOvers {
  return {
    ask: (passing, hand) =>
      db.tx(async (tx) => {
        const { unitId, fromId, toId, reason, startsOn } = passing
        for (const { id } of await tx.query<{ id: number }>(CANCEL, [fromId, unitId, hand.at])) {
          const old = await find(tx, id)
          if (old) await audit(tx, 'cancel hand over', old, hand)
        }
        const [row] = await tx.query<{ id: number }>(ASK, [unitId, fromId, toId, reason, startsOn, hand.at])
        const made = await find(tx, row?.id ?? 0)
        if (!made) throw new AppError('database', '没有记下这次转交。')
        await audit(tx, 'ask hand over', made, hand)
        return made
      }),
    find: (id) => find(db, id),
    decide: (id, verdict, hand) =>
      db.tx(async (tx) => {
        const done = (await tx.query(DECIDE, [id, verdict, hand.at])).length === 1
        if (done && verdict === 'confirmed') await move(tx, { today: hand.today, only: id, at: hand.at })
        const passing = await find(tx, id)
        if (done && passing) await audit(tx, 'hand over', passing, hand)
        return passing && { passing, done }
      }),
    moveDue: (today, at) => db.tx((tx) => move(tx, { today, only: null, at })),
  }
}

async function find(db: Db, id: number): Promise<Passing | null> {
  const [row] = await db.query<Passing>(FIND, [id])
  return row ?? null
}

interface Moving {
  readonly today: Day
  readonly only: number | null
  readonly at: Date
}

async function move(db: Db, { today, only, at }: Moving): Promise<readonly Passing[]> {
  const due = await db.query<Passing>(TO_MOVE, [today, only])
  for (const passing of due) {
    await db.query(TAKE_ROLE, [passing.fromId])
    await db.query(GIVE_ROLE, [passing.toId])
    await db.query(DROP_DRAFTS, [passing.fromId, at])
    await db.query(MOVED, [passing.id, at])
    await audit(db, 'move liaison', passing, { personId: null, at, messageKey: `handOver:${passing.id}` })
  }
  return due
}

const audit = (
  db: Db,
  what: string,
  passing: Passing,
  hand: Pick<Hand, 'personId' | 'at' | 'messageKey'>,
): Promise<void> =>
  writeAudit(db, [{ what, subject: 'hand_over', subjectId: passing.id, before: null, after: passing }], hand)
