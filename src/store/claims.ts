import type { Question } from '../chat/deps.ts'
import type { Chat } from '../domain/chat.ts'
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

interface Waiting {
  readonly claim: Claim
  readonly result: PromiseWithResolvers<Claimed>
}

/** More would make one statement long; they follow in the next. */
const MOST = 50

/**
 * Stores events, those that come while one is being stored together in one statement: each store waits for the disk, and a busy
 * disk takes longer for one than a busy chat leaves between two. One statement at a time, in the order of asking.
 */
export function createClaims(db: Db, worker: string): (claim: Claim) => Promise<Claimed> {
  let waiting: Waiting[] = []
  let busy = false
  const pump = async (): Promise<void> => {
    if (busy) return
    busy = true
    while (waiting.length > 0) {
      const { now, later } = partOf(waiting)
      waiting = later
      await settle(now)
    }
    busy = false
  }
  const settle = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const rows = await db.query<Row>(CLAIM, [jsonOf(batch.flatMap(({ claim }) => rowsOf(claim))), worker])
      for (const { claim, result } of batch) result.resolve(outcome(claim, rows))
    } catch (error) {
      // One that cannot be stored must not take the others with it.
      if (batch.length === 1) batch[0]?.result.reject(error)
      else for (const one of batch) await settle([one])
    }
  }
  return (claim) => {
    const result = Promise.withResolvers<Claimed>()
    waiting.push({ claim, result })
    void pump()
    return result.promise
  }
}

/** Together go those that share neither a key nor a place: of two alike the first must be seen by the second. */
function partOf(waiting: readonly Waiting[]) {
  const taken = new Set<string>()
  const now: Waiting[] = []
  const later: Waiting[] = []
  for (const one of waiting) {
    const { channel, keys, place } = one.claim
    const marks = [...keys, ...(place === null ? [] : [`place:${place}`])].map((mark) => `${channel} ${mark}`)
    const fits = now.length < MOST && marks.every((mark) => !taken.has(mark))
    for (const mark of marks) taken.add(mark)
    ;(fits ? now : later).push(one)
  }
  return { now, later }
}

function rowsOf({ channel, keys, at, question, place }: Claim) {
  return keys.map((key) => ({ channel, key, at, question: key === question?.key ? question : null, place }))
}

function outcome({ channel, keys, question }: Claim, rows: readonly Row[]): Claimed {
  const mine = rows.filter((row) => row.channel === channel && keys.includes(row.key))
  const asked = mine.find((row) => row.key === question?.key) ?? mine[0]
  return { fresh: mine.length === keys.length, behind: asked?.behind === true }
}
