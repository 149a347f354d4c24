import type { Lease } from '../domain/lease.ts'
import type { Db } from './db.ts'

const CLAIM = `
  insert into lease (name, holder, until) values ($1, $2, clock_timestamp() + make_interval(secs => $3))
  on conflict (name) do update set holder = excluded.holder, until = excluded.until
    where lease.holder = excluded.holder or lease.until < clock_timestamp()
  returning holder`

const RELEASE = 'delete from lease where name = $1 and holder = $2'

export function createLease(db: Db): Lease {
  return {
    claim: async (name, holder, seconds) => (await db.query(CLAIM, [name, holder, seconds])).length === 1,
    async release(name, holder) {
      await db.query(RELEASE, [name, holder])
    },
  }
}

/** Rights that ran out a day ago: their processes are gone. */
export async function pruneLeases(db: Db): Promise<void> {
  await db.query(`delete from lease where until < clock_timestamp() - interval '1 day'`)
}
