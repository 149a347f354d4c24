import type { Subscription, Subscriptions } from '../domain/subscription.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

const ROWS = `
  select id, person_id as "personId", channel, account, asked, rhythm, next_at as "nextAt" from subscription`

const ADD = `
  insert into subscription (person_id, channel, account, asked, rhythm, next_at, made_at)
  values ($1, $2, $3, $4, $5, $6, $7) returning id`

export function createSubscriptions(db: Db): Subscriptions {
  return {
    async add(order, at) {
      const { personId, channel, account, asked, rhythm, nextAt } = order
      const values = [personId, channel, account, jsonOf(asked), jsonOf(rhythm), nextAt, at]
      const [row] = await db.query<{ id: number }>(ADD, values)
      return { ...order, id: row!.id }
    },
    of: (personId) =>
      db.query<Subscription>(`${ROWS} where person_id = $1 and stopped_at is null order by id`, [personId]),
    async change(id, personId, { rhythm, nextAt }) {
      const sql = `update subscription set rhythm = $3, next_at = $4
        where id = $1 and person_id = $2 and stopped_at is null returning id`
      return (await db.query(sql, [id, personId, jsonOf(rhythm), nextAt])).length === 1
    },
    async stop(ids, personId, at) {
      const sql = `update subscription set stopped_at = $3
        where id = any ($1::bigint[]) and person_id = $2 and stopped_at is null returning id`
      return (await db.query(sql, [ids, personId, at])).length
    },
    due: (at) =>
      db.query<Subscription>(`${ROWS} where next_at <= $1 and stopped_at is null order by next_at, id`, [at]),
    async advance(id, from, to) {
      const sql = 'update subscription set next_at = $3 where id = $1 and next_at = $2 returning id'
      return (await db.query(sql, [id, from, to])).length === 1
    },
  }
}
