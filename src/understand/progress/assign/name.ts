import { contentOf, coreOf } from '../clauses.ts'
import type { Told } from '../figure/context.ts'
import { fitUnit } from '../figure/fit-unit.ts'
import type { MetricMatch } from '../match/metric-score.ts'
import { asks, assumed, labelOf } from '../wording.ts'
import { ENOUGH_OPEN, isOfAnother, isOtherKind } from './another-task.ts'
import type { Claim, Loose, Place, Step } from './assign.ts'
import { claim } from './claim.ts'
import { onlyGrowth, otherUnit } from './misfit.ts'
import { isOther, namesScope, opensWith, speaksOf } from './own-words.ts'
import { restated } from './place.ts'
import {
  fullest,
  headedFirst,
  isOfWhole,
  isRival,
  isTwin,
  rivalsOf,
  sameTaskFirst,
  twinOfUnit,
} from './rivals.ts'

/** Words shared with a metric of a task already named; of one that is not it takes more (another-task). */
const ENOUGH_NAMED = 0.13
/** A clause about another task than the one named before it must name that clearly. */
const ENOUGH_TO_LEAVE = 0.45
const VERY_NAME = 0.7
const SUPPORT = 0.25

/** Gives a figure to the metric its words name: of the task spoken of, else of the unit's tasks. */
export function byName(told: Told, done: readonly Claim[], place: Place, how: Step): Claim | Loose | null {
  for (const said of told.names) {
    const inside = place.named
      ? how.matcher
          .metrics(said, place.tasks)
          .filter((m) => m.score >= ENOUGH_NAMED && !namesScope(told, m, how.previous))
      : []
    const chosen = choose(told, said, inside, done)
    const outside =
      place.named && (how.formal || told.partOf) ? null : leave(told, said, { place, how, done })
    if (
      outside &&
      (!place.named || 'metric' in outside.result) &&
      (!place.named || (chosen === null && outside.sure) || outside.score > 2 * (inside[0]?.score ?? 0))
    )
      return outside.result
    if (chosen !== null) return chosen
  }
  return restated(told, place) ?? (place.named || told.partOf ? null : beside(told, done, how))
}

/** 招聘活动436场，校园82场: too short a name for all tasks, enough for the one just spoken of. */
function beside(told: Told, done: readonly Claim[], how: Step): Claim | Loose | null {
  const last = done.at(-1)
  if (last === undefined) return null
  const free = told.names
    .flatMap((said) => how.matcher.metrics(said, [last.task]))
    .filter((m, i, all) => m.score >= ENOUGH_NAMED && all.findIndex((o) => o.metric === m.metric) === i)
    .filter((m) => !done.some((c) => c.metric === m.metric))
  return choose(told, told.names[0] ?? '', free, done)
}

/** The best-named metric whose unit fits; two that the words do not tell apart are asked about. */
function choose(
  told: Told,
  said: string,
  matches: readonly MetricMatch[],
  done: readonly Claim[],
): Claim | Loose | null {
  const free = matches.filter((m) => fitUnit(told.figure.value, m.metric) !== null && !isOther(told, m))
  const [best, next] = sameTaskFirst(headedFirst(told, said, free), done)
  if (best === undefined) return otherUnit(told, matches[0], done) ?? onlyGrowth(told, matches[0], done)
  const exact = done.filter((c) => c.fitted.near === null || told.figure.value.unit !== c.metric.unit)
  if (told.partOf && isOfWhole(best, free, exact)) return { told, ask: null, about: [] }
  if (next && isRival(said, best, next) && !done.some((c) => c.metric === next.metric)) {
    return {
      told,
      ask: asks.whichMetric(told.figure.text, [best.metric.name, next.metric.name]),
      about: [best.task],
      among: [best.metric, next.metric],
    }
  }
  return claim(told, best)
}

interface Left {
  readonly result: Claim | Loose
  readonly score: number
  readonly sure: boolean
}

/** Of two metrics of one name the one whose target the figure does not leave far behind. */
function plausible(told: Told, { metric }: MetricMatch): number {
  const base = fitUnit(told.figure.value, metric)?.base ?? 0
  return metric.kind === 'total' && base > FAR * metric.value ? IMPLAUSIBLE : 1
}

