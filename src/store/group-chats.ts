import type { Db } from './db.ts'

/** A group the bot has been asked in. */
export interface GroupChat {
  readonly channel: 'feishu'
  readonly chat: string
  readonly name: string
}

/** Feishu groups have no name here; who asked last tells them apart. */
const GROUPS = `
  select chat, max(asked_at) as at, (array_agg(person.name order by asked_at desc))[1] as person
  from turn left join person on person.id = turn.person_id
  where channel = 'feishu' and chat_type = 'group'
  group by chat order by 2 desc limit 20`

export async function readGroupChats(db: Db): Promise<readonly GroupChat[]> {
  const rows = await db.query<{ chat: string; person: string | null }>(GROUPS)
  return rows.map(({ chat, person }, i) => ({
    channel: 'feishu',
    chat,
    name: `飞书群${i + 1}${person === null ? '' : `（最近提问：${person}）`}`,
  }))
}
