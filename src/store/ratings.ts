import type { Ratings } from '../chat/turns.ts'
import type { Rated } from '../domain/chat.ts'
import type { Db } from './db.ts'

const RATE = `
  insert into rating (turn_id, account, verdict, rated_at) values ($1, $2, $3, $4)
  on conflict (turn_id, account) do update set verdict = excluded.verdict, rated_at = excluded.rated_at`

const TALLY = `
  select count(*) filter (where verdict = 'useful')::int as useful,
    count(*) filter (where verdict = 'useless')::int as useless
  from rating where turn_id = $1`

export function createRatings(db: Db): Ratings {
  return {
    async rate({ turn, account, verdict, at }) {
      await db.query(RATE, [turn, account, verdict, at])
    },
    async tally(turn) {
      const [row] = await db.query<Rated>(TALLY, [turn])
      return row ?? { useful: 0, useless: 0 }
    },
  }
}
