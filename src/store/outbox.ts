import type { Address, Outbox, Send, TakenSend } from '../domain/send.ts'
import { createBatch } from './batch.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'
import { LAZILY } from './lazily.ts'
import { RECORD, type RecordRow, recordOf } from './send-record.ts'

const PLAN = `
  insert into outbox (key, channel, address, place, reply, planned_at, due_at)
  select key, address ->> 'channel', address, place, reply, $2, $3
  from jsonb_to_recordset($1::jsonb) as s (key text, address jsonb, place text, reply jsonb, n int)
  order by n
  on conflict do nothing
  returning key`

const BEGIN = `
  insert into outbox (key, channel, address, place, reply, planned_at, due_at, taken_until, first_tried, tries)
  select $1, $2, $3::jsonb, $4, $5::jsonb, $6::timestamptz, $6, $6::timestamptz + interval '60 seconds', $6, 1
  where ${LAZILY}
  on conflict (key) do update set
    state = case outbox.state when 'dead' then 'planned' else outbox.state end,
    reply = case outbox.state when 'accepted' then null else excluded.reply end,
    tries = outbox.tries + case outbox.state when 'accepted' then 0 else 1 end,
    taken_until = case outbox.state when 'accepted' then null else excluded.taken_until end,
    first_tried = coalesce(outbox.first_tried, excluded.first_tried)
  returning message_id as "messageId", address as "to"`

const READDRESS = `update outbox set address = $2 where key = $1 and state = 'planned' and ${LAZILY}`

/**
 * The oldest of each place, for order; `skip locked`, so that processes share the work. A try begun and never ended an
 * hour ago may have arrived: it is left for a person to decide (`BURY`).
 */
const TAKE = `
  update outbox set taken_until = $2::timestamptz + interval '60 seconds', tries = tries + 1,
    first_tried = coalesce(first_tried, $2), unsure = unsure or taken_until is not null
  where key in (
    select key from outbox o
    where channel = $1 and state = 'planned' and due_at <= $2 and (taken_until is null or taken_until < $2)
      and not exists (
        select from outbox e
        where e.channel = o.channel and e.place = o.place and e.state = 'planned' and e.ordinal < o.ordinal)
    order by ordinal
    limit $3
    for update skip locked)
  returning key, address, reply, tries, ordinal`

/** The platform knows a repeated message for one hour; what may have arrived is not sent again after that. */
const BURY = `
  update outbox set state = 'dead', failure_verdict = 'unsure', failure_code = 0, failed_at = $2, taken_until = null
  where channel = $1 and state = 'planned' and (unsure or taken_until < $2)
    and first_tried < $2::timestamptz - interval '55 minutes'`

const ACCEPTED = `
  update outbox set state = 'accepted', message_id = a.id, accepted_at = a.at, reply = null, taken_until = null,
    failed_at = null, failure_code = null, failure_verdict = null
  from jsonb_to_recordset($1::jsonb) as a (key text, id text, at timestamptz)
  where outbox.key = a.key and state <> 'accepted' and ${LAZILY}`

/** Tried again after 30 s, 1, 2, 4 … 32 minutes; for a day. */
const FAILED = `
  update outbox set taken_until = null, failed_at = $6, failure_code = $2, failure_verdict = $3,
    unsure = unsure or $5,
    state = case when $4 or planned_at < $6::timestamptz - interval '1 day' then 'dead' else 'planned' end,
    due_at = coalesce($7, $6::timestamptz + interval '30 seconds' * (2 ^ least(6, greatest(0, tries - 1))))
  where key = $1 and state = 'planned'`

const RELEASE = `
  update outbox set taken_until = null, due_at = $2, tries = greatest(0, tries - 1),
    first_tried = case when tries <= 1 then null else first_tried end
  where key = $1 and state = 'planned'`