const FAR = 5
const IMPLAUSIBLE = 0.8

interface Leaving {
  readonly place: Place
  readonly how: Step
  readonly done: readonly Claim[]
}

/** 38项…提供岗位28万个: a task named by number is left for one of another document only for that one's very name. */
function enoughFor({ task }: MetricMatch, { tasks, named, behind }: Place): number {
  if (!named || behind) return ENOUGH_OPEN
  return tasks.some((t) => t.documentId === task.documentId) ? ENOUGH_TO_LEAVE : VERY_NAME
}

/** Among the open tasks: the clearest, with the support of the other figures; ties are asked about. */
function leave(told: Told, said: string, { place, how, done }: Leaving): Left | null {
  const open = told.partOf && done.length > 0 ? done.map((c) => c.task) : place.open
  const ranked = how.matcher
    .metrics(said, open)
    .filter((m) => !m.vague && fitUnit(told.figure.value, m.metric) !== null && !isOther(told, m))
    .map((m) => ({
      ...m,
      score:
        m.score * (1 + SUPPORT * Math.min(2, (how.support.get(m.task.id) ?? 0) - 1)) * plausible(told, m),
    }))
    .sort((a, b) => b.score - a.score)
  const { unit } = told.figure.value
  const first = twinOfUnit(ranked, unit)
  const best = first && fullest(said, first, ranked)
  if (place.named && place.tasks.some((task) => speaksOf(said, task) || opensWith(said, task))) return null
  if (best === undefined || best.score < enoughFor(best, place))
    return unfit(told, said, { place, how, done })
  if (!place.named && isOfAnother(said, best, { matcher: how.matcher, open })) return null
  if (!place.named && isOtherKind(said, best, open)) return null
  const rivals = rivalsOf({ said, unit }, best, ranked)
  const recent = [best, ...rivals].filter((m) => place.recent?.has(m.task.id))
  if (rivals.length > 0 && recent.length === 1 && recent[0])
    return { result: claim(told, recent[0]), score: best.score, sure: true }
  const [worded, ...more] = [best, ...rivals].filter((m) => m.task.title?.includes(coreOf(said)))
  if (rivals.length > 0 && worded && more.length === 0)
    return { result: claim(told, worded), score: best.score, sure: true }
  const leads = [best, ...rivals].filter((m) => how.leads.has(m.task.id))
  if (rivals.length > 0 && leads.length === 1 && leads[0])
    return {
      result: claim(told, leads[0], assumed.lead(labelOf(leads[0].task))),
      score: best.score,
      sure: true,
    }
  if (rivals.length > 0) {
    const about = [best, ...rivals].map((m) => m.task)
    return { result: { told, ask: null, about }, score: best.score, sure: false }
  }
  const inTask = choose(
    told,
    said,
    ranked.filter((m) => m.task.id === best.task.id),
    done,
  )
  return inTask && { result: ofItsUnit(inTask, best, { ranked, unit }), score: best.score, sure: true }
}

/** 重点研发98项, where two documents set it, one in 项: taken for that one, and said. */
function ofItsUnit(
  result: Claim | Loose,
  best: MetricMatch,
  { ranked, unit }: { readonly ranked: readonly MetricMatch[]; readonly unit: string },
): Claim | Loose {
  const twins = ranked.some((m) => m.metric.unit !== unit && isTwin(m, best))
  return twins && 'metric' in result && result.note === null && best.metric.unit === unit
    ? { ...result, note: assumed.twin(result.told.figure.text, labelOf(best.task)) }
    : result
}

/** So much of the words is a task's own: 送岗位进乡村126场 is of the task of that title, though others count 岗位. */
const TITLED = 0.7

/** A name that fits clearly, with a unit that does not. */
function unfit(told: Told, said: string, { place, how, done }: Leaving): Left | null {
  if (place.named || contentOf(said).length < 2) return null
  const [nearest] = how.matcher.metrics(said, place.open).filter((m) => !m.vague)
  const [about] = how.matcher.tasks(said, place.open)
  if (about !== undefined && about.score >= TITLED && about.task.id !== nearest?.task.id) return null
  const result = otherUnit(told, nearest, done) ?? onlyGrowth(told, nearest, done)
  return result && { result, score: ENOUGH_OPEN, sure: true }
}
