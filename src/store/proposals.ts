import type { Unit } from '../domain/unit.ts'
import { AppError } from '../errors.ts'
import { writeAudit } from './audit.ts'
import type { Db } from './db.ts'
import { MERGE_PROGRESS, settleMerged } from './merge-progress.ts'
import { addAliases } from './units.ts'

/** A body met in a document for the first time. */
export interface ProposedUnit {
  readonly name: string
  readonly place: string | null
  readonly short: string
  readonly kind: Unit['kind']
  readonly documentId: number
  /** The body it may well be, with the reason in Chinese. */
  readonly guessId: number | null
  readonly reason: string | null
}

/** Makes the unit and asks a supervisor to decide about it. Returns its id; a unit of that name is taken as it is. */
export async function proposeUnit(db: Db, proposed: ProposedUnit): Promise<number> {
  const { name, place, short, kind } = proposed
  const [made] = await db.query<{ id: number }>(
    `insert into unit (name, place, short, kind, status) values ($1, $2, $3, $4, 'proposed')
     on conflict (name, coalesce(place, '')) do nothing returning id`,
    [name, place, short, kind],
  )
  if (made === undefined) {
    const [there] = await db.query<{ id: number }>(
      'select id from unit where name = $1 and place is not distinct from $2',
      [name, place],
    )
    return there?.id ?? 0
  }
  await db.query(
    'insert into unit_proposal (unit_id, document_id, guess_id, reason) values ($1, $2, $3, $4)',
    [made.id, proposed.documentId, proposed.guessId, proposed.reason],
  )
  return made.id
}

export interface Proposal {
  readonly unitId: number
  readonly name: string
  readonly place: string | null
  readonly documentId: number | null
  readonly guess: { readonly id: number; readonly name: string } | null
  readonly reason: string | null
  readonly tasks: number
}

/** What waits for a supervisor's word, names with most tasks first. */
export async function openProposals(db: Db): Promise<Proposal[]> {
  return db.query<Proposal>(
    `select p.unit_id as "unitId", unit.name, unit.place, p.document_id as "documentId", p.reason,
       case when guess.id is null then null else json_build_object('id', guess.id, 'name', guess.name) end as guess,
       (select count(distinct task_id)::int from task_unit where unit_id = unit.id) as tasks
     from unit_proposal p
     join unit on unit.id = p.unit_id
     left join unit guess on guess.id = p.guess_id
     where p.decided is null
     order by tasks desc, unit.name`,
  )
}

export interface Decision {
  readonly unitId: number
  /** The body it is another name of; absent: a body of its own. */
  readonly mergeInto?: number
  readonly by: number | null
  readonly at: Date
}

/** A supervisor's word on a proposal. Merging makes the name an alias and hands over its tasks and memberships. */
export async function decideProposal(db: Db, decision: Decision): Promise<void> {
  await db.tx(async (tx) => {
    const { unitId, mergeInto, by, at } = decision
    const decided = mergeInto === undefined ? 'new' : 'merged'
    const [open] = await tx.query<{ name: string; short: string }>(
      `select unit.name, unit.short from unit_proposal p join unit on unit.id = p.unit_id
       where p.unit_id = $1 and p.decided is null for update of p`,
      [unitId],
    )
    if (open === undefined) throw new AppError('not-found', '这个单位名称已经处理过了，或者不存在。')
    await refuseMissing(tx, mergeInto)
    if (mergeInto === unitId) throw new AppError('bad-request', '不能把单位并入它自己。')
    await tx.query(
      'update unit_proposal set decided = $2, decided_by = $3, decided_at = $4 where unit_id = $1',
      [unitId, decided, by, at],
    )
    if (mergeInto === undefined) await tx.query(`update unit set status = 'known' where id = $1`, [unitId])
    else await merge(tx, { from: unitId, into: mergeInto, names: [open.name, open.short], at })
    const entry = { what: 'name unit', subject: 'unit', subjectId: mergeInto ?? unitId }
    const after = { decided, unitId: mergeInto ?? unitId }
    const hand = { personId: by, at, messageKey: `unit:${unitId}` }
    await writeAudit(tx, [{ ...entry, before: { unitId, ...open }, after }], hand)
  })
}

async function refuseMissing(db: Db, unitId: number | undefined): Promise<void> {
  if (unitId === undefined) return
  const [unit] = await db.query('select 1 from unit where id = $1', [unitId])
  if (unit === undefined) throw new AppError('not-found', '要并入的单位不在名录里。')
}

/** Everything that points to $1 points to $2; what both had stays once. */
const HAND_OVER = [
  `insert into unit_alias (unit_id, alias, certainty, source)
   select $2, alias, certainty, source from unit_alias where unit_id = $1 on conflict do nothing`,
  // Whoever keeps these documents' tasks in memory reads them again.
  `update document set changed_at = now() where id in (select t.document_id from task_unit u
   join task t on t.id = u.task_id where u.unit_id = $1 and u.unit_id <> $2)`,
  'update task_unit set unit_id = $2 where unit_id = $1',
  'update person set unit_id = $2 where unit_id = $1',
  `insert into oversight (person_id, unit_id)
   select person_id, $2 from oversight where unit_id = $1 on conflict do nothing`,
  `insert into unit_member (group_id, member_id, document_id, certainty)
   select group_id, $2, document_id, certainty from unit_member
   where member_id = $1 and group_id <> $2 on conflict do nothing`,
  `insert into unit_member (group_id, member_id, document_id, certainty)
   select $2, member_id, document_id, certainty from unit_member
   where group_id = $1 and member_id <> $2 on conflict do nothing`,
  'update unit set succeeded_by = $2 where succeeded_by = $1 and id <> $2',
  ...MERGE_PROGRESS,
]

/** The merged unit's row goes; its name lives on as an alias, so the next document finds the right body at once. */
async function merge(
  db: Db,
  change: {
    readonly from: number
    readonly into: number
    readonly names: readonly string[]
    readonly at: Date
  },
): Promise<void> {
  const ids = [change.from, change.into]
  await addAliases(db, change.into, [...new Set(change.names)], 'supervisor')
  for (const handOver of HAND_OVER) await db.query(handOver, ids)
  await settleMerged(db, change.into, change.at)
  await db.query('delete from unit where id = $1', [change.from])
}
