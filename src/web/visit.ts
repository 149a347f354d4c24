import type { Chat } from '../domain/chat.ts'
import { AppError } from '../errors.ts'
import type { TalkMessage, WebDeps, WebPerson } from './deps.ts'
import type { ShownFor } from './pages/chat-parts.ts'
import type { Room, Standing } from './pages/rail.ts'
import { BOT_NAME, type Changes, privateChat } from './talk.ts'

/** Who is at the page, and where. */
export interface Visit {
  readonly person: WebPerson
  readonly rooms: readonly Room[]
  readonly room: Room | null
}

export interface VisitOf extends Visit {
  readonly room: Room
}

type VisitDeps = Pick<WebDeps, 'people' | 'groups'>

/** Null: nobody of that account. `room` is null when none, or an unknown one, is named. */
export async function findVisit(as: string, room: string, deps: VisitDeps): Promise<Visit | null> {
  const person = (await deps.people.list()).find((p) => p.account === as)
  if (!person) return null
  const rooms = roomsOf(person, deps)
  return { person, rooms, room: rooms.find((r) => r.id === room) ?? null }
}

/** As `findVisit`, for requests of a page that is open: both must be there. */
export async function getVisit(fields: Fields, deps: VisitDeps): Promise<VisitOf> {
  const visit = await findVisit(fields.as ?? '', fields.in ?? '', deps)
  if (!visit) throw new AppError('not-found', '没有这个人员，可能名单已更新。请重新选择身份。')
  if (!visit.room) throw new AppError('not-found', '没有这个会话，请从会话列表重新进入。')
  return { ...visit, room: visit.room }
}

function roomsOf(person: WebPerson, { groups }: VisitDeps): readonly Room[] {
  const group = (g: WebDeps['groups'][number]): Room => ({
    ...g,
    note: `群聊 · @${BOT_NAME} 提问，全群可见`,
    type: 'group',
  })
  const own: Room = {
    id: privateChat(person.account),
    name: BOT_NAME,
    note: '私聊 · 只有您能看到',
    type: 'private',
  }
  return [...groups.map(group), own]
}

/** The visit, with the other rooms where something new was said. The room one is in counts as seen. */
export async function standingOf(
  visit: Visit,
  changes: Changes,
  { talk, days }: Pick<WebDeps, 'talk' | 'days'>,
): Promise<Standing> {
  const { account } = visit.person
  if (visit.room) talk.saw(account, visit.room.id, changes.revision)
  const others = visit.rooms.filter((r) => r.id !== visit.room?.id)
  const fresh = await Promise.all(others.map((r) => talk.hasNews(account, r.id)))
  const news = new Set(others.filter((_, i) => fresh[i]).map((r) => r.id))
  const day = days ? { today: days.today(), choices: await days.choices() } : null
  return { ...visit, news, day }
}

export const chatOf = (room: Room): Chat => ({ channel: 'web', id: room.id, type: room.type, thread: null })

export type Fields = Readonly<Record<string, string | undefined>>

/** Fields of a query or a form, single strings only: a name sent twice or as an object is left out. */
export function fieldsOf(source: unknown): Fields {
  if (typeof source !== 'object' || source === null) return {}
  return Object.fromEntries(Object.entries(source).filter(([, v]) => typeof v === 'string'))
}

/** A page's place in the talk; what is no number brings everything. */
export function sinceOf(fields: Fields): number {
  const since = Number(fields.since)
  return Number.isSafeInteger(since) && since > 0 ? since : 0
}

/** How messages are shown to `person`, with those they answer looked up. */
export async function viewOf(
  person: WebPerson,
  changes: Changes,
  deps: Pick<WebDeps, 'talk' | 'now'>,
): Promise<ShownFor> {
  const answered = new Set(changes.messages.flatMap((m) => (m.repliesTo === null ? [] : [m.repliesTo])))
  const found = await Promise.all([...answered].map((id) => deps.talk.find(id)))
  const byId = new Map(found.filter((m): m is TalkMessage => m !== null).map((m) => [m.id, m]))
  return { account: person.account, now: deps.now(), find: (id) => byId.get(id) ?? null }
}
