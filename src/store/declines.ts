import type { Decline, Declines, Reassignment } from '../domain/decline.ts'
import type { Hand } from '../domain/progress.ts'
import { AppError } from '../errors.ts'
import { writeAudit } from './audit.ts'
import type { Db } from './db.ts'
import { setAsked } from './settle-requests.ts'

const COLUMNS = `
  d.id, d.task_id as "taskId", d.unit_id as "unitId", unit.short as unit, d.person_id as "personId",
  person.name as person, d.reason, d.owner, d.owner_id as "ownerId", d.asked_at as "askedAt", d.verdict,
  ruler.name as "ruledBy", d.note`

const FROM = `
  from task_decline d join unit on unit.id = d.unit_id
  left join person on person.id = d.person_id left join person ruler on ruler.id = d.ruled_by`

const FIND = `select ${COLUMNS} ${FROM} where d.id = $1`
const OPEN = `select ${COLUMNS} ${FROM} where d.verdict is null order by d.id`

const ASK = `
  insert into task_decline (task_id, unit_id, person_id, reason, owner, owner_id, asked_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (task_id, unit_id) where verdict is null do nothing
  returning id`
const STANDING = 'select id from task_decline where task_id = $1 and unit_id = $2 and verdict is null'

const RULE = `
  update task_decline set verdict = $2, note = $3, to_unit_id = $4, ruled_by = $5, ruled_at = $6
  where id = $1 and verdict is null returning id`

const REQUESTS = `
  select q.id from request q join request_task t on t.request_id = q.id
  where t.task_id = $1 and q.unit_id = $2 and q.kind = 'progress' and q.state <> 'dropped' and t.state = $3
  order by q.id`

const REASSIGNED = `
  select distinct on (task_id, unit_id) task_id as "taskId", unit_id as "unitId", to_unit_id as "toUnitId"
  from task_decline where verdict = 'accepted' order by task_id, unit_id, id desc`

export function createDeclines(db: Db): Declines {
  return {
    ask: (decline, hand) =>
      db.tx(async (tx) => {
        const { taskId, unitId, reason, owner, ownerId } = decline
        const values = [taskId, unitId, hand.personId, reason, owner, ownerId, hand.at]
        const [made] = await tx.query<{ id: number }>(ASK, values)
        const [known] = made ? [made] : await tx.query<{ id: number }>(STANDING, [taskId, unitId])
        const asked = await find(tx, known?.id ?? 0)
        if (!asked) throw new AppError('database', '没有记下这条意见。')
        if (!made) return asked
        await turn(tx, asked, { to: 'declined', hand })
        const entry = { what: 'decline', subject: 'task_decline', subjectId: asked.id }
        await writeAudit(tx, [{ ...entry, before: null, after: asked }], hand)
        return asked
      }),
    find: (id) => find(db, id),
    open: () => db.query<Decline>(OPEN),
    rule: (id, { verdict, note, toUnitId }, hand) =>
      db.tx(async (tx) => {
        const before = await find(tx, id)
        const ruled = await tx.query(RULE, [id, verdict, note, toUnitId, hand.personId, hand.at])
        const decline = await find(tx, id)
        if (!decline || ruled.length === 0) return decline && { decline, done: false }
        if (verdict !== 'accepted') await turn(tx, decline, { to: 'asked', hand })
        const entry = { what: 'rule decline', subject: 'task_decline', subjectId: id }
        await writeAudit(tx, [{ ...entry, before, after: decline }], hand)
        return { decline, done: true }
      }),
    reassigned: () => db.query<Reassignment>(REASSIGNED),
  }
}

async function find(db: Db, id: number): Promise<Decline | null> {
  const [row] = await db.query<Decline>(FIND, [id])
  return row ?? null
}

/** While a supervisor considers it the unit is not asked; a task that stays with it is owed again. */
async function turn(
  db: Db,
  { taskId, unitId, reason }: Decline,
  { to, hand }: { readonly to: 'asked' | 'declined'; readonly hand: Hand },
): Promise<void> {
  const from = to === 'asked' ? 'declined' : 'asked'
  const requests = await db.query<{ id: number }>(REQUESTS, [taskId, unitId, from])
  const note = to === 'declined' ? reason : null
  for (const { id } of requests)
    await setAsked(db, { request: id, tasks: [taskId] }, { state: to, note, today: hand.today, at: hand.at })
}
