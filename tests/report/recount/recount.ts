import { createMaking } from '../../../src/app/reporting.ts'
import { fromWish, type Made, makeReport } from '../../../src/chat/report/make.ts'
import { STRANGER, type Viewer } from '../../../src/domain/person.ts'
import type { Db } from '../../../src/store/db.ts'
import { ASOF } from '../city.ts'
import type { Case } from './cases.ts'
import { type Facts, factsOf, type Looks } from './facts.ts'
import type { Recount } from './of-report.ts'
import type { Look } from './standing-sql.ts'

const idsOf = async (db: Db, names: readonly string[]): Promise<readonly number[]> =>
  (await db.query<{ id: number }>('select id from unit where short = any ($1)', [names])).map(({ id }) => id)

/** The report as the product makes it for that person. */
export async function reportOf(one: Case, db: Db): Promise<Made> {
  const deps = createMaking({ db, lexical: 'fulltext' })
  const viewer = await viewerOf(one, db)
  const units = await Promise.all(
    (one.units ?? []).map(async (name) => ({ ids: await idsOf(db, [name]), name, said: null })),
  )
  const tasks =
    one.no === undefined
      ? []
      : await db.query<{ id: number }>('select id, no, path, part from task where no = $1', [one.no])
  const named = tasks.map((task) => ({ document: '', path: [], no: one.no ?? null, part: null, ...task }))
  const asked = { report: null, period: null, scope: '', form: null, ...one.asked, tasks: named, units }
  const made = await makeReport({ asked, viewer, chat: one.chat ?? 'private', today: ASOF }, deps)
  if (one.published !== true) return made
  const wish = { ...made.wish, named: true, audience: { kind: 'published', difficulties: true } } as const
  return { ...made, ...(await fromWish(wish, viewer, deps)) }
}

async function viewerOf({ who = 'supervisor', oversees = [] }: Case, db: Db): Promise<Viewer> {
  return { ...STRANGER, roles: [who], oversees: await idsOf(db, oversees) }
}

/** The look a case is made of. */
export const lookOf = (one: Case, [period, today]: Case['now'] = one.now, where = one.where): Look => ({
  ...{ period, today, eyes: one.eyes ?? 'all', where: where ?? 'true', under: one.oversees ?? null },
})

/** The figures it must have, by SQL over the tables alone. */
export async function recountOf(one: Case, db: Db): Promise<Recount> {
  const looks: Looks = {
    now: lookOf(one),
    before: one.before === undefined ? null : lookOf(one, one.before),
    trend: (one.trend ?? []).map((day) => lookOf(one, day)),
    units: one.oversees ?? (one.sides === undefined ? one.units : undefined) ?? null,
  }
  const sides: Record<string, Facts> = {}
  for (const [name, where] of Object.entries(one.sides ?? {}))
    sides[name] = await factsOf(db, { ...looks, now: lookOf(one, one.now, where) })
  return { facts: await factsOf(db, looks), sides }
}
