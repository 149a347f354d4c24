import type { Ratings } from '../chat/deps.ts'
import type { Db } from './db.ts'

const RATE = `
  insert into rating (turn_id, account, verdict, rated_at) values ($1, $2, $3, $4)
  on conflict (turn_id, account) do update set verdict = excluded.verdict, rated_at = excluded.rated_at`

export function createRatings(db: Db): Ratings {
  return {
    async rate({ turn, account, verdict, at }) {
      await db.query(RATE, [turn, account, verdict, at])
    },
  }
}
