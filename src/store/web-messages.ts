import type { TalkMessage, TalkStore } from '../web/deps.ts'
import type { Db } from './db.ts'

interface MessageRow {
  readonly id: string
  readonly chat: string
  readonly author: string | null
  readonly name: string
  readonly words: string | null
  readonly card: unknown
  readonly replies_to: string | null
  readonly said_at: Date
}

const COLUMNS = 'id, chat, author, name, words, card, replies_to, said_at'

const RECENT = `select ${COLUMNS} from web_message where chat = $1 order by said_at desc, id desc limit $2`
const FIND = `select ${COLUMNS} from web_message where id = $1`
const SAVE = `
  insert into web_message (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (id) do update set words = excluded.words, card = excluded.card`

/** What was said in the web chat; a message saved again replaces its words or card. */
export function createWebMessages(db: Db): TalkStore {
  return {
    async recent(chat, limit) {
      return (await db.query<MessageRow>(RECENT, [chat, limit])).reverse().map(messageOf)
    },
    async find(id) {
      const [row] = await db.query<MessageRow>(FIND, [id])
      return row ? messageOf(row) : null
    },
    async save(m) {
      const words = 'text' in m.body ? m.body.text : null
      const card = 'card' in m.body ? JSON.stringify(m.body.card) : null
      await db.query(SAVE, [m.id, m.chat, m.author, m.name, words, card, m.repliesTo, m.at])
    },
  }
}

function messageOf(row: MessageRow): TalkMessage {
  const { id, chat, author, name } = row
  const body = row.words === null ? { card: row.card } : { text: row.words }
  return { id, chat, author, name, body, repliesTo: row.replies_to, at: row.said_at }
}
