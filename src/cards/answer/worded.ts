import type { Message, Source } from '../../domain/message.ts'

/** Said under every sentence a model wrote. */
const ORIGIN = '以上由模型根据下列原文归纳，数字、单位和日期已与原文核对。'

/** A model's words over the clauses they rest on; what the rules showed stays below them. */
export function wordedMessage(ruled: Message, text: string, more: readonly Source[] = []): Message {
  const known = new Set(ruled.sources.map(placeOf))
  const added = more.filter(
    (source, i) => !known.has(placeOf(source)) && more.findIndex((s) => placeOf(s) === placeOf(source)) === i,
  )
  return {
    ...ruled,
    tone: 'plain',
    blocks: [{ kind: 'text', text: plain(text) }, { kind: 'note', text: ORIGIN }, ...ruled.blocks],
    sources: [...ruled.sources, ...added],
  }
}

const LOOKING = '正在归纳原文，好了就换到这张卡片上。'
const WRITING = '正在归纳，每句话里的数字、单位和日期与原文核对过才显示。'

/** What is shown while a model is at work: what the rules found, and the checked sentences so far. */
export function draftMessage(ruled: Message, soFar: string | null, more: readonly Source[] = []): Message {
  if (soFar === null) return { ...draft(ruled), blocks: [note(LOOKING), ...ruled.blocks] }
  const { blocks, sources } = wordedMessage(ruled, soFar, more)
  const words = blocks.map((block) =>
    block.kind === 'note' && block.text === ORIGIN ? note(WRITING) : block,
  )
  return { ...draft(ruled), blocks: words, sources }
}

/** Nothing to tap yet: what follows belongs to the answer. */
const draft = (ruled: Message): Message => ({ ...ruled, tone: 'plain', suggestions: [], buttons: [] })
const note = (text: string) => ({ kind: 'note', text }) as const

const placeOf = ({ documentId, start, end }: Source): string => `${documentId}:${start}:${end}`

/** Cards know one mark, **…**; headings and bullets of a model's Markdown are taken off. */
const plain = (text: string): string =>
  text
    .replace(/^[ \t]*(?:#{1,6}|[-*•])[ \t]+/gm, '')
    .replace(/`/g, '')
    .replace(/\n{2,}/g, '\n')
    .trim()
