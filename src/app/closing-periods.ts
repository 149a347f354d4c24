import { endOf, type Period } from '../domain/period.ts'
import type { Log } from '../log.ts'
import { readCalendarDays } from '../store/calendar-days.ts'
import type { Db } from '../store/db.ts'
import { periodsDue } from '../store/owing.ts'
import { createStandings } from '../store/standings.ts'
import { workingDays } from '../text/working-days.ts'
import { HOUR_MS, keepDoing } from './every.ts'
import { dayIn } from './zone.ts'

export interface ClosingDeps {
  readonly db: Db
  readonly now: () => Date
  readonly zone: string
  /** Working days after the last report of a period was due; 0: only a supervisor closes periods. */
  readonly after: number
}

/** Closes the periods that are over and were due long enough ago. Gives those closed now; safe to run twice, in two processes. */
export async function closePeriods({ db, now, zone, after }: ClosingDeps): Promise<readonly Period[]> {
  if (after === 0) return []
  const today = dayIn(zone, now())
  const latest = workingDays(await readCalendarDays(db)).add(today, -after)
  const due = (await periodsDue(db, latest)).filter((period) => endOf(period) < today)
  const standings = createStandings(db)
  const closed: Period[] = []
  for (const period of due) if (await standings.freeze(period, today, now())) closed.push(period)
  return closed
}

/** Now and every hour. Returns how to stop. */
export function keepClosingPeriods(deps: ClosingDeps, log: Log): () => Promise<void> {
  const close = async (): Promise<void> => {
    const closed = await closePeriods(deps)
    if (closed.length > 0) log.info({ closed }, 'periods closed')
  }
  return keepDoing(HOUR_MS, close, (err) => log.warn({ err }, 'closing periods failed'))
}
