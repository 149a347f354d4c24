import type { Found } from '../../text/rule.ts'
import { findDocuments } from '../finders/documents.ts'
import type { Lexicon } from '../prepare.ts'
import { resolveDocuments } from '../resolve-documents.ts'
import type { LastReading, LedgerTask } from './ledger.ts'
import type { Matcher } from './match.ts'
import type { Pool } from './pool.ts'
import { findTaskRefs, type TaskRef } from './task-refs.ts'
import { asks, assumed, labelOf } from './wording.ts'

/** A mention of one or more tasks, resolved. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly tasks: readonly LedgerTask[]
  /** More than one task answers to one number, and nothing settles which. */
  readonly ambiguous: boolean
}

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

interface Resolving {
  readonly pool: Pool
  readonly matcher: Matcher
  readonly open: readonly LedgerTask[]
  readonly notes: string[]
}

function mentionOf(ref: Found<TaskRef>, words: string, how: Resolving): Mention {
  const { start, end } = ref
  if (ref.value.path.length > 0) {
    const under = how.open.filter(
      (t) => samePath(t.path, ref.value.path) || endsSo(t, ref.value.path, how.pool),
    )
    const whole = under.filter((t) => t.path.length === ref.value.path.length)
    const tasks = askedFirst(whole.length > 0 ? whole : under, how.pool)
    return { start, end, tasks, ambiguous: tasks.length > 1 }
  }
  const each = ref.value.numbers.map((n) => numbered(n, ref.value.part, words, how))
  return { start, end, tasks: each.flatMap((e) => e.tasks), ambiguous: each.some((e) => e.ambiguous) }
}

const samePath = (a: readonly string[], b: readonly string[]): boolean =>
  b.every((label, i) => a[i] === label)

/** （二）1 without the chapter: only of tasks just asked about. */
const endsSo = (task: LedgerTask, path: readonly string[], { asked }: Pool): boolean =>
  asked.has(task.id) && task.path.slice(1).join('') === path.join('')

const askedEnds = ({ tasks, asked }: Pool): ReadonlySet<string> =>
  new Set(tasks.filter((t) => asked.has(t.id)).map((t) => t.path.slice(1).join('')))

/** One number or place in several documents: the task just asked about is meant. */
function askedFirst(tasks: readonly LedgerTask[], { asked }: Pool): readonly LedgerTask[] {
  const own = tasks.filter((t) => asked.has(t.id))
  return own.length > 0 ? own : tasks
}

function numbered(
  no: number,
  part: number | null,
  words: string,
  how: Resolving,
): Pick<Mention, 'tasks' | 'ambiguous'> {
  const fits = (t: LedgerTask): boolean => t.no === no && (part === null || t.part === part)
  const found = askedFirst(how.open.filter(fits), how.pool)
  if (found.length === 1) return { tasks: found, ambiguous: false }
  if (found.length === 0) {
    how.notes.push(asks.notYours(no, how.pool.unit))
    return { tasks: [], ambiguous: false }
  }
  return settle(found, words, how, no)
}

/** How much better the words must fit one task than the next for them to settle which is meant. */
const CLEARLY = 1.6
const ENOUGH = 0.18

function settle(
  found: readonly LedgerTask[],
  words: string,
  how: Resolving,
  no: number,
): Pick<Mention, 'tasks' | 'ambiguous'> {
  const scores = found
    .map((task) => ({
      task,
      score: Math.max(
        how.matcher.metrics(words, [task])[0]?.score ?? 0,
        how.matcher.tasks(words, [task])[0]?.score ?? 0,
      ),
    }))
    .sort((a, b) => b.score - a.score)
  const [best, next] = scores
  if (best && best.score >= ENOUGH && best.score >= CLEARLY * (next?.score ?? 0))
    return { tasks: [best.task], ambiguous: false }
  const leads = found.filter((t) => how.pool.leads.has(t.id))
  if (leads.length === 1 && leads[0]) {
    how.notes.push(assumed.lead(labelOf(leads[0])))
    return { tasks: leads, ambiguous: false }
  }
  how.notes.push(
    asks.whichTask(
      `第${no}项`,
      found.map((t) => `${t.document}${labelOf(t).replace(t.document, '')}`),
    ),
  )
  return { tasks: found, ambiguous: true }
}
