import type { Reply } from '../domain/chat.ts'
import type { Button, Message, Source } from '../domain/message.ts'
import type { Element } from './card.ts'
import * as e from './elements.ts'
import { clip, escapeMarkdown, grey, link, markdownOf } from './markup.ts'

const PLACES_SHOWN = 6
const DOCUMENTS_SHOWN = 5
const SUGGESTIONS_SHOWN = 6
const BUTTONS_SHOWN = 12

export interface PageOf {
  readonly page: number
  readonly pages: number
  /** Entries of lists on all pages; 0 where there is no list. */
  readonly entries: number
}

/** What stands under every page: pager, other buttons, next questions, sources, assumptions, rating. */
export function foot(
  reply: Reply,
  sources: readonly Source[],
  at: PageOf,
  links: (s: Source) => string,
): readonly Element[] {
  const { message, turn } = reply
  return [
    ...pager(turn === null ? (message.pager ?? null) : { do: 'page', turn }, at),
    ...buttons((message.buttons ?? []).slice(0, BUTTONS_SHOWN)),
    ...smallPrint(sources, message.assumptions, links),
    ...asks(reply, at.page),
  ]
}

type Flip = NonNullable<Message['pager']> | { readonly do: 'page'; readonly turn: number }

/** `flip` null: further pages cannot be fetched. */
function pager(flip: Flip | null, { page, pages, entries }: PageOf): readonly Element[] {
  if (pages < 2) return []
  const count = entries > 0 ? `共 ${entries} 项，` : ''
  const words = `${count}第 ${page + 1} / ${pages} 页`
  if (flip === null)
    return [e.markdown(grey(`${words}；其余内容请缩小范围再问。`), { text_size: 'notation' })]
  const to = (text: string, n: number): Button => ({ text, action: { ...flip, page: n } })
  const ways = [
    ...(page > 0 ? [to('上一页', page - 1)] : []),
    ...(page < pages - 1 ? [to('下一页', page + 1)] : []),
  ]
  const label = e.column([e.markdown(grey(words), { text_size: 'notation' })], { vertical_align: 'center' })
  const taps = ways.map((b) => e.column([e.button(b, { size: 'small' })], { width: 'auto' }))
  return [e.columnSet([label, ...taps])]
}

const buttons = (list: readonly Button[]) =>
  list.length === 0 ? [] : [e.buttonRow(list.map((b) => e.button(b)))]

function smallPrint(
  sources: readonly Source[],
  assumptions: readonly string[],
  links: (s: Source) => string,
): readonly Element[] {
  const byDocument = [...Map.groupBy(sources, (s) => s.documentId).values()]
  const shown = byDocument.slice(0, DOCUMENTS_SHOWN).map((s) => documentLine(s, links))
  const rest = byDocument.length - shown.length
  const lines = [
    ...(shown.length > 0 ? [`依据：${shown.join('；')}${rest > 0 ? `；另有 ${rest} 份文件` : ''}`] : []),
    ...assumptions.slice(0, 5).map((a) => `· ${markdownOf(clip(a, 200))}`),
  ]
  if (lines.length === 0) return []
  return [e.hr(), e.markdown(lines.map(grey).join('\n'), { text_size: 'notation' })]
}

/** 《title》〔number〕and its places, each a link to the page that shows the clause. */
function documentLine(of: readonly Source[], links: (s: Source) => string): string {
  const first = of[0]!
  const name = first.document.startsWith('《')
    ? first.document
    : `《${clip(first.title, 60)}》${first.document}`
  const places = [...new Map(of.map((s) => [s.path.join(''), s])).entries()].filter(([path]) => path !== '')
  if (places.length === 0) return link(name, links(first))
  const shown = places.slice(0, PLACES_SHOWN).map(([path, s]) => link(path, links(s)))
  return `${escapeMarkdown(`x${name}`).slice(1)} ${shown.join(' ')}${places.length > shown.length ? ` 等 ${places.length} 处` : ''}`
}

/** Next questions, and was it of use: small, last, in one line where there is room. */
function asks({ message, turn, rated }: Reply, page: number): readonly Element[] {
  const next = message.suggestions
    .slice(0, SUGGESTIONS_SHOWN)
    .map((q) => e.button({ text: q, action: { do: 'ask', q: clip(q, 500) } }, { size: 'small' }))
  const rate = turn === null ? [] : VERDICTS.map((v) => rating(v, turn, { page, rated }))
  return [next, rate].filter((row) => row.length > 0).map(e.buttonRow)
}

const VERDICTS = ['useful', 'useless'] as const
const VERDICT_NAMES = { useful: '有用', useless: '没用' } as const

/** Rated before: the button says by how many, and stays, for in a group others may want their say. */
function rating(
  verdict: (typeof VERDICTS)[number],
  turn: number,
  { page, rated }: { readonly page: number; readonly rated: Reply['rated'] },
) {
  const count = rated?.[verdict] ?? 0
  const text = count === 0 ? VERDICT_NAMES[verdict] : `✓ ${VERDICT_NAMES[verdict]} ${count}`
  const action = { do: 'rate', turn, verdict, ...(page > 0 ? { page } : {}) } as const
  return e.button({ text, action }, { type: 'text', size: 'small' })
}
