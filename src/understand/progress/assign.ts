import { contentOf, nameWords } from './clauses.ts'
import type { Told } from './context.ts'
import { type Fitted, fitUnit, otherCounter } from './fit-unit.ts'
import type { LedgerTask, OwnMetric } from './ledger.ts'
import type { Matcher, MetricMatch } from './match.ts'
import { gramsOf } from './name-score.ts'
import { asks } from './wording.ts'

/** A figure given to a metric. */
export interface Claim {
  readonly told: Told
  readonly task: LedgerTask
  readonly metric: OwnMetric
  readonly fitted: Fitted
}

/** Why a figure was given to nothing. `about`: the tasks it may be of. */
export interface Loose {
  readonly told: Told
  readonly ask: string | null
  readonly about: readonly LedgerTask[]
}

export interface Assigned {
  readonly claims: readonly Claim[]
  readonly loose: readonly Loose[]
}

/** What a figure may be given to: the tasks named for its clause, else the open ones. */
export interface Place {
  readonly tasks: readonly LedgerTask[]
  /** Named by number, path or the talk before. */
  readonly named: boolean
  readonly open: readonly LedgerTask[]
}

/** Words shared with a metric of a task already named, and of one that is not. */
const ENOUGH_NAMED = 0.13
const ENOUGH_OPEN = 0.3
/** A clause about another task than the one named before it must name that clearly. */
const ENOUGH_TO_LEAVE = 0.45
/** Two metrics this near are told apart by nothing. */
const NEAR = 0.9
const SUPPORT = 0.25

export interface Assigning {
  readonly matcher: Matcher
  readonly placeOf: (told: Told) => Place
  readonly leads: ReadonlySet<number>
  /** A long formal report keeps to the task it is headed with. */
  readonly formal: boolean
}

/** Gives each figure its metric, by name first, then by the one metric it can be of. */
export function assign(all: readonly Told[], how: Assigning): Assigned {
  const support = supportOf(all, how)
  const claims: Claim[] = []
  const loose: Loose[] = []
  for (const told of all) {
    const result = assignOne(told, claims, { ...how, support })
    if ('metric' in result) claims.push(result)
    else loose.push(result)
  }
  return { claims, loose }
}

type Support = ReadonlyMap<number, number>

