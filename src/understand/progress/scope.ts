import { findDocuments } from '../finders/documents.ts'
import type { Lexicon } from '../prepare.ts'
import { resolveDocuments } from '../resolve-documents.ts'
import type { LastReading, LedgerTask } from './ledger.ts'
import type { Matcher } from './match.ts'
import { askedEnds, type Mention, mentionOf } from './mentions.ts'
import type { Pool } from './pool.ts'
import { findTaskRefs } from './task-refs.ts'

export interface Scope {
  readonly mentions: readonly Mention[]
  /** Ranges of the message that are names of tasks and documents. */
  readonly taken: readonly { readonly start: number; readonly end: number }[]
  /** Tasks a nameless clause may speak of: the unit's, of the documents named where some are. */
  readonly open: readonly LedgerTask[]
  readonly notes: readonly string[]
  readonly trace: readonly string[]
  /** A number was said that is no task of the unit. */
  readonly foreign: boolean
}

interface Scoping {
  readonly pool: Pool
  readonly matcher: Matcher
  readonly lexicon: Lexicon
  readonly last: readonly LastReading[]
}

/** Which tasks and documents the message names. */
export function scopeOf(text: string, { pool, matcher, lexicon, last }: Scoping): Scope {
  const documents = documentsIn(text, lexicon)
  const inDocument = (t: LedgerTask): boolean =>
    documents.ids.length === 0 || documents.ids.includes(t.documentId)
  const own = pool.tasks.filter(inDocument)
  const open = own.length > 0 ? own : pool.tasks
  const known = new Set(
    [...open, ...(documents.ids.length > 0 ? pool.all.filter(inDocument) : [])].flatMap((t) => t.no ?? []),
  )
  const blotted = documents.places.reduce(
    (t, p) => t.slice(0, p.start) + '□'.repeat(p.end - p.start) + t.slice(p.end),
    text,
  )
  const refs = findTaskRefs(listless(blotted), {
    known,
    asked: askedEnds(pool),
    counts: (before) => isCounted(before, open, { matcher, last }),
  })
  const notes: string[] = []
  const mentions = refs.map((ref, i) => {
    const words = text.slice(refs.length === 1 ? 0 : ref.end, refs[i + 1]?.start ?? text.length)
    return mentionOf(ref, words, { pool, matcher, open, notes })
  })
  return {
    mentions: mentions.filter((m) => m.tasks.length > 0),
    taken: [...documents.places, ...refs],
    open,
    notes,
    trace: [
      ...documents.places.map((p) => `document: ${text.slice(p.start, p.end)}`),
      ...refs.map((r) => r.rule),
    ],
    foreign: mentions.some((m) => m.tasks.length === 0),
  }
}

/** 标志性成果：8项, 是8项，不是7项, and 应该是8项 where such a value was told before: a figure, no task. */
function isCounted(
  before: string,
  open: readonly LedgerTask[],
  how: Pick<Scoping, 'matcher' | 'last'>,
): boolean {
  const words = SINCE_FIGURE.exec(before)?.[0] ?? ''
  if (PUT_RIGHT.test(words))
    return (
      how.last.some(itemised) ||
      (LAST_FIGURE.test(before) && isCounted(before.replace(LAST_FIGURE, ''), open, how))
    )
  const [best, ...more] = how.matcher.metrics(words, open)
  if (best === undefined || best.score < NAMED) return false
  return [best, ...more].some((m) => m.score >= CLOSE * best.score && itemised(m.metric))
}

const itemised = ({ unit }: { readonly unit: string }): boolean => unit === '项'
const SINCE_FIGURE = /[^，。；！？\n\d]*$/
const LAST_FIGURE = /[\d.]+项?[，；。]?[^，。；！？\n\d]*$/
const PUT_RIGHT = /^(?:不|而)?(?:应(?:该|当)?)?(?:是|为|改(?:成|为))$/
/** How well words must name a metric for a number behind them to be its value, and how near the next may come. */
const NAMED = 0.3
const CLOSE = 0.6

/** 1. … 2. …: numbers of a list, not of tasks. They keep their place as blanks. */
function listless(text: string): string {
  const marker = /(?<=^|\n)(\d{1,2})(?:[.、）]|。)/g
  const found = [...text.matchAll(marker)].map((m) => Number(m[1]))
  const counts = found.length > 1 && found.every((n, i) => n === i + 1)
  return counts ? text.replace(marker, (hit) => '□'.repeat(hit.length)) : text
}

interface DocumentsSaid {
  readonly ids: readonly number[]
  readonly places: readonly { readonly start: number; readonly end: number }[]
}

/** Only documents named as such narrow: 44号文第1项, 3号建议案里, 1号议案的, 政府工作报告. */
function documentsIn(text: string, lexicon: Lexicon): DocumentsSaid {
  const marks = findDocuments(text, lexicon).filter(
    (m) =>
      m.value.kind === 'document' &&
      !m.value.every &&
      m.value.documents.length > 0 &&
      namesOne(m.text, text.slice(m.end), text.slice(0, m.start)),
  )
  if (marks.length === 0) return { ids: [], places: [] }
  const { slot } = resolveDocuments({ marks, years: [], relative: false }, lexicon)
  return { ids: slot?.ids ?? [], places: marks }
}

const namesOne = (name: string, after: string, before: string): boolean =>
  (/号|〔|报告|议案|建议案/.test(name) &&
    !/^(?:任务|前|之前|统计|反馈)/.test(after) &&
    !/[月\d第]$/.test(before)) ||
  /^(?:的?第|里|中|那边|这边|的任务|》|任务)/.test(after)
