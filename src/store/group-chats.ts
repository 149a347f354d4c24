import type { Db } from './db.ts'

/** A group the bot has been asked in. */
export interface GroupChat {
  readonly channel: 'feishu'
  readonly chat: string
  readonly name: string
}

/** The platform's word for a group; null: it has none, or does not tell us. */
export type ChatName = (chat: string) => Promise<string | null>

interface Row {
  readonly chat: string
  readonly person: string | null
  readonly name: string | null
  readonly isOld: boolean
}

/** Groups spoken in last, with the name the platform gave; one a day old is asked for again. */
const GROUPS = `
  select g.chat, g.person, c.name, c.asked_at is null or c.asked_at < $1::timestamptz - interval '1 day' as "isOld"
  from (
    select chat, max(asked_at) as at, (array_agg(person.name order by asked_at desc))[1] as person
    from turn left join person on person.id = turn.person_id
    where channel = 'feishu' and chat_type = 'group'
    group by chat order by 2 desc limit 20) g
  left join group_chat c on c.channel = 'feishu' and c.chat = g.chat
  order by g.at desc`

const KEEP = `
  insert into group_chat (channel, chat, name, asked_at) values ('feishu', $1, $2, $3)
  on conflict (channel, chat) do update set name = excluded.name, asked_at = excluded.asked_at`

/** Groups under their own names, as the platform tells them; without one, who asked last tells them apart. */
export async function readGroupChats(db: Db, nameOf: ChatName, now: Date): Promise<readonly GroupChat[]> {
  const rows = await db.query<Row>(GROUPS, [now])
  return Promise.all(
    rows.map(async (row, i) => ({
      channel: 'feishu' as const,
      chat: row.chat,
      name: (await named(row, { db, nameOf, now })) ?? anonymous(row, i),
    })),
  )
}

async function named(
  { chat, name, isOld }: Row,
  { db, nameOf, now }: { readonly db: Db; readonly nameOf: ChatName; readonly now: Date },
): Promise<string | null> {
  const told = isOld ? await nameOf(chat) : null
  if (told !== null) await db.query(KEEP, [chat, told, now])
  return told ?? name
}

const anonymous = ({ person }: Row, i: number): string =>
  `飞书群${i + 1}${person === null ? '' : `（最近提问：${person}）`}`
