import type { Heard, TaskUpdate } from '../../../domain/heard.ts'
import { updateOf } from '../heard-as.ts'
import type { HearContext, LedgerTask } from '../ledger.ts'
import { correctionOf } from '../listen/correct.ts'
import { matcherOf } from '../match/match.ts'
import { plainMessage } from '../plain.ts'
import { poolOf } from '../pool.ts'
import { type Report, readReport } from '../read-report.ts'
import type { ReportContext } from '../said.ts'
import { asks } from '../wording.ts'
import { dropFrom } from './amend-drop.ts'
import { valueAtPlace } from './amend-place.ts'
import { basesOf, draftReadings, mergeUpdates, openNotes } from './draft.ts'

/**
 * A pending draft with what the person now says of it: 等下 治理类是950 · 刚才说错了，是7条 · 第二个改成八条 · 去掉北斗那条 · 年底前完不成，要明年3月 ·
 * 再加一条：48项65个. Pure: writes nothing, never throws.
 *
 * `context` is that of `hear`; its `last` are the values on record (the draft is not one of them), its `history` is not
 * read. The answer is the whole draft as it now stands, of kind `correction`: all updates, the changed and the
 * unchanged, and what is still open of `assumptions` and `unread`. Empty `updates`: everything was taken back. What could
 * not be read as a change leaves the updates alone and stands in `unread` with a question in `assumptions`.
 * 确认 and 算了 are no changes: ask `draftReply` first.
 */
export function amend(pending: Heard, said: string, context: HearContext): Heard {
  const text = plainMessage(said)
  const draft = draftOf(pending, context)
  const readings = draftReadings(pending, context.tasks)
  const dropped = dropFrom(pending, text, { readings, draft })
  if (dropped !== null) return amended(pending, dropped, `drop: ${text}`)
  const placed = valueAtPlace(text, readings, context)
  const change = placed ?? changeIn(text, { pending, draft, context })
  if (change === null) return unclear(pending, text)
  const settled = change.updates.flatMap((u) => u.readings.map((r) => r.metric))
  const open = openNotes(pending, settled)
  return {
    ...amended(pending, mergeUpdates(pending.updates, change.updates), `change: ${text}`),
    unread: [...open.unread, ...change.unread],
    assumptions: [...open.assumptions, ...change.assumptions],
  }
}

/** What a change says, not yet laid over the draft. */
export type Change = Pick<Heard, 'updates' | 'unread' | 'assumptions'>

export interface Amending {
  readonly pending: Heard
  readonly draft: readonly LedgerTask[]
  readonly context: HearContext
}

const draftOf = (pending: Heard, { tasks }: HearContext): LedgerTask[] =>
  pending.updates.flatMap((u) => tasks.find((t) => t.id === u.task.id) ?? [])

const amended = (pending: Heard, updates: readonly TaskUpdate[], rule: string): Heard => ({
  ...pending,
  kind: 'correction',
  updates,
  trace: [...pending.trace, rule],
})

const unclear = (pending: Heard, text: string): Heard => ({
  ...pending,
  kind: 'correction',
  unread: [...pending.unread, text],
  assumptions: [...pending.assumptions, asks.whatChange(text)],
})

/** Of the draft's own tasks first, then of all the unit's, last the nameless figure (是7条). null: nothing was said. */
function changeIn(text: string, { pending, draft, context }: Amending): Change | null {
  const pool = poolOf(context)
  const base = { lexicon: context.lexicon, today: context.today, last: context.last, focus: draft }
  const own = { ...pool, tasks: draft }
  const narrow: ReportContext = { ...base, pool: own, matcher: matcherOf(own) }
  const wide: ReportContext = { ...base, pool, matcher: matcherOf(pool) }
  const latest = basesOf(draftReadings(pending, context.tasks))
  const memory = { last: context.last, latest, focus: draft }
  const answer = answerTo(pending, text)
  const tries: readonly (() => Report)[] = [
    () => readReport(answer, { ...narrow, focus: [] }),
    () => readReport(answer, { ...wide, focus: [] }),
    () => correctionOf(answer, draft.length > 0 ? narrow : wide, memory),
    () => readReport(answer, draft.length === 1 ? narrow : { ...narrow, focus: [] }),
  ]
  for (const attempt of tries) {
    const report = attempt()
    if (says(report)) return changeOf(report)
  }
  return null
}

/** 商业的, after “8条”是哪个指标的数？: the words take the figure that was left open with them. */
function answerTo(pending: Heard, text: string): string {
  const [only, ...others] = pending.unread
  const figured = /[\d一二两三四五六七八九十百千万]/.test(text)
  return only !== undefined && others.length === 0 && !figured && /\d|[一二两三四五六七八九十]/.test(only)
    ? `${text.replace(/[的吧。]+$/, '')}${only}`
    : text
}

const says = (report: Report): boolean =>
  report.entries.some((e) => e.readings.length > 0 || e.finish !== null || e.noChange) ||
  (report.entries.length > 0 && (report.states.length > 0 || report.unread.length > 0))

const changeOf = (report: Report): Change => ({
  updates: report.entries.map(updateOf),
  unread: report.unread,
  assumptions: report.notes,
})
