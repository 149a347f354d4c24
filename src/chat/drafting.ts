import type { MessageEvent, Reply } from '../domain/chat.ts'
import type { Message } from '../domain/message.ts'
import type { ChatDeps } from './deps.ts'

/** What is shown of an answer before it is whole, and the answer itself in its place. */
export interface Drafting {
  /** To be handed to the answering; absent where nothing is shown. */
  readonly hear?: (message: Message) => void
  /** Sends the answer: into the card of the draft where there is one. Returns the id of the message. */
  readonly finish: (reply: Reply) => Promise<string>
}

type DraftingDeps = Pick<ChatDeps, 'channel' | 'log' | 'draftAfterMs'>

/** Between two faces of one card; the platform takes five a second. */
const BETWEEN_MS = 400

/**
 * One card per question, however long it takes: shown when the answer is not there after a while, then replaced in place by
 * what is known. `late`: an earlier process may have shown one.
 */
export function createDrafting(event: MessageEvent, late: boolean, deps: DraftingDeps): Drafting {
  const { channel, draftAfterMs } = deps
  if (draftAfterMs === undefined || !channel.draft) return { finish: (reply) => channel.reply(event, reply) }
  const card = createCard(event, deps)
  let timer: NodeJS.Timeout | undefined
  return {
    hear(message) {
      card.show(message)
      timer ??= setTimeout(card.open, draftAfterMs)
    },
    async finish(reply) {
      clearTimeout(timer)
      if (late) {
        card.show(reply.message)
        card.open()
      }
      return card.finish(reply)
    },
  }
}

/** Faces go out one after the other; of several that wait the newest alone. */
function createCard(event: MessageEvent, { channel, log }: DraftingDeps) {
  let id: string | null = null
  let newest: Message | null = null
  let open = false
  let over = false
  let work: Promise<void> = Promise.resolve()

  const put = async (): Promise<void> => {
    const message = newest
    if (over || message === null) return
    newest = null
    const reply: Reply = { message, turn: null, page: 0 }
    if (id === null) id = (await channel.draft?.(event, reply)) ?? null
    else await channel.update(id, reply)
  }
  const next = (): void => {
    work = work.then(put).catch((err: unknown) => log.warn({ err, id: event.id }, 'draft could not be shown'))
  }
  let resting: NodeJS.Timeout | undefined
  const soon = (): void => {
    resting ??= setTimeout(() => {
      resting = undefined
      next()
    }, BETWEEN_MS)
  }
  return {
    show(message: Message): void {
      newest = message
      if (open) soon()
    },
    open(): void {
      open = true
      next()
    },
    async finish(reply: Reply): Promise<string> {
      clearTimeout(resting)
      await work
      over = true
      return id === null ? channel.reply(event, reply) : replace(id, reply)
    },
  }

  async function replace(draft: string, reply: Reply): Promise<string> {
    try {
      await channel.update(draft, reply)
      return draft
    } catch (err) {
      log.warn({ err, id: event.id }, 'draft could not be replaced, answer said anew')
      return channel.reply(event, reply)
    }
  }
}
