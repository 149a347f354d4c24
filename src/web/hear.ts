import type { MessageEvent } from '../domain/chat.ts'
import { mediaTypeOf } from '../domain/media-type.ts'
import { legible } from '../text/legible.ts'
import type { WebDeps, WebPerson } from './deps.ts'
import type { Room } from './pages/rail.ts'
import { BOT_NAME } from './talk.ts'
import { chatOf } from './visit.ts'

/** Characters of one message: a pasted table goes through and is answered, not cut. */
export const MOST_WORDS = 20_000

export interface Spoken {
  readonly person: WebPerson
  readonly room: Room
  readonly text: string
  /** The mention beside the input was on. */
  readonly mention: boolean
}

export interface Handed extends Spoken {
  readonly name: string
  readonly bytes: Uint8Array
}

type Heard = Pick<MessageEvent, 'text' | 'form' | 'files'>

/** Puts what a person said into the chat and hands it to the flows, without waiting for their answer. */
export function hearMessage(spoken: Spoken, deps: WebDeps): Promise<void> {
  const { text, called } = wordsOf(spoken)
  const shown = spoken.room.type === 'group' && called ? `@${BOT_NAME} ${text}` : text
  return hear(spoken, shown, { text, form: 'text', files: [] }, deps)
}

/** The same for a file, with the words that came along. The bytes are kept before anybody hears of them. */
export async function hearFile(handed: Handed, deps: WebDeps): Promise<void> {
  const { name, bytes } = handed
  const key = await deps.uploads!.keep(bytes)
  const picture = mediaTypeOf(name, bytes).startsWith('image/')
  const { text } = wordsOf(handed)
  const what = `[${picture ? '图片' : '文件'}] ${name}（${sizeOf(bytes.byteLength)}）`
  const shown = [what, text].filter(Boolean).join('\n')
  const form = !picture ? 'file' : text === '' ? 'image' : 'text'
  await hear(handed, shown, { text, form, files: [{ key, name, picture }] }, deps)
}

function wordsOf({ text, mention }: Spoken): { readonly text: string; readonly called: boolean } {
  const words = legible(text).replaceAll(`@${BOT_NAME}`, ' ').trim()
  return { text: words, called: mention || text.includes(`@${BOT_NAME}`) }
}

async function hear(spoken: Spoken, shown: string, heard: Heard, deps: WebDeps): Promise<void> {
  const { person, room } = spoken
  const mentioned = room.type === 'private' || wordsOf(spoken).called
  const said = await deps.talk.hear({
    chat: room.id,
    author: person.account,
    name: person.name,
    body: { text: shown },
    repliesTo: null,
  })
  const event: MessageEvent = {
    kind: 'message',
    id: said.id,
    messageId: said.id,
    chat: chatOf(room),
    sender: { channel: 'web', account: person.account, name: person.name },
    ...heard,
    mentioned,
    repliesTo: null,
    at: said.at,
  }
  const work = mentioned
    ? deps.talk.during(room.id, () => deps.flows.message(event))
    : deps.flows.message(event)
  void work.catch((err: unknown) => deps.log.error({ err, id: event.id }, 'message flow failed'))
}

/** 350 KB, 1.2 MB */
function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}
