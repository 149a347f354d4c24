import { randomBytes } from 'node:crypto'
import type { TalkMessage } from './deps.ts'
import type { Changes, TalkDeps } from './talk.ts'

/** Messages of a chat kept at hand; older ones stay in the store. */
const AT_HAND = 200

interface Room {
  readonly messages: Map<string, { readonly message: TalkMessage; readonly revision: number }>
  /** Where the room stood when this process first entered it: what is older counts as seen. */
  readonly opened: number
  revision: number
  busy: number
}

/**
 * The chats of this process, read from the store when first entered and written through to it. A revision counts a
 * chat's changes; it starts at the clock, so a page that was open before a restart is still told of what is new.
 */
export function createRooms(deps: TalkDeps) {
  const hand = roomsAtHand(deps)
  return { ...writing(hand, deps), ...reading(hand, deps), ...seeing(hand), during: working(hand) }
}

type AtHand = ReturnType<typeof roomsAtHand>

function roomsAtHand({ now, store }: TalkDeps) {
  const rooms = new Map<string, Promise<Room>>()
  const open = async (chat: string): Promise<Room> => {
    const messages = await store.recent(chat, AT_HAND)
    const revision = now().getTime()
    return {
      messages: new Map(messages.map((m) => [m.id, { message: m, revision }])),
      opened: revision,
      revision,
      busy: 0,
    }
  }
  return {
    rooms,
    of(chat: string): Promise<Room> {
      const known = rooms.get(chat) ?? open(chat)
      rooms.set(chat, known)
      // A store that was down is asked again next time.
      known.catch(() => rooms.delete(chat))
      return known
    },
    next: (room: Room): number => Math.max(room.revision + 1, now().getTime()),
  }
}

function writing(hand: AtHand, { now, store }: TalkDeps) {
  let count = 0
  const put = async (message: TalkMessage): Promise<void> => {
    await store.save(message)
    const room = await hand.of(message.chat)
    room.revision = hand.next(room)
    room.messages.set(message.id, { message, revision: room.revision })
    const oldest = room.messages.keys().next().value
    if (room.messages.size > AT_HAND && oldest !== undefined) room.messages.delete(oldest)
  }
  return {
    async add(message: Omit<TalkMessage, 'id' | 'at'>): Promise<TalkMessage> {
      const at = now()
      count += 1
      const full = { ...message, at, id: `m-${at.getTime()}-${count}-${randomBytes(2).toString('hex')}` }
      await put(full)
      return full
    },
    replace: put,
  }
}

const reading = (hand: AtHand, { store }: TalkDeps) => ({
  async find(id: string): Promise<TalkMessage | null> {
    for (const opening of hand.rooms.values()) {
      const found = (await opening).messages.get(id)
      if (found) return found.message
    }
    return store.find(id)
  },
  async since(chat: string, since: number): Promise<Changes> {
    const room = await hand.of(chat)
    const news = [...room.messages.values()].filter((m) => m.revision > since)
    return { revision: room.revision, messages: news.map((m) => m.message), busy: room.busy > 0 }
  },
})

/** Up to where each account has seen a chat. */
function seeing(hand: AtHand) {
  const seen = new Map<string, number>()
  return {
    saw(account: string, chat: string, revision: number): void {
      seen.set(`${account} ${chat}`, revision)
    },
    async hasNews(account: string, chat: string): Promise<boolean> {
      const room = await hand.of(chat)
      const last = seen.get(`${account} ${chat}`) ?? room.opened
      return [...room.messages.values()].some((m) => m.revision > last && m.message.author !== account)
    },
  }
}

const working =
  (hand: AtHand) =>
  async (chat: string, work: () => Promise<void>): Promise<void> => {
    const room = await hand.of(chat)
    const count = (by: number) => {
      room.busy += by
      room.revision = hand.next(room)
    }
    count(1)
    try {
      await work()
    } finally {
      count(-1)
    }
  }
