import type { ReportedState } from '../../domain/heard.ts'
import type { Day } from '../../domain/span.ts'
import type { Lexicon } from '../prepare.ts'
import { type Assigned, assign, type Loose, type Place } from './assign.ts'
import { assignLate } from './assign-late.ts'
import type { Clause } from './clauses.ts'
import { type Told, toldFigures } from './context.ts'
import { type Entry, entryOf } from './entries.ts'
import { findFigures } from './figures.ts'
import { ASKING, firstKind, NO_CHANGE } from './kinds.ts'
import type { LastReading, LedgerTask, OwnMetric } from './ledger.ts'
import type { Matcher } from './match.ts'
import type { Pool } from './pool.ts'
import { type Mention, scopeOf } from './scope.ts'
import { settleMetric } from './settle.ts'
import type { Settled } from './settle-change.ts'
import { stateOf } from './states.ts'
import { tasksOfClauses } from './task-clauses.ts'
import { asks, assumed, labelOf } from './wording.ts'

export interface Report {
  readonly entries: readonly Entry[]
  /** A task was named by number or place. */
  readonly named: boolean
  /** Those tasks; several for a number that several documents have. */
  readonly mentioned: readonly LedgerTask[]
  readonly noChange: boolean
  readonly states: readonly ReportedState[]
  readonly figures: number
  /** Clauses that ask something: nothing is read from them. */
  readonly asked: readonly string[]
  /** 6 of 不是6条, in the talk of a correction. */
  readonly denied: readonly number[]
  readonly unread: readonly string[]
  readonly notes: readonly string[]
  readonly trace: readonly string[]
}

export interface ReportContext {
  readonly pool: Pool
  readonly matcher: Matcher
  readonly lexicon: Lexicon
  readonly today: Day
  readonly last: readonly LastReading[]
  /** Tasks the talk was about before; used where the message names none. */
  readonly focus: readonly LedgerTask[]
}

/** A report longer than this is a written one: it keeps to the task of its heading. */
const FORMAL = 120
/** In a message as short as this every figure matters. */
const SHORT = 30

/** Everything a plain message says of tasks. Pure; whatever could not be given to a task is in `unread`. */
export function readReport(text: string, how: ReportContext): Report {
  const scope = scopeOf(text, how)
  const found = findFigures(text, scope.taken, how.today)
  const { told: all, clauses } = toldFigures(text, found)
  const told = all.filter((t) => !asksSomething(clauses[t.clause]))
  const mentions = joined(scope.mentions, text)
  const placeOf = (t: Told): Place => {
    const mention = governing(mentions, t.figure.start, text)
    if (mention) return { tasks: mention.tasks, named: true, open: scope.open }
    const focus = how.focus.length > 0 && t.names.length === 0
    const spoken = new Set(how.last.map((l) => l.metric))
    return { tasks: focus ? how.focus : [], named: focus, open: scope.foreign ? [] : scope.open, spoken }
  }
  const first = assign(told, {
    matcher: how.matcher,
    placeOf,
    leads: how.pool.leads,
    formal: text.length > FORMAL && mentions.length > 0,
  })
  const parts = tasksOfClauses({
    clauses,
    mentions,
    assigned: first,
    masked: found.masked,
    open: scope.foreign ? [] : scope.open,
    matcher: how.matcher,
    focus: how.focus,
    leads: how.pool.leads,
    govern: (at) => governing(mentions, at, text),
  })
  const assigned = assignLate(first, { byTask: parts.byTask, short: text.length <= SHORT })
  const settled = settle(assigned, how.last)
  const ambiguous = new Set(mentions.filter((m) => m.ambiguous).flatMap((m) => m.tasks.map((t) => t.id)))
  const entries = [...parts.byTask].map(([task, own]) => {
    const mine = ambiguous.has(task.id) ? [] : settled.filter((s) => s.task.id === task.id)
    return entryOf(task, mine, {
      own,
      clauses,
      masked: found.masked,
      claims: assigned.claims,
      today: how.today,
    })
  })
  const read = new Set(settled.flatMap((s) => (s.reading === null ? [] : [s.metric])))
  const loose = assigned.loose.filter((l) => (l.ask !== null || l.about.length > 0) && !isAnswered(l, read))
  const plainMasks = clauses.map((c) => found.masked.slice(c.start, c.end))
  return {
    entries,
    named: mentions.length > 0 || scope.foreign,
    mentioned: [...new Set(mentions.flatMap((m) => m.tasks))],
    noChange: plainMasks.some((m) => NO_CHANGE.test(m)),
    states: clauses.flatMap((c, i) => (asksSomething(c) ? [] : (stateOf(plainMasks[i] ?? '')?.state ?? []))),
    figures: told.length,
    asked: clauses.filter(asksSomething).map((c) => c.text),
    denied: told
      .filter((t) => t.role === 'negated' || t.role === 'previous')
      .map((t) => t.figure.value.value),
    unread: [...settled.flatMap((s) => s.unread), ...loose.map((l) => l.told.figure.text)],
    notes: [
      ...scope.notes,
      ...parts.notes,
      ...settled.flatMap((s) => s.notes),
      ...ownParts(settled, text, how.pool),
      ...loose.map(
        (l) =>
          l.ask ??
          asks.whichTask(l.told.names[0]?.replace(/□/g, '') ?? l.told.figure.text, l.about.map(labelOf)),
      ),
    ],
    trace: [
      ...scope.trace,
      ...told.map((t) => `figure ${t.figure.text}: ${t.rule || t.role}`),
      ...assigned.claims.map(
        (c) => `reading: ${c.metric.name} ← ${c.told.figure.text} (${c.score.toFixed(2)})`,
      ),
    ],
  }
}

