import type { Period } from '../domain/period.ts'
import type { Progress } from '../domain/progress.ts'
import type { Db } from './db.ts'
import { progressById } from './read-progress.ts'

/** The lead's report is the official one: statements of responsible units are the lead's to judge. */
const WAITING = `
  select id from progress
  where review = 'pending' and superseded_at is null and capacity = 'lead'
    and ($1::bigint is null or unit_id = $1) and ($2::text is null or period = $2)
  order by reported_at, id`

/** Official reports that no supervisor has judged yet, oldest first. */
export async function readWaiting(
  db: Db,
  { unit = null, period = null }: { readonly unit?: number | null; readonly period?: Period | null },
): Promise<readonly Progress[]> {
  const rows = await db.query<{ id: number }>(WAITING, [unit, period])
  const found = await progressById(
    db,
    rows.map((row) => row.id),
  )
  return found.sort((a, b) => a.reportedAt.getTime() - b.reportedAt.getTime() || a.id - b.id)
}
