import type { Question } from '../chat/deps.ts'
import type { Chat } from '../domain/chat.ts'
import { createBatch } from './batch.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

/** An event about to be stored under its keys; its question stands under one of them. */
export interface Claim {
  readonly channel: Chat['channel']
  readonly keys: readonly string[]
  readonly at: Date
  readonly question: Question | null
  readonly place: string | null
}

export interface Claimed {
  /** All keys were new. */
  readonly fresh: boolean
  /** An earlier question of the place is in the hands of another process. */
  readonly behind: boolean
}

const CLAIM = `
  insert into intake (channel, key, received_at, question, taken_at, place, worker)
  select channel, key, at, question, at, place, $2
  from jsonb_to_recordset($1::jsonb)
    as c (channel text, key text, at timestamptz, question jsonb, place text)
  order by key
  on conflict do nothing
  returning channel, key, exists (
    select from intake e
    where e.channel = intake.channel and e.place = intake.place and e.question is not null and e.done_at is null
      and e.worker <> intake.worker) as behind`

interface Row {
  readonly channel: string
  readonly key: string
  readonly behind: boolean
}

/**
 * Stores events, those that come while one is being stored together in one statement: each store waits for the disk, and a busy
 * disk takes longer for one than a busy chat leaves between two.
 */
export function createClaims(db: Db, worker: string): (claim: Claim) => Promise<Claimed> {
  return createBatch({
    async run(claims: readonly Claim[]) {
      const rows = await db.query<Row>(CLAIM, [jsonOf(claims.flatMap(rowsOf)), worker])
      return claims.map((claim) => outcome(claim, rows))
    },
    marks: ({ channel, keys, place }) =>
      [...keys, ...(place === null ? [] : [`place:${place}`])].map((mark) => `${channel} ${mark}`),
  })
}

function rowsOf({ channel, keys, at, question, place }: Claim) {
  return keys.map((key) => ({ channel, key, at, question: key === question?.key ? question : null, place }))
}

function outcome({ channel, keys, question }: Claim, rows: readonly Row[]): Claimed {
  const mine = rows.filter((row) => row.channel === channel && keys.includes(row.key))
  const asked = mine.find((row) => row.key === question?.key) ?? mine[0]
  return { fresh: mine.length === keys.length, behind: asked?.behind === true }
}
