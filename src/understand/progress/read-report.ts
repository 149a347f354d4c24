import type { ReportedState } from '../../domain/heard.ts'
import type { Loose } from './assign/assign.ts'
import { type Entry, entryOf } from './entries.ts'
import { lostIn } from './figure/unread.ts'
import { type Given, givenBy } from './given.ts'
import { NO_CHANGE } from './kind/same-words.ts'
import type { LedgerTask, OwnMetric } from './ledger.ts'
import { type Matcher, matcherOf } from './match/match.ts'
import { merged } from './merged-report.ts'
import type { Pool } from './pool.ts'
import { asksSomething, maskOf, type ReportContext, type Said, saidIn } from './said.ts'
import type { Settled } from './settle-change.ts'
import { stateOf } from './state/states.ts'
import { segmentsOf } from './task/segments.ts'
import { asks, assumed, labelOf } from './wording.ts'

export interface Report {
  readonly entries: readonly Entry[]
  /** A task was named by number or place. */
  readonly named: boolean
  /** A number was said that is no task of those read for. */
  readonly foreign: boolean
  /** Those tasks; several for a number that several documents have. */
  readonly mentioned: readonly LedgerTask[]
  /** Documents named, by id. */
  readonly documents: readonly number[]
  readonly noChange: boolean
  readonly states: readonly ReportedState[]
  readonly figures: number
  /** Clauses that ask something: nothing is read from them. */
  readonly asked: readonly string[]
  /** 6 of 不是6条, in the talk of a correction. */
  readonly denied: readonly number[]
  readonly unread: readonly string[]
  /** Figures nothing was found for and nothing explains, in a message that gives no other (unread-figures). */
  readonly lost: readonly string[]
  readonly notes: readonly string[]
  readonly trace: readonly string[]
}

/** Everything a plain message says of tasks. Pure; whatever could not be given to a task is in `unread`. */
export function readReport(text: string, how: ReportContext): Report {
  const [first, ...more] = segmentsOf(text, how.pool, how.lexicon)
  const start = readSegment(first ?? text, how)
  return more.length === 0
    ? start
    : merged([start, ...more.map((part) => readSegment(part, { ...how, focus: [] }))])
}

function readSegment(text: string, how: ReportContext): Report {
  const said = saidIn(text, how)
  const given = givenBy(said, { ...how, matcher: matcherFor(said, how) })
  const loose = looseOf(given)
  const read = given.settled.some((s) => s.reading !== null || s.unread.length > 0)
  const known = { text, tasks: [...given.parts.byTask.keys()], read }
  return {
    ...spokenOf(said),
    entries: entriesOf(said, given, how),
    unread: [...given.settled.flatMap((s) => s.unread), ...loose.map((l) => l.told.figure.text)],
    lost: lostIn(given.assigned.loose, known),
    notes: [
      ...said.scope.notes,
      ...given.parts.notes,
      ...given.settled.flatMap((s) => s.notes),
      ...ownParts(given.settled, text, how.pool),
      ...loose.map(askedOf),
    ],
    trace: traceOf(said, given),
  }
}

/** Words are weighed by how many of the tasks they may be of have them: within the document named, if one is. */
const matcherFor = ({ scope }: Said, { pool, matcher }: ReportContext): Matcher =>
  scope.documents.length === 0 ? matcher : matcherOf({ ...pool, tasks: scope.open })

/** What the words alone tell, whatever the figures are of. */
function spokenOf({
  scope,
  mentions,
  clauses,
  told,
  found,
}: Said): Omit<Report, 'entries' | 'unread' | 'lost' | 'notes' | 'trace'> {
  const telling = clauses.filter((c) => !asksSomething(c))
  return {
    named: mentions.length > 0 || scope.foreign,
    foreign: scope.foreign || mentions.some((m) => m.foreign),
    documents: scope.documents,
    mentioned: [...new Set(mentions.flatMap((m) => m.tasks))],
    noChange: clauses.some((c) => NO_CHANGE.test(maskOf(c, found))),
    states: telling.flatMap((c) => stateOf(maskOf(c, found))?.state ?? []),
    figures: told.length,
    asked: clauses.filter(asksSomething).map((c) => c.text),
    denied: told
      .filter((t) => t.role === 'negated' || t.role === 'previous')
      .map((t) => t.figure.value.value),
  }
}

/** One entry a task; a number that several documents have is given no values. */
function entriesOf(said: Said, { assigned, parts, settled }: Given, how: ReportContext): Entry[] {
  const { today } = how
  const side = { lexicon: how.lexicon, own: how.pool.own }
  const ambiguous = new Set(said.mentions.filter((m) => m.ambiguous).flatMap((m) => m.tasks.map((t) => t.id)))
  const { clauses, found } = said
  return [...parts.byTask].map(([task, own]) => {
    const mine = ambiguous.has(task.id) ? [] : settled.filter((s) => s.task.id === task.id)
    return entryOf(task, mine, { own, clauses, masked: found.masked, claims: assigned.claims, today, side })
  })
}

/** Figures that must be asked about. */
function looseOf({ assigned, settled }: Given): Loose[] {
  const read = new Set(settled.flatMap((s) => (s.reading === null ? [] : [s.metric])))
  return assigned.loose.filter((l) => (l.ask !== null || l.about.length > 0) && !isAnswered(l, read))
}

function askedOf({ told, ask, about }: Loose): string {
  const said = told.names[0]?.replace(/□/g, '') ?? told.figure.text
  return ask ?? asks.whichTask(said, about.map(labelOf))
}

const traceOf = ({ scope, told }: Said, { assigned }: Given): string[] => [
  ...scope.trace,
  ...told.map((t) => `figure ${t.figure.text}: ${t.rule || t.role}`),
  ...assigned.claims.map((c) => `reading: ${c.metric.name} ← ${c.told.figure.text} (${c.score.toFixed(2)})`),
]

/** 完成率70%（126公里）: the share needs no asking once the value is there. */
const isAnswered = ({ told, among }: Loose, read: ReadonlySet<OwnMetric>): boolean =>
  told.figure.value.unit === '%' && among !== undefined && among.every((metric) => read.has(metric))

/** Whose figure it is, where the unit takes part only as one of a group, or says 我局 and does not lead. */
function ownParts(settled: readonly Settled[], text: string, pool: Pool): string[] {
  const { unit } = pool
  if (unit === null) return []
  return settled
    .filter((s) => s.reading !== null && !pool.leads.has(s.task.id) && s.task.takesPart.length > 0)
    .filter((s) => !pool.named.has(s.task.id) || (s.task.leads.length > 0 && OWN.test(text)))
    .map((s) => assumed.ownPart(s.metric.name, unit))
}

const OWN =
  /我(?:局|区|委|办|司|院|处|集团|公司|单位)|我们(?:这边|这里|公司|集团|院|区|局|委|校)|咱们?(?:这边|公司|区)|本(?:局|区|委|办|单位|公司|集团|院)/
