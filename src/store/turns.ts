import type { PastTurn, StoredTurn, Turns } from '../chat/turns.ts'
import type { Answer } from '../domain/answer.ts'
import type { Chat } from '../domain/chat.ts'
import type { Query } from '../domain/query.ts'
import { AppError } from '../errors.ts'
import { createBatch } from './batch.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'
import { LAZILY } from './lazily.ts'

interface TurnRow {
  readonly id: number
  readonly channel: Chat['channel']
  readonly chat: string
  readonly thread: string | null
  readonly account: string
  readonly chat_type: Chat['type']
  readonly answer: Answer
}

const RECENT = `
  select text, query, answer -> 'tasks' as tasks from turn
  where channel = $1 and chat = $2 and thread is not distinct from $3 and account = $4
  order by id desc limit $5`

/** A question answered again takes the place of its turn, unless that one was sent: then what was sent stays. */
const ADD = `
  insert into turn (channel, chat, chat_type, thread, account, person_id, text, query, answer, asked_at, key)
  select $1, $2, $3, $4, $5, $6::bigint, $7, $8::jsonb, $9::jsonb, $10::timestamptz, $11
  where ${LAZILY}
  on conflict (channel, key) do update set
    answer = case when turn.reply_id is null then excluded.answer else turn.answer end,
    query = case when turn.reply_id is null then excluded.query else turn.query end
  returning id, reply_id is not null as sent`

const FIND = `select id, channel, chat, chat_type, thread, account, answer from turn where id = $1`
const SENT = `
  update turn set reply_id = s.reply
  from jsonb_to_recordset($1::jsonb) as s (id bigint, reply text)
  where turn.id = s.id and ${LAZILY}`

export function createTurns(db: Db): Turns {
  const note = createBatch({
    run: async (sent: readonly { readonly id: number; readonly reply: string }[]) => {
      await db.query(SENT, [jsonOf(sent)])
      return sent.map(() => undefined)
    },
    marks: ({ id }) => [String(id)],
  })
  return {
    async recent({ chat, account }, limit) {
      const place = [chat.channel, chat.id, chat.thread, account, limit]
      const rows = await db.query<{ text: string; query: Query; tasks: PastTurn['tasks'] }>(RECENT, place)
      return rows.reverse()
    },
    async add({ chat, account, personId, text, answer, askedAt, key }) {
      const place = [chat.channel, chat.id, chat.type, chat.thread, account, personId]
      const said = [text, JSON.stringify(answer.query), JSON.stringify(answer)]
      const rows = await db.query<{ id: number; sent: boolean }>(ADD, [...place, ...said, askedAt, key])
      const [row] = rows
      if (!row) throw new AppError('database', '没有记下这次提问。')
      return row
    },
    async find(id) {
      const rows = await db.query<TurnRow>(FIND, [id])
      return rows[0] ? storedTurn(rows[0]) : null
    },
    sent: (id, reply) => note({ id, reply }),
  }
}

function storedTurn(row: TurnRow): StoredTurn {
  const chat: Chat = { channel: row.channel, id: row.chat, type: row.chat_type, thread: row.thread }
  return { id: row.id, chat, account: row.account, answer: row.answer }
}
