import type { ActionResult, ChatFlows } from '../chat/deps.ts'
import type { ActionEvent, Chat, ChatEvent, MessageEvent } from '../domain/chat.ts'
import type { FeishuClient } from './client.ts'
import type { Notice, Self } from './events/envelope.ts'
import { normalise } from './events/normalise.ts'
import type { Printer } from './post.ts'
import type { FeishuLog } from './settings.ts'

export interface ReceiverDeps {
  readonly flows: ChatFlows
  readonly client: Pick<FeishuClient, 'chatType'>
  readonly printer: Printer
  readonly log: FeishuLog
  readonly self: () => Self
  readonly notice: (notice: Notice) => Promise<void>
  /** Someone answered a message of ours, by quoting it or by sending its form. */
  readonly answered: (messageId: string, at: Date) => Promise<void>
}

export interface Receiver {
  /** A raw event in, the body of its acknowledgement out; undefined: none. Never throws, never waits for an answer. */
  receive(raw: unknown): Promise<unknown>
  /** Resolves when all work begun is done. */
  drain(): Promise<void>
}

/** The platform shows an error after 3 s. */
const TAP_MS = 2_500
const KNOWN_CHATS = 10_000

/** What both intakes do with an event: store it, acknowledge, and work on it afterwards. */
export function createReceiver(deps: ReceiverDeps): Receiver {
  const working = new Set<Promise<void>>()
  const chats = new Map<string, Chat['type']>()
  const afterwards = (work: Promise<void>): void => {
    const mine = work.catch((err) => deps.log.error({ err }, 'work on an event failed'))
    working.add(mine)
    void mine.finally(() => working.delete(mine))
  }
  const handle = (event: ChatEvent): Promise<unknown> => {
    const answered = answeredBy(event)
    if (answered !== null) afterwards(deps.answered(answered, event.at))
    if (event.kind === 'action') return tapped(event, deps, { chats, afterwards })
    remember(event.chat, chats)
    if (event.kind === 'message') return heard(event, deps, afterwards)
    afterwards(deps.flows.join(event))
    return Promise.resolve(undefined)
  }
  return {
    async receive(raw) {
      const read = normalise(raw, deps.self())
      if ('event' in read) return handle(read.event)
      if ('notice' in read) {
        afterwards(deps.notice(read.notice))
        return undefined
      }
      deps.log.info({ ignored: read.ignored }, 'event ignored')
      return undefined
    },
    async drain() {
      while (working.size > 0) await Promise.all(working)
    },
  }
}

/** The message of ours that an event answers. Turning a page or rating is no answer; a form sent is one. */
function answeredBy(event: ChatEvent): string | null {
  if (event.kind === 'message') return event.repliesTo
  return event.kind === 'action' && Object.keys(event.form).length > 0 ? event.messageId : null
}

type Afterwards = (work: Promise<void>) => void

async function heard(
  event: MessageEvent,
  { flows }: ReceiverDeps,
  afterwards: Afterwards,
): Promise<undefined> {
  const question = await flows.accept(event)
  if (question) afterwards(flows.answer(question))
}

async function tapped(
  event: ActionEvent,
  deps: ReceiverDeps,
  memory: { readonly chats: Map<string, Chat['type']>; readonly afterwards: Afterwards },
): Promise<unknown> {
  // Only a question is answered differently in a group; turning a page needs no look at the platform.
  const type = event.action.do === 'ask' ? await typeOf(event.chat, deps, memory.chats) : event.chat.type
  const acting = deps.flows.action({ ...event, chat: { ...event.chat, type } })
  const result = await within(TAP_MS, acting)
  // Slower than a tap may be: acknowledge, and let what comes of it follow.
  if (!result) memory.afterwards(acting.then((late) => late.later?.()))
  if (result?.later) memory.afterwards(result.later())
  return result ? acknowledgement(result, deps.printer) : {}
}

/** A group until the platform says otherwise: less is shown in a group. Asked once per chat. */
async function typeOf(
  chat: Chat,
  { client, log }: ReceiverDeps,
  known: Map<string, Chat['type']>,
): Promise<Chat['type']> {
  const kept = known.get(chat.id)
  if (kept) return kept
  try {
    const type = await within(TAP_MS / 3, client.chatType(chat.id))
    if (type) remember({ ...chat, type }, known)
    return type ?? 'group'
  } catch (err) {
    log.warn({ err, chat: chat.id }, 'kind of chat unknown, taken for a group')
    return 'group'
  }
}

function remember(chat: Chat, known: Map<string, Chat['type']>): void {
  if (known.size >= KNOWN_CHATS) known.clear()
  known.set(chat.id, chat.type)
}

function acknowledgement({ toast, update }: ActionResult, printer: Printer): unknown {
  return {
    ...(toast && { toast: { type: toast.type, content: toast.text } }),
    ...(update && { card: { type: 'raw', data: printer.card(update) } }),
  }
}

/** Null when it takes longer; a failure that comes later than that is nobody's. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), ms)
  })
  work.catch(() => {})
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
