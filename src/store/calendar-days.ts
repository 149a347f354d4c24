import type { Hand } from '../domain/progress.ts'
import type { CalendarDay } from '../text/working-days.ts'
import { writeAudit } from './audit.ts'
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

const ofYears =
  'select day, working, name, source from calendar_day where extract(year from day) = any ($1::int[])'

/** A year's days as they were and are, for the audit row. */
const entryOf = (
  what: string,
  year: number,
  days: Readonly<Record<'before' | 'after', readonly ImportedDay[]>>,
) => ({
  ...{ what, subject: 'calendar_day', subjectId: year },
  ...{ before: days.before, after: days.after },
})

interface Import {
  readonly days: readonly CalendarDay[]
  /** The file they came from. */
  readonly source: string
}

/** Adds days, with an audit row for each year; of a day known before, the new word holds. Gives how many changed. */
export const saveCalendarDays = (db: Db, { days, source }: Import, hand: Hand): Promise<number> =>
  db.tx(async (tx) => {
    const years = [...new Set(days.map(({ day }) => Number(day.slice(0, 4))))]
    const before = await tx.query<ImportedDay>(ofYears, [years])
    const changed = (await tx.query(SAVE, [jsonOf(days), source])).length
    if (changed === 0) return 0
    const after = await tx.query<ImportedDay>(ofYears, [years])
    const of = (list: readonly ImportedDay[], year: number) =>
      list.filter(({ day }) => day.startsWith(String(year)))
    const entries = years.map((year) =>
      entryOf('calendar', year, { before: of(before, year), after: of(after, year) }),
    )
    await writeAudit(tx, entries, hand)
    return changed
  })

/** Takes back what was imported for a year: the library's days hold again. Gives how many there were. */
export const dropCalendarYear = (db: Db, year: number, hand: Hand): Promise<number> =>
  db.tx(async (tx) => {
    const before = await tx.query<ImportedDay>(ofYears, [[year]])
    if (before.length === 0) return 0
    await tx.query('delete from calendar_day where extract(year from day) = $1', [year])
    await writeAudit(tx, [entryOf('drop calendar', year, { before, after: [] })], hand)
    return before.length
  })