/** How many figures of the message could be of each task: 候车亭 and 一体化率 together settle on one. */
function supportOf(all: readonly Told[], { matcher, placeOf }: Assigning): Support {
  const counts = new Map<number, number>()
  for (const told of all) {
    const { open } = placeOf(told)
    const fitting = told.names
      .slice(0, 1)
      .flatMap((said) => matcher.metrics(said, open))
      .filter((m) => m.score >= ENOUGH_OPEN && fitUnit(told.figure.value, m.metric))
    for (const id of new Set(fitting.map((m) => m.task.id))) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

type Step = Assigning & { readonly support: Support }

function assignOne(told: Told, done: readonly Claim[], how: Step): Claim | Loose {
  const place = how.placeOf(told)
  const share =
    told.figure.value.unit === '成半' ||
    (told.figure.value.unit === '%' &&
      place.named &&
      !place.tasks.some((t) => t.metrics.some((m) => m.unit === '%')))
  if (share && told.role === 'value') return shareOf(told, place)
  return byName(told, done, place, how) ?? byPlace(told, done, place) ?? nothing(told, place)
}

function shareOf(told: Told, place: Place): Loose {
  const asked = place.tasks.some((t) => t.metrics.length > 0) ? asks.shareOf(told.figure.text) : null
  return { told, ask: asked, about: [] }
}

function byName(told: Told, done: readonly Claim[], place: Place, how: Step): Claim | Loose | null {
  for (const said of told.names) {
    const inside = place.named
      ? how.matcher.metrics(said, place.tasks).filter((m) => m.score >= ENOUGH_NAMED)
      : []
    const chosen = choose(told, said, inside, done)
    const outside = place.named && (how.formal || told.partOf) ? null : leave(told, said, place, how)
    if (
      outside &&
      (!place.named || (chosen === null && outside.sure) || outside.score > 2 * (inside[0]?.score ?? 0))
    )
      return outside.result
    if (chosen !== null) return chosen
  }
  return null
}

/** The best-named metric whose unit fits; two that the words do not tell apart are asked about. */
function choose(
  told: Told,
  said: string,
  matches: readonly MetricMatch[],
  done: readonly Claim[],
): Claim | Loose | null {
  const free = matches.filter((m) => fitUnit(told.figure.value, m.metric) !== null)
  const [best, next] = free
  if (best === undefined) return otherUnit(told, matches[0])
  if (told.partOf && done.some((c) => c.metric === best.metric)) return { told, ask: null, about: [] }
  if (
    next &&
    next.task.id === best.task.id &&
    next.score >= NEAR * best.score &&
    sameShare(said, best, next) &&
    !done.some((c) => c.metric === next.metric)
  ) {
    return {
      told,
      ask: asks.whichMetric(told.figure.text, [best.metric.name, next.metric.name]),
      about: [best.task],
    }
  }
  return claim(told, best)
}

function otherUnit(told: Told, match: MetricMatch | undefined): Loose | null {
  if (match === undefined || match.score < ENOUGH_OPEN || told.role !== 'value' || told.partOf) return null
  if (told.figure.value.unit === '%' && match.metric.unit !== '%')
    return { told, ask: asks.shareOf(told.figure.text), about: [match.task] }
  if (!otherCounter(told.figure.value, match.metric)) return null
  return {
    told,
    ask: asks.otherCounter(told.figure.text, match.metric.name, match.metric.unit),
    about: [match.task],
  }
}

/** Both metrics share the same pieces with what was said. */
function sameShare(said: string, a: MetricMatch, b: MetricMatch): boolean {
  const shared = (m: MetricMatch): string =>
    [...gramsOf(nameWords(said))]
      .filter((g) => gramsOf(m.metric.name).has(g))
      .sort()
      .join()
  return shared(a) === shared(b)
}

interface Left {
  readonly result: Claim | Loose
  readonly score: number
  readonly sure: boolean
}

/** Among the open tasks: the clearest, with the support of the other figures; ties are asked about. */
function leave(told: Told, said: string, place: Place, how: Step): Left | null {
  const ranked = how.matcher
    .metrics(said, place.open)
    .filter((m) => fitUnit(told.figure.value, m.metric) !== null)
    .map((m) => ({
      ...m,
      score: m.score * (1 + SUPPORT * Math.min(2, (how.support.get(m.task.id) ?? 0) - 1)),
    }))
    .sort((a, b) => b.score - a.score)
  const [best] = ranked
  if (best === undefined || best.score < (place.named ? ENOUGH_TO_LEAVE : ENOUGH_OPEN))
    return unfit(told, said, place, how)
  const rivals = ranked.filter((m) => m.task.id !== best.task.id && m.score >= NEAR * best.score)
  const leads = [best, ...rivals].filter((m) => how.leads.has(m.task.id))
  if (rivals.length > 0 && leads.length === 1 && leads[0])
    return { result: claim(told, leads[0]), score: best.score, sure: true }
  if (rivals.length > 0) {
    const about = [best, ...rivals].map((m) => m.task)
    return { result: { told, ask: null, about }, score: best.score, sure: false }
  }
  const inTask = choose(
    told,
    said,
    ranked.filter((m) => m.task.id === best.task.id),
    [],
  )
  return inTask === null ? null : { result: inTask, score: best.score, sure: true }
}

/** A name that fits clearly, with a unit that does not. */
function unfit(told: Told, said: string, place: Place, how: Step): Left | null {
  if (place.named) return null
  const result = otherUnit(told, how.matcher.metrics(said, place.open)[0])
  return result && { result, score: ENOUGH_OPEN, sure: true }
}

const claim = (told: Told, { task, metric }: Pick<MetricMatch, 'task' | 'metric'>): Claim | Loose => {
  const fitted = fitUnit(told.figure.value, metric)
  return fitted === null ? { told, ask: null, about: [task] } : { told, task, metric, fitted }
}

/** No name: the metric spoken of last, else the only one of the task that the unit fits. */
function byPlace(told: Told, done: readonly Claim[], place: Place): Claim | Loose | null {
  if (told.partOf) return null
  const last = done.at(-1)
  if (
    last &&
    last.told.role === 'target' &&
    told.role === 'value' &&
    told.figure.value.unit === last.told.figure.value.unit
  )
    return claim(told, last)
  if (told.names.some((n) => contentOf(n).length > 1)) return null
  const taken = (m: OwnMetric): boolean => done.some((c) => c.metric === m && c.told.role === 'value')
  if (
    last &&
    fitUnit(told.figure.value, last.metric) &&
    (!taken(last.metric) || told.role !== 'value') &&
    (!place.named || place.tasks.some((t) => t.id === last.task.id))
  )
    return claim(told, last)
  if (!place.named) return null
  const fitting = place.tasks.flatMap((task) =>
    task.metrics
      .filter((m) => fitUnit(told.figure.value, m) && !taken(m))
      .map((metric) => ({ task, metric })),
  )
  const exact = fitting.filter(
    ({ metric }) => told.figure.value.unit !== '' && told.figure.value.unit === metric.unit,
  )
  const only =
    fitting.length === 1
      ? fitting[0]
      : exact.length === 1 && told.figure.value.unit !== '个'
        ? exact[0]
        : undefined
  if (only) return claim(told, only)
  if (fitting.length === 0) return null
  return {
    told,
    ask: asks.whichMetric(
      told.figure.text,
      fitting.map((f) => f.metric.name),
    ),
    about: fitting.map((f) => f.task),
  }
}

/** A figure of something else. It is asked about only where it could be the one reading of the task. */
function nothing(told: Told, place: Place): Loose {
  const [task] = place.tasks
  const [metric] = task?.metrics ?? []
  const could =
    place.named &&
    place.tasks.length === 1 &&
    task?.metrics.length === 1 &&
    metric &&
    told.figure.value.unit === metric.unit &&
    told.role === 'value' &&
    !told.partOf
  return { told, ask: could ? asks.whichMetric(told.figure.text, [metric.name]) : null, about: [] }
}
