import type { Day } from '../domain/span.ts'
import { AppError } from '../errors.ts'
import type { Db } from '../store/db.ts'
import { readMoved, saveMoved } from '../store/moved-clock.ts'
import { dayIn, instantIn } from './zone.ts'

/** The morning of a day: when reminders go out, and when a day moved to begins. */
const MORNING = '09:00'
const LONGEST_DAYS = 366

/** The time everything goes by. In the sample city its day can be moved on; it never goes back. */
export interface Clock {
  readonly now: () => Date
  /**
   * To nine in the morning of a later day. Throws `bad-request` for today or before, and for more than a year at once.
   */
  readonly moveTo: (day: Day) => Promise<void>
}

export interface ClockDeps {
  readonly db: Db
  readonly zone: string
  readonly real: () => Date
}

export async function openClock({ db, zone, real }: ClockDeps): Promise<Clock> {
  let moved = await readMoved(db)
  const now = (): Date => new Date(real().getTime() + moved)
  return {
    now,
    async moveTo(day) {
      const morning = instantIn(zone, day, MORNING)
      const ahead = morning.getTime() - now().getTime()
      if (day <= dayIn(zone, now())) throw new AppError('bad-request', '日期只能往后走。')
      if (ahead > LONGEST_DAYS * 86_400_000) throw new AppError('bad-request', '一次最多往后走一年。')
      moved = await saveMoved(db, moved + ahead)
    },
  }
}
