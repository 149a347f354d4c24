import { coreOf, nameWords } from '../clauses.ts'
import type { Told } from '../figure/context.ts'
import { endOf, type MetricMatch } from '../match/metric-score.ts'
import { gramsOf } from '../match/name-score.ts'
import type { Claim } from './assign.ts'

/** Two metrics this near are told apart by nothing. */
export const NEAR = 0.9
/** 活动1300场 where two metrics are of 活动: the same words for both, only one name is longer. */
const RIVAL = 0.5

/** Two metrics of one task that the words do not tell apart: which is meant must be asked. */
export function isRival(said: string, best: MetricMatch, next: MetricMatch): boolean {
  if (next.task.id !== best.task.id || !sameShare(said, best, next)) return false
  const near = next.score >= NEAR * best.score || (next.score >= RIVAL * best.score && !isWhole(said, best))
  return near && !isLarger(said, next) && !next.metric.name.includes(best.metric.name)
}

/** The best, or the same target of another document where only that one is counted in the unit said: 重点研发86个, 86项. */
export function twinOfUnit<M extends MetricMatch>(ranked: readonly M[], unit: string): M | undefined {
  const [best] = ranked
  if (best === undefined || best.metric.unit === unit) return best
  return ranked.find((m) => isTwin(m, best) && m.metric.unit === unit) ?? best
}

/** The same target once more, in another document. */
export const isTwin = ({ task, metric, score }: MetricMatch, best: MetricMatch): boolean =>
  task.documentId !== best.task.documentId &&
  metric.value === best.metric.value &&
  score >= RIVAL * best.score

/**
 * Metrics of other tasks that the words fit as well as the best. 大学生创业培训 of 创业培训 says more than that name has; of
 * 大学生等青年创业培训 it says no more: that one stands alone.
 */
export function rivalsOf<M extends MetricMatch>(
  { said, unit }: { readonly said: string; readonly unit: string },
  best: M,
  ranked: readonly M[],
): readonly M[] {
  const near = ranked.filter((m) => m.task.id !== best.task.id && m.score >= NEAR * best.score)
  const own = sharedWithTask(said, best)
  const otherUnit = (m: M): boolean => best.metric.unit === unit && m.metric.unit !== unit && isTwin(m, best)
  return near.filter((m) => !otherUnit(m) && (isTwin(m, best) || !isWithin(sharedWithTask(said, m), own)))
}

/** Of matches as near as the first the one that has all the words it shares, and more of them. */
export function fullest<M extends MetricMatch>(said: string, first: M, ranked: readonly M[]): M {
  const own = sharedWithTask(said, first)
  const fuller = ranked.find((m) => m.score >= NEAR * first.score && isWithin(own, sharedWithTask(said, m)))
  return fuller ?? first
}

/** All of these, and more. */
const isWithin = (some: ReadonlySet<string>, more: ReadonlySet<string>): boolean =>
  some.size < more.size && [...some].every((gram) => more.has(gram))

/** 亿元以上在建 is not of 十亿元以上项目. */
const isLarger = (said: string, { metric }: MetricMatch): boolean => {
  const size = /[十百千]亿/.exec(metric.name)?.[0]
  return size !== undefined && !said.includes(size)
}

/** Every piece of the name was said: 续建亿元以上项目 names 亿元以上项目, not 新开工亿元以上项目. */
const isWhole = (said: string, { metric }: MetricMatch): boolean => {
  const words = gramsOf(nameWords(said))
  return [...gramsOf(metric.name)].every((gram) => words.has(gram))
}

/** Both metrics share the same pieces with what was said. */
function sameShare(said: string, a: MetricMatch, b: MetricMatch): boolean {
  const shared = (m: MetricMatch): string => [...sharedWith(said, m)].sort().join()
  return shared(a) === shared(b)
}

/** The same, of the metric and the title of its task: 进校园 tells two tasks of 创业培训 apart. */
const sharedWithTask = (said: string, { metric, task }: MetricMatch): ReadonlySet<string> => {
  const own = gramsOf(`${metric.name} ${task.title ?? ''}`)
  return new Set([...gramsOf(nameWords(said))].filter((gram) => own.has(gram)))
}

const sharedWith = (said: string, { metric }: MetricMatch): ReadonlySet<string> =>
  new Set([...gramsOf(nameWords(said))].filter((gram) => gramsOf(metric.name).has(gram)))

/** 平台5家园区3个, where two of the tasks named build 园区: of names as near the one of the task just told of. */
export function sameTaskFirst(free: readonly MetricMatch[], done: readonly Claim[]): readonly MetricMatch[] {
  const [best] = free
  const last = done.at(-1)
  if (best === undefined || last === undefined || best.task === last.task) return free
  const own = free.find(
    (m) => m.task === last.task && m.score >= NEAR * best.score && !done.some((c) => c.metric === m.metric),
  )
  return own === undefined ? free : [own, ...free.filter((m) => m !== own)]
}

/** 人工智能产业园2个 is of 核心产业园（个）, not of 人工智能平台（家）: what the words end with, and the very unit. */
export function headedFirst(told: Told, said: string, free: readonly MetricMatch[]): readonly MetricMatch[] {
  const { unit } = told.figure.value
  const [best] = free
  const head = endOf(coreOf(said))
  if (best === undefined || head === null || best.metric.unit === unit) return free
  const [only, ...more] = free.filter(
    (m) => m.task === best.task && m.metric.unit === unit && endOf(m.metric.name) === head,
  )
  return only === undefined || more.length > 0 ? free : [only, ...free.filter((m) => m !== only)]
}

/** 商业航线5条，其中跨江航线2条: so few words of another metric name none of its own beside the whole they are of. */
export const isOfWhole = (
  best: MetricMatch,
  matches: readonly MetricMatch[],
  done: readonly Claim[],
): boolean =>
  done.some(
    ({ metric }) =>
      metric === best.metric || (best.score < OF_ITS_OWN && matches.some((m) => m.metric === metric)),
  )

const OF_ITS_OWN = 0.5