/** 完成率70%（126公里）: the share needs no asking once the value is there. */
const isAnswered = ({ told, among }: Loose, read: ReadonlySet<OwnMetric>): boolean =>
  told.figure.value.unit === '%' && among !== undefined && among.every((metric) => read.has(metric))

/** Whose figure it is, where the unit takes part only as one of a group, or says 我局 and does not lead. */
function ownParts(settled: readonly Settled[], text: string, pool: Pool): string[] {
  const { unit } = pool
  if (unit === null) return []
  return settled
    .filter((s) => s.reading !== null && !pool.leads.has(s.task.id))
    .filter((s) => !pool.named.has(s.task.id) || (s.task.leads.length > 0 && OWN.test(text)))
    .map((s) => assumed.ownPart(s.metric.name, unit))
}

const OWN = /我(?:局|区|委|办|司|院|处|集团|公司|单位)|本(?:局|区|委|办|单位)/

const asksSomething = (clause: Clause | undefined): boolean =>
  clause !== undefined && firstKind(ASKING, clause.text) !== null

/** 第七条和第九条 in one breath are one mention. */
function joined(mentions: readonly Mention[], text: string): Mention[] {
  const out: Mention[] = []
  for (const m of mentions) {
    const last = out.at(-1)
    if (last && /^[、和与及跟]*(?:还有|以及)?$/.test(text.slice(last.end, m.start))) {
      out[out.length - 1] = {
        start: last.start,
        end: m.end,
        tasks: [...last.tasks, ...m.tasks],
        ambiguous: last.ambiguous || m.ambiguous,
      }
    } else out.push(m)
  }
  return out
}

/** The mention a place in the message stands under; a single one governs what was said before it too. */
function governing(mentions: readonly Mention[], at: number, text: string): Mention | null {
  const before = mentions.filter((m) => m.start <= at).at(-1)
  if (before) return before
  const [first] = mentions
  if (first === undefined) return null
  const looksBack =
    mentions.length === 1 || /都是|属于|是$|全是/.test(text.slice(Math.max(0, first.start - 3), first.start))
  return looksBack ? first : null
}

function settle({ claims }: Assigned, last: readonly LastReading[]) {
  const keys = [...new Set(claims.map((c) => c.metric))]
  return keys.flatMap(
    (metric) =>
      settleMetric(
        claims.filter((c) => c.metric === metric),
        last,
      ) ?? [],
  )
}