const READ = `update outbox set read_at = $2 where message_id = any ($1) and read_at is null`
const ANSWERED = `
  update outbox set answered_at = $2, read_at = coalesce(read_at, $2)
  where message_id = $1 and answered_at is null`

const UNREAD = `
  select message_id as "messageId" from outbox
  where channel = $1 and state = 'accepted' and read_at is null and accepted_at > $2 and accepted_at <= $3
    and address ->> 'kind' = 'chat' and address -> 'asked' is null
  order by ordinal limit $4`

const FIND = `${RECORD} where key = any ($1)`
const DEAD = `${RECORD} where state = 'dead' order by failed_at desc limit $1`

/** What was accepted cannot be dead, so nothing here is sent that is known to have arrived. */
const RESEND = `
  update outbox set state = 'planned', due_at = $2, planned_at = $2, tries = 0, first_tried = null, unsure = false
  where state = 'dead' and ($1::text[] is null or key = any ($1))
  returning key`

const PRUNE = `delete from outbox where state <> 'planned' and coalesce(accepted_at, failed_at) < $1`

/** The outbox of all channels. */
export function createOutbox(db: Db): Outbox {
  const accept = createBatch({
    run: async (sent: readonly Accepted[]) => {
      await db.query(ACCEPTED, [jsonOf(sent)])
      return sent.map(() => undefined)
    },
    marks: ({ key }: Accepted) => [key],
  })
  return {
    async plan(sends, at, due = at) {
      const rows = sends.map(({ key, to, reply }, n) => ({ key, address: to, place: placeOf(to), reply, n }))
      return (await db.query(PLAN, [jsonOf(rows), at, due])).length
    },
    async begin({ key, to, reply }, at) {
      const values = [key, to.channel, jsonOf(to), placeOf(to), jsonOf(reply), at]
      const [row] = await db.query<{ messageId: string | null; to: Address }>(BEGIN, values)
      return row ?? { messageId: null, to }
    },
    async readdress(key, to) {
      await db.query(READDRESS, [key, jsonOf(to)])
    },
    async takeDue(channel, at, limit) {
      await db.query(BURY, [channel, at])
      const rows = await db.query<TakenRow>(TAKE, [channel, at, limit])
      return rows.sort((a, b) => a.ordinal - b.ordinal).map(takenOf)
    },
    accepted: (key, id, at) => accept({ key, id, at }),
    async failed(key, { code, verdict, terminal, unsure, retryAt }, at) {
      await db.query(FAILED, [key, code, verdict, terminal, unsure, at, retryAt])
    },
    async release(key, due) {
      await db.query(RELEASE, [key, due])
    },
    async read(messageIds, at) {
      await db.query(READ, [messageIds, at])
    },
    async answered(messageId, at) {
      await db.query(ANSWERED, [messageId, at])
    },
    async unread(channel, { after, until }, limit) {
      const rows = await db.query<{ messageId: string }>(UNREAD, [channel, after, until, limit])
      return rows.map((row) => row.messageId)
    },
    find: async (keys) => (await db.query<RecordRow>(FIND, [keys])).map(recordOf),
    dead: async (limit) => (await db.query<RecordRow>(DEAD, [limit])).map(recordOf),
    resend: async (keys, at) => (await db.query(RESEND, [keys, at])).length,
  }
}

/** Sends of long ago, with all that was known of them. */
export async function pruneOutbox(db: Db, before: Date): Promise<void> {
  await db.query(PRUNE, [before])
}

/** What the platform counts by. */
export function placeOf(to: Address): string {
  return to.kind === 'person' ? to.account : to.chat
}

interface Accepted {
  readonly key: string
  readonly id: string
  readonly at: Date
}

interface TakenRow {
  readonly key: string
  readonly address: Address
  readonly reply: Send['reply']
  readonly tries: number
  readonly ordinal: number
}

function takenOf({ key, address, reply, tries }: TakenRow): TakenSend {
  return { key, to: address, reply, tries }
}
