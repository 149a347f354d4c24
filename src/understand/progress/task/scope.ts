import type { Lexicon } from '../../prepare.ts'
import type { LastReading, LedgerTask } from '../ledger.ts'
import type { Matcher } from '../match/match.ts'
import type { Pool } from '../pool.ts'
import { type DocumentsSaid, documentsIn } from './documents-said.ts'
import { endOf, type Mention, mentionOf } from './mentions.ts'
import { findTaskRefs } from './refs.ts'

export interface Scope {
  readonly mentions: readonly Mention[]
  /** Ranges of the message that are names of tasks and documents. */
  readonly taken: readonly { readonly start: number; readonly end: number }[]
  /** Tasks a nameless clause may speak of: the unit's, of the documents named where some are. */
  readonly open: readonly LedgerTask[]
  /** Documents named, by id. */
  readonly documents: readonly number[]
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
  const documents = documentsIn(text, pool, lexicon)
  const { open, rest } = openTasks(documents, pool)
  const known = new Set([...open, ...rest].flatMap((t) => t.no ?? []))
  const blotted = documents.places.reduce(
    (t, p) => t.slice(0, p.start) + '□'.repeat(p.end - p.start) + t.slice(p.end),
    text,
  )
  const short = open.filter((t) => documents.ids.includes(t.documentId) || pool.asked.has(t.id))
  const refs = findTaskRefs(blotted, {
    known,
    ends: new Set(short.map(endOf)),
    counts: (before) => isCounted(before, open, { matcher, last }),
    aims: (n, behind) => isAim(n, behind, open),
  })
  const notes: string[] = []
  const mentions = refs.map((ref, i) => {
    const words = text.slice(refs.length === 1 ? 0 : ref.end, refs[i + 1]?.start ?? text.length)
    return mentionOf(ref, words, { pool, matcher, open, short, notes })
  })
  return {
    mentions: mentions.filter(
      (m, i) => m.tasks.length > 0 && !(i < mentions.length - 1 && isDenied(m, text)),
    ),
    taken: [...documents.places, ...refs],
    open,
    documents: documents.ids,
    notes,
    trace: [
      ...documents.places.map((p) => `document: ${text.slice(p.start, p.end)}`),
      ...refs.map((r) => r.rule),
    ],
    foreign: mentions.some((m) => m.tasks.length === 0),
  }
}

/** 不是58项，是57项; 58项写错了，应该是57项: taken back, where another is named behind. */
const isDenied = ({ start, end }: Mention, text: string): boolean =>
  /(?:不是|并非|而非|不应?该?是|别[算记]到?)第?$/.test(text.slice(0, start)) ||
  /^(?:是)?(?:[写报填打说发弄搞]错|错了|不对)/.test(text.slice(end))

/** The unit's tasks of the documents named; all of theirs where they name no unit, or one only, who reports for all. */
function openTasks(
  { ids, cited }: DocumentsSaid,
  { tasks, all }: Pool,
): Record<'open' | 'rest', readonly LedgerTask[]> {
  const rest = all.filter((t) => ids.includes(t.documentId))
  const units = new Set(rest.flatMap((t) => t.takesPart))
  const own = rest.filter((t) => tasks.includes(t) || t.takesPart.length === 0)
  const anybodys = units.size === 1 && !cited ? rest : []
  return { open: [own, anybodys, tasks].find((some) => some.length > 0) ?? [], rest }
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

/** 30项成果目标, where one is 重大科技成果30项. */
const isAim = (n: number, behind: string, open: readonly LedgerTask[]): boolean =>
  /^\p{Script=Han}{2}/u.test(behind) &&
  open.some((t) => t.metrics.some((m) => itemised(m) && m.value === n && m.name.includes(behind.slice(0, 2))))

const itemised = ({ unit }: { readonly unit: string }): boolean => unit === '项'
const SINCE_FIGURE = /[^，。；！？\n\d]*$/
const LAST_FIGURE = /[\d.]+项?[，；。]?[^，。；！？\n\d]*$/
const PUT_RIGHT = /^(?:不|而)?(?:应(?:该|当)?)?(?:是|为|改(?:成|为))$/
/** How well words must name a metric for a number behind them to be its value, and how near the next may come. */
const NAMED = 0.3
const CLOSE = 0.6
