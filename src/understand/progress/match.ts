import { contentOf, nameWords } from './clauses.ts'
import type { LedgerTask, OwnMetric } from './ledger.ts'
import { type NameScorer, nameScorer } from './name-score.ts'
import type { Pool } from './pool.ts'

export interface MetricMatch {
  readonly task: LedgerTask
  readonly metric: OwnMetric
  readonly score: number
}

export interface TaskMatch {
  readonly task: LedgerTask
  readonly score: number
}

/** Finds metrics and tasks of a pool by the words people use for them. */
export interface Matcher {
  /** Metrics of the tasks, best first, 0 left out. Those the unit leads come first of equals. */
  readonly metrics: (said: string, tasks: readonly LedgerTask[]) => MetricMatch[]
  /** Tasks by the words of a clause, best first; only where a word stands that few tasks share. */
  readonly tasks: (said: string, tasks: readonly LedgerTask[]) => TaskMatch[]
}

/** A word that more tasks than this share names none of them. */
const FEW = 4
/** The unit's own tasks come first of equals, by so much of the score. */
const LEAD_BONUS = 0.15
/** Who was just asked about tasks speaks of them: enough to part two of the same words, not to outdo better ones. */
const ASKED_BONUS = 0.25

export function matcherOf(pool: Pool): Matcher {
  const metricNames = nameScorer(pool.tasks.flatMap((t) => t.metrics.map(nameOf)))
  const texts = nameScorer(pool.tasks.map(wordsOfTask))
  const favour = ({ id }: LedgerTask): number =>
    1 + (pool.leads.has(id) ? LEAD_BONUS : 0) + (pool.asked.has(id) ? ASKED_BONUS : 0)
  return {
    metrics: (said, tasks) => {
      const found = metricsBy(said, tasks, { names: metricNames, texts })
        .map((m) => ({ ...m, score: m.score * favour(m.task) }))
        .sort((a, b) => b.score - a.score)
      return askedTwinFirst(found, pool)
    },
    tasks: (said, tasks) =>
      tasksBy(said, tasks, texts)
        .map((t) => ({
          ...t,
          score: t.score * favour(t.task) + NAMED * headScore(said, t.task, metricNames),
        }))
        .sort((a, b) => b.score - a.score),
  }
}

/** One target that two documents hold: it is reported where it was asked for. */
function askedTwinFirst(found: MetricMatch[], { asked }: Pool): MetricMatch[] {
  const [best] = found
  if (best === undefined || asked.has(best.task.id)) return found
  const { value, unit } = best.metric
  const isTwin = ({ task, metric }: MetricMatch): boolean =>
    asked.has(task.id) && metric.value === value && metric.unit === unit
  const twin = found.find(isTwin)
  return twin === undefined
    ? found
    : [{ ...twin, score: best.score }, ...found.filter((m) => m !== twin && m !== best)]
}

/** The words are the title's or a metric's own, and not only somewhere in the text. */
function headScore(said: string, task: LedgerTask, names: NameScorer): number {
  return Math.max(
    0,
    ...[task.title ?? '', ...task.metrics.map((m) => m.name)].map((name) =>
      names.score(nameWords(said), name),
    ),
  )
}

const NAMED = 0.3
/** 创业培训进校园8.2万人次: two tasks count 创业培训, one is titled so. */
const TITLE = 0.6

/** 新开工锐科光纤激光等亿元以上工业项目: the example is never said. */
const EXAMPLE = /(?<=^新(?:开工|投产|建成?|增))[^、，]{3,12}等(?=.{4})/
const nameOf = ({ name }: OwnMetric): string => name.replace(EXAMPLE, '')

/** The name stands in full within much talk: 数字化产线今天刚统计出来有. */
const FULL_NAME = 0.6
const ALL = 0.9

export const wordsOfTask = (task: LedgerTask): string => `${task.title ?? ''} ${task.text}`

/** A word that so few tasks have means the one metric of its task: 马兰花4600人次. */
const OWN_WORD = 1

/** A short text with one metric is all about it: 开展北斗规模应用试点，推广应用项目80个. */
const isSingle = ({ text, metrics }: LedgerTask): boolean => metrics.length === 1 && text.length <= SHORT_TEXT
const SHORT_TEXT = 40

/** A name stands next to its figure: what was said long before it counts for less. */
const NEAREST = [5, 8] as const

interface Scorers {
  readonly names: NameScorer
  readonly texts: NameScorer
}

function metricsBy(said: string, tasks: readonly LedgerTask[], by: Scorers): MetricMatch[] {
  const words = nameWords(said).trimEnd()
  const whole = scored(words, tasks, by)
  if (whole.some((m) => m.score >= CLEAR)) return whole
  const near = NEAREST.flatMap((n) => scored(words.slice(-n), tasks, by))
  const all = [...whole, ...near, ...byCore(contentOf(said), tasks, by)]
  return all.filter(
    (m, i) =>
      !all.some((o, j) => o.metric === m.metric && (o.score > m.score || (o.score === m.score && j < i))),
  )
}

/** What is left of the words once talk and verbs are gone: 北斗 of 北斗的目标是. */
function byCore(words: string, tasks: readonly LedgerTask[], by: Scorers): MetricMatch[] {
  if (GENERIC.test(words)) return []
  return [...scored(words, tasks, by), ...ownName(words, tasks, by)]
}

/** Words that name a sort of thing and none of them: 完成投资480亿元. */
const GENERIC =
  /^(?:投资|资金|企业|项目|平台|活动|机构|产业|规模|面积|人才|总额|金额|增长|增速|服务|中心|工程|\s)*$/

/** 技改 of 设备更新和技术改造项目: all that was said stands in the name of one metric and of no other. */
function ownName(words: string, tasks: readonly LedgerTask[], { names }: Scorers): MetricMatch[] {
  const isOwn = (name: string): boolean =>
    names.rarest(words, name) <= OWN_WORD && names.covered(words, name) === 1
  return tasks.flatMap((task) =>
    task.metrics.filter((m) => isOwn(nameOf(m))).map((metric) => ({ task, metric, score: OWN_NAME })),
  )
}

const OWN_NAME = 0.5

/** From here on the whole of the words names something by itself. */
const CLEAR = 0.3

function scored(words: string, tasks: readonly LedgerTask[], { names, texts }: Scorers): MetricMatch[] {
  return tasks.flatMap((task) =>
    task.metrics.flatMap((metric) => {
      const name = nameOf(metric)
      const score = Math.max(names.score(words, name), names.covered(name, words) >= ALL ? FULL_NAME : 0)
      const about = task.title ?? (isSingle(task) ? task.text : '')
      const titled = score > 0 || (task.metrics.length === 1 && texts.rarest(words, about) <= OWN_WORD)
      const title = titled && about !== '' ? names.extra(words, name, about) : 0
      const whole = score + TITLE * title
      return whole > 0 ? [{ task, metric, score: whole }] : []
    }),
  )
}

function tasksBy(said: string, tasks: readonly LedgerTask[], names: NameScorer): TaskMatch[] {
  const words = nameWords(said)
  return tasks.flatMap((task) => {
    const text = wordsOfTask(task)
    return names.rarest(words, text) > FEW ? [] : [{ task, score: names.covered(words, text) }]
  })
}
