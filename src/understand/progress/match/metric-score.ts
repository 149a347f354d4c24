import { coreOf, nameWords } from '../clauses.ts'
import type { LedgerTask, OwnMetric } from '../ledger.ts'
import { gramsOf, type NameScorer } from './name-score.ts'

export interface MetricMatch {
  readonly task: LedgerTask
  readonly metric: OwnMetric
  readonly score: number
  /** All that is shared is a word of any target: 签约项目 and 亿元以上产业项目. It names a metric of a task spoken of, and no other. */
  readonly vague: boolean
}

export interface Scorers {
  /** Over the names of all metrics of the pool. */
  readonly names: NameScorer
  /** Over the texts of its tasks. */
  readonly texts: NameScorer
}

/** 新开工锐科光纤激光等亿元以上工业项目: the example is never said. */
const EXAMPLE = /(?<=^新(?:开工|投产|建成?|增))[^、，]{3,12}等(?=.{4})/
export const nameOf = ({ name }: OwnMetric): string => name.replace(EXAMPLE, '')

/** A name stands next to its figure: what was said long before it counts for less. */
const NEAREST = [5, 8] as const
/** From here on the whole of the words names something by itself. */
const CLEAR = 0.3

/** Metrics of the tasks by the words in front of a figure, each once with its best score. */
export function metricsBy(said: string, tasks: readonly LedgerTask[], by: Scorers): MetricMatch[] {
  const words = nameWords(said).trimEnd()
  const whole = scored(words, tasks, by)
  if (whole.some((m) => m.score >= CLEAR)) return whole
  const near = NEAREST.flatMap((n) => scored(words.slice(-n), tasks, by))
  const all = [...whole, ...near, ...byCore(coreOf(said), tasks, by)]
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

/** A word that so few tasks have means the one metric of its task: 马兰花4600人次. */
const OWN_WORD = 1
const OWN_NAME = 0.5

/** 技改 of 设备更新和技术改造项目: all that was said stands in the name of one metric and of no other. */
function ownName(words: string, tasks: readonly LedgerTask[], { names }: Scorers): MetricMatch[] {
  const isOwn = (name: string): boolean =>
    names.rarest(words, name) <= OWN_WORD && names.covered(words, name) === 1
  return tasks.flatMap((task) =>
    task.metrics
      .filter((m) => isOwn(nameOf(m)))
      .map((metric) => ({ task, metric, score: OWN_NAME, vague: isVague(words, metric) })),
  )
}

/** 创业培训进校园8.2万人次: two tasks count 创业培训, one is titled so. */
const TITLE = 0.6

function scored(words: string, tasks: readonly LedgerTask[], by: Scorers): MetricMatch[] {
  return tasks.flatMap((task) =>
    task.metrics.flatMap((metric) => {
      const titled = byTitle(metric, task, words, by)
      const score = byNameOf(metric, words, by) + TITLE * titled
      return score > 0 ? [{ task, metric, score, vague: titled === 0 && isVague(words, metric) }] : []
    }),
  )
}

/** What is built, held or brought in everywhere. */
const OF_ANY = new Set([
  '项目',
  '企业',
  '活动',
  '平台',
  '机构',
  '产业',
  '投资',
  '建设',
  '开工',
  '以上',
  '人员',
  '国家',
  '家级',
])

function isVague(words: string, metric: OwnMetric): boolean {
  const own = gramsOf(nameOf(metric))
  const shared = [...gramsOf(words)].filter((gram) => own.has(gram))
  const sized = sizeOf(words) !== null && sizeOf(words) === sizeOf(nameOf(metric))
  return !sized && shared.length > 0 && shared.every((gram) => OF_ANY.has(gram))
}

/** The name stands in full within much talk: 数字化产线今天刚统计出来有. */
const FULL_NAME = 0.6
const ALL = 0.9
/** The noun a name ends with says what is counted: 人工智能产业园 is no 人工智能平台. */
const HEAD = 1.2
/** 百亿外贸企业 is of 百亿元以上企业 and of no other. */
const OTHER_SIZE = 0.5
const SAME_SIZE = 1.5

function byNameOf(metric: OwnMetric, words: string, { names }: Scorers): number {
  const name = nameOf(metric)
  const shared = Math.max(names.score(words, name), names.covered(name, words) >= ALL ? FULL_NAME : 0)
  const head = endOf(words) !== null && endOf(words) === endOf(name) ? HEAD : 1
  return shared * head * sizeWeight(words, name)
}

function sizeWeight(words: string, name: string): number {
  const said = sizeOf(words)
  if (said === null) return 1
  return said === sizeOf(name) ? SAME_SIZE : OTHER_SIZE
}

/** The last two characters of a name, 建设 and the like aside. */
export const endOf = (name: string): string | null =>
  /\p{Script=Han}{2}(?<!项目|企业|活动|资金|人员|攻关|基地)$/u.exec(
    name.replace(/(?:建设|改造|工程|总数|数量|规模|总额|\s)+$/, ''),
  )?.[0] ?? null

/** 百亿, 十亿: the size that tells projects and firms apart. */
const sizeOf = (name: string): string | null =>
  /[十百千]亿|亿(?=元?(?:以上)?(?:产业|工业)?项目)/.exec(name)?.[0] ?? null

/** A short text with one metric is all about it: 开展北斗规模应用试点，推广应用项目80个. */
const isSingle = ({ text, metrics }: LedgerTask): boolean => metrics.length === 1 && text.length <= SHORT_TEXT
const SHORT_TEXT = 40

/** How much of the words the title of the task has beyond the name. */
function byTitle(metric: OwnMetric, task: LedgerTask, words: string, { names, texts }: Scorers): number {
  const about = task.title ?? (isSingle(task) ? task.text : '')
  if (about === '') return 0
  const name = nameOf(metric)
  const titled =
    names.score(words, name) > 0 || (task.metrics.length === 1 && texts.rarest(words, about) <= OWN_WORD)
  return titled ? names.extra(words, name, about) : 0
}
