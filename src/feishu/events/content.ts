import { z } from 'zod'
import type { MessageEvent } from '../../domain/chat.ts'

export interface Mention {
  readonly key: string
  readonly openId: string | null
  readonly name: string
}

export interface Content {
  readonly form: MessageEvent['form']
  readonly text: string
  readonly files: MessageEvent['files']
}

const TEXT = z.looseObject({ text: z.string() })
const FILE = z.looseObject({ file_key: z.string(), file_name: z.string().default('') })
const IMAGE = z.looseObject({ image_key: z.string() })
const ELEMENT = z.looseObject({
  tag: z.string(),
  text: z.string().optional(),
  user_id: z.string().optional(),
  user_name: z.string().optional(),
  image_key: z.string().optional(),
})
const POST_BODY = z.looseObject({ title: z.string().default(''), content: z.array(z.array(ELEMENT)) })

type Reader = (content: unknown) => Content | null

/** One reader per message type; a type without one is `other`. */
const READERS: Readonly<Record<string, Reader>> = {
  text: (content) => words(TEXT.safeParse(content).data?.text),
  post: readPost,
  image: (content) => attached('image', IMAGE.safeParse(content).data?.image_key, ''),
  file: (content) => {
    const file = FILE.safeParse(content).data
    return attached('file', file?.file_key, file?.file_name ?? '')
  },
  audio: () => ({ form: 'voice', text: '', files: [] }),
  sticker: () => ({ form: 'sticker', text: '', files: [] }),
}

/** `content` is JSON as text. Unreadable content of a known type is `other` too: it is answered, not lost. */
export function readContent(type: string, content: string): Content {
  return READERS[type]?.(parsed(content)) ?? { form: 'other', text: '', files: [] }
}

/** Placeholders become names; our own mention and @all are taken out. `@_user_1 @_user_2 说` → `@张航 说`. */
export function resolveMentions(text: string, mentions: readonly Mention[], self: string | null): string {
  const byKey = new Map(mentions.map((m) => [m.key, m]))
  const resolved = text.replace(/@_user_\d+|@_all\b/g, (key) => {
    const mention = byKey.get(key)
    if (!mention || mention.openId === null || mention.openId === self) return ''
    return `@${mention.name}`
  })
  return resolved
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/** Words with the pictures among them. */
function readPost(content: unknown): Content | null {
  const body = POST_BODY.safeParse(content).data ?? firstLanguage(content)
  if (!body) return null
  const lines = body.content.map((line) => line.map(elementText).join(''))
  const text = [body.title, ...lines].filter((line) => line.trim() !== '').join('\n')
  const files = body.content.flat().flatMap(({ tag, image_key: key }) => {
    return tag === 'img' && key !== undefined ? [{ key, name: '', picture: true }] : []
  })
  return { form: 'text', text, files }
}

/** A post may stand under its language: {"zh_cn": {title, content}}. */
function firstLanguage(content: unknown) {
  if (typeof content !== 'object' || content === null) return undefined
  return Object.values(content)
    .map((body) => POST_BODY.safeParse(body).data)
    .find((body) => body !== undefined)
}

function elementText({ tag, text, user_id: user }: z.infer<typeof ELEMENT>): string {
  if (tag === 'at') return user === 'all' ? '@_all' : `${user ?? ''} `
  return text ?? ''
}

function words(text: string | undefined): Content | null {
  return text === undefined ? null : { form: 'text', text, files: [] }
}

function attached(form: 'image' | 'file', key: string | undefined, name: string): Content | null {
  const file = { key: key ?? '', name, ...(form === 'image' && { picture: true }) }
  return key === undefined ? null : { form, text: '', files: [file] }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
