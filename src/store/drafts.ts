import type { Draft, DraftBody, DraftOutcome, DraftOwner, Drafts } from '../domain/draft.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

const COLUMNS = `
  id, channel, account, person_id as "personId", body, revision, reply_id as "replyId", made_at as "madeAt",
  changed_at as "changedAt", settled_at as "settledAt", outcome`

const OPEN = `
  select ${COLUMNS} from draft
  where channel = $1 and account = $2 and settled_at is null and ($3::text is null or body ->> 'kind' = $3)
  order by changed_at desc, id desc limit 1`
const FIND = `select ${COLUMNS} from draft where id = $1`

const HEARD = `
  select ${COLUMNS} from draft
  where channel = $1 and account = $2 and body -> 'said' @> jsonb_build_array(jsonb_build_object('key', $3::text))
  order by id desc limit 1`

const REPLACE = `
  update draft set settled_at = $3, outcome = 'replaced'
  where channel = $1 and account = $2 and chat = $4 and settled_at is null`

/** A draft belongs to its account, wherever it spoke, for it is confirmed in private: `chat` tells the kinds apart. */
const ADD = `
  insert into draft (channel, account, chat, person_id, body, made_at, changed_at)
  values ($1, $2, $6, $3, $4, $5, $5)
  returning ${COLUMNS}`

const REVISE = `
  update draft set body = $3, changed_at = $4, revision = revision + 1, reminded_at = null
  where id = $1 and revision = $2 and settled_at is null
  returning ${COLUMNS}`

const SHOWN = 'update draft set reply_id = $2 where id = $1'

const SETTLE = `
  update draft set settled_at = $3, outcome = $2 where id = $1 and settled_at is null returning id`

/** Questions and drafts as one talk: what a later word may lean on. */
const SAID = `
  select text from (
    select t.text, t.asked_at as at, t.id as n from turn t
    where t.channel = $1 and t.account = $2 and t.asked_at >= $3 and not t.answer -> 'trace' @> '["reported"]'
    union all
    select s.value ->> 'text', d.changed_at, s.ordinality from draft d
    cross join jsonb_array_elements(d.body -> 'said') with ordinality s
    where d.channel = $1 and d.account = $2 and d.changed_at >= $3 and d.outcome is distinct from 'dropped'
  ) as talk order by at desc, n desc limit $4`

const FORGOTTEN = `
  update draft set reminded_at = $3
  where channel = $1 and settled_at is null and reminded_at is null and changed_at < $2
  returning ${COLUMNS}`

type Row = Omit<Draft, 'who'> & { readonly channel: DraftOwner['channel']; readonly account: string }

const draftOf = ({ channel, account, ...row }: Row): Draft => ({ ...row, who: { channel, account } })

export function createDrafts(db: Db): Drafts {
  const one = async (sql: string, values: readonly unknown[]): Promise<Draft | null> => {
    const [row] = await db.query<Row>(sql, values)
    return row ? draftOf(row) : null
  }
  return {
    open: ({ channel, account }, kind) => one(OPEN, [channel, account, kind ?? null]),
    find: (id) => one(FIND, [id]),
    heard: ({ channel, account }, key) => one(HEARD, [channel, account, key]),
    start: ({ channel, account }, personId, body, at) =>
      db.tx(async (tx) => {
        await tx.query(REPLACE, [channel, account, at, body.kind])
        const values = [channel, account, personId, jsonOf(body), at, body.kind]
        const [row] = await tx.query<Row>(ADD, values)
        return draftOf(row!)
      }),
    revise: ({ id, revision }, body: DraftBody, at) => one(REVISE, [id, revision, jsonOf(body), at]),
    async shown(id, replyId) {
      await db.query(SHOWN, [id, replyId])
    },
    settle: async (id, outcome: DraftOutcome, at) => (await db.query(SETTLE, [id, outcome, at])).length === 1,
    async said({ channel, account }, { since, limit }) {
      const rows = await db.query<{ text: string }>(SAID, [channel, account, since, limit])
      return rows.map((row) => row.text).reverse()
    },
    takeForgotten: async (channel, before, at) =>
      (await db.query<Row>(FORGOTTEN, [channel, before, at])).map(draftOf),
  }
}

/** Of these messages of a channel those that show an open draft. */
export async function openDraftsOn(db: Db, messageIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db.query<{ id: string }>(
    'select reply_id as id from draft where settled_at is null and reply_id = any ($1)',
    [messageIds],
  )
  return rows.map(({ id }) => id)
}
