import type { Slots } from '../domain/send.ts'
import type { Db } from './db.ts'

/** The platform's limits of one app: messages a second, a minute, and a second for one chat or person. */
const LIMITS = { second: 50, minute: 1000, place: 5 }
/** Bulk stays below these, so that an answer always finds room. */
const BULK = { second: 40, minute: 900, place: 4 }

const TAKE = `select wait_ms as "waitMs", limited as "limit" from take_slot($1, $2, $3, $4, $5, $6)`

const HOLD = `
  insert into send_window (name, held_until) values ($1, clock_timestamp() + make_interval(secs => $2))
  on conflict (name) do update set held_until = greatest(send_window.held_until, excluded.held_until)`

const PRUNE_WINDOWS = `
  delete from send_window
  where name like 'place:%' and times[cardinality(times)] < clock_timestamp() - interval '1 hour'
    and coalesce(held_until, '-infinity') < clock_timestamp()`
const PRUNE_COUNTS = `delete from send_count where second < extract(epoch from clock_timestamp()) - 120`

/** `at`: a clock for tests; without it the database's own, one for all processes. */
export function createSlots(db: Db, at: () => Date | null = () => null): Slots {
  return {
    async take({ app, place, bulk }) {
      const most = bulk ? BULK : LIMITS
      const values = [app, place, most.second, most.place, most.minute, at()]
      const [row] = await db.query<Awaited<ReturnType<Slots['take']>>>(TAKE, values)
      return row ?? { waitMs: 0, limit: null }
    },
    async hold({ app, place }, ms) {
      await db.query(HOLD, [place === null ? `app:${app}` : `place:${place}`, ms / 1000])
    },
  }
}

export async function pruneSlots(db: Db): Promise<void> {
  await db.query(PRUNE_WINDOWS)
  await db.query(PRUNE_COUNTS)
}
