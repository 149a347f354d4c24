import type { CalendarDay } from '../text/working-days.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

export interface ImportedDay extends CalendarDay {
  /** The file it came from. */
  readonly source: string
}

/** The days supervisors brought in, in order. */
export const readCalendarDays = (db: Db): Promise<ImportedDay[]> =>
  db.query<ImportedDay>('select day, working, name, source from calendar_day order by day')

const SAVE = `
  insert into calendar_day (day, working, name, source)
  select day, working, name, $2 from jsonb_to_recordset($1::jsonb) as r (day date, working boolean, name text)
  on conflict (day) do update set working = excluded.working, name = excluded.name, source = excluded.source
  where (calendar_day.working, calendar_day.name) is distinct from (excluded.working, excluded.name)
  returning day`

/** Adds days; of a day known before, the new word holds. Gives how many changed. */
export async function saveCalendarDays(
  db: Db,
  days: readonly CalendarDay[],
  source: string,
): Promise<number> {
  return (await db.query(SAVE, [jsonOf(days), source])).length
}

/** Takes back what was imported for a year: the library's days hold again. */
export async function dropCalendarYear(db: Db, year: number): Promise<number> {
  const rows = await db.query('delete from calendar_day where extract(year from day) = $1 returning day', [
    year,
  ])
  return rows.length
}
