import { contentOf, nameWords } from '../clauses.ts'
import type { Told } from '../figure/context.ts'
import { fitUnit } from '../figure/fit-unit.ts'
import type { LedgerTask, OwnMetric } from '../ledger.ts'
import { wordsOfTask } from '../match/match.ts'
import type { MetricMatch } from '../match/metric-score.ts'
import { gramsOf } from '../match/name-score.ts'

/** How much of what was said must stand in the text. */
const MOST = 0.5

function standsIn(name: string, text: string): boolean {
  const content = contentOf(name)
  return content.length < 2 || mostOf(content, text)
}

function mostOf(words: string, text: string): boolean {
  const [said, own] = [gramsOf(words), gramsOf(text)]
  return [...said].filter((gram) => own.has(gram)).length >= MOST * said.size
}

/** Nothing beside verbs, or words that the task itself has: 资金争取到. */
export const isOf = (name: string, task: LedgerTask): boolean => standsIn(name, wordsOfTask(task))

/** The task's own words as they are said, verbs and all: 项目590个 of 技术改造项目, not 引进项目5个 of 引进首店. */
export const namesOnly = (name: string, task: LedgerTask): boolean =>
  nameWords(name).trim() === '' || mostOf(nameWords(name), wordsOfTask(task))

/** Words, and the task's own: 园区3个. */
export const speaksOf = (name: string, task: LedgerTask): boolean =>
  contentOf(name).length > 1 && isOf(name, task)

/** The words open with what the task is about: 数据流通试点批了8个场景, where it is about 数据流通. */
export const opensWith = (name: string, task: LedgerTask): boolean => {
  const head = nameWords(name).trim().slice(0, SUBJECT)
  return head.length === SUBJECT && mostOf(head, wordsOfTask(task))
}

const SUBJECT = 4

/** 占GDP比重64.8% is no growth of it. */
export const isShareOf = ({ before }: Told, { metric }: Pick<MetricMatch, 'metric'>): boolean =>
  metric.kind === 'growth' && /(?:占|比重|比例)/.test(before)

/** 8家实验室都有产出, where the task speaks of 8家实验室 and asks for something else: what it covers, no value. */
export const isScope = ({ figure, before, after }: Told, task: LedgerTask): boolean => {
  const { value, unit } = figure.value
  const text = wordsOfTask(task)
  const nouns = [nameWords(before).trim().slice(-NOUN), after.slice(0, NOUN)].filter((n) => n.length === NOUN)
  return (
    unit !== '' &&
    new RegExp(`(?<![\\d.])${value}${unit}`).test(text) &&
    !task.metrics.some((m) => m.value === value) &&
    nouns.some((noun) => text.includes(noun))
  )
}

const NOUN = 2

/** 外贸企业8600家 is no count of 11 firms, however alike the words: so far off nobody is by a slip. */
export function isFarOff(told: Told, { metric, score }: Pick<MetricMatch, 'metric' | 'score'>): boolean {
  if (metric.kind !== 'total') return false
  const share = (fitUnit(told.figure.value, metric)?.base ?? 0) / metric.value
  return (
    share > (score < WEAK ? UNLIKELY : NEVER) ||
    (told.role === 'value' && score < CLEAR && STOCK.test(metric.name) && share < STOCKED)
  )
}

/** Of what stands there is always some: 86 of 3500家 are another sort of firm. */
const STOCK = /总数|总量|总规模|余额/
const STOCKED = 0.1
const CLEAR = 0.5
const NEVER = 200
/** Named by few of its words a metric is not meant even where the figure is ten times as much. */
const UNLIKELY = 10
const WEAK = 0.3

/** 42个场景 for a metric in 条 whose task knows no 场景: another counter and another noun, so another thing; 移交场地22处 is no 生活圈. */
export function countsOther(
  { figure, before, after }: Told,
  { metric, task }: Pick<MetricMatch, 'metric' | 'task'>,
): boolean {
  const means = MEANS.exec(before)?.[0]
  if (means !== undefined && !wordsOfTask(task).includes(means)) return true
  const { unit } = figure.value
  const spread = SPREAD.exec(after)?.[0]
  if (spread !== undefined && unit === '个' && !metric.name.endsWith(spread)) return true
  const noun = COUNTED.exec(after)?.[0]
  if (noun === undefined || unit === '' || metric.unit.includes(unit)) return false
  return !wordsOfTask(task).includes(noun)
}

/** What work is done with, right before a figure: never what it is measured by, unless the task says so. */
const MEANS = /(?:场地|用地|地块|房屋|设备|问题|线索|材料|图纸|手续|合同|诉求|意见|店员|员工|经费|补贴|档案)$/

/** 老旧小区改造政策出台5个: papers about the thing, not the thing. */
export function countsPapers({ before }: Told, { metric }: Pick<MetricMatch, 'metric'>): boolean {
  const { noun, verb = '' } = PAPER.exec(before)?.groups ?? {}
  return noun !== undefined && contentOf(verb.replace(ISSUED, '')) === '' && !metric.name.includes(noun)
}

const PAPER =
  /(?<![按照据])(?<noun>政策|方案|办法|文件|制度|意见|细则|通知|清单|指南|课题|专报)(?<verb>[^，。；\d]{0,6})$/
const ISSUED = /出台|印发|制定|发布|修订|起草|下发/g

/** 部署了9个行业11个模型: where the work is done, never how much of it, unless that is what is counted. */
const SPREAD = /^(?:行业|领域|赛道|区域|城区|街道|乡镇|省份|国家|城市|地区|板块|方向|类别|环节|专业)/

/** What plans count in 个 beside their own counters. */
const COUNTED =
  /^(?:场景|企业|项目|平台|基地|园区|站点|网点|工厂|车间|街道|社区|活动|岗位|学校|医院|小区|航线|线路|桥梁|公园|机构|品牌)/

/** Where a metric's own words end: at the next pause, or at the end of its sentence. */
export type Reach = 'part' | 'sentence'

/** The same, of the part of the text that sets the target: 完成投资 is not of 贷款余额, though the task speaks of 投资机构. */
export function isBeside(name: string, metric: OwnMetric, task: LedgerTask, reach: Reach = 'part'): boolean {
  if (task.metrics.length === 1) return isOf(name, task)
  const parts = wordsOfTask(task).split(reach === 'part' ? /[，。；、]/ : /[。；]/)
  const own = parts.filter(
    (part) => part.includes(metric.name.slice(0, 4)) || part.includes(metric.name.slice(-4)),
  )
  return standsIn(name, own.length > 0 ? own.join('，') : wordsOfTask(task))
}

/** 6个离岸科创中心孵化项目38个: the name belongs to the target said once more in front of it, the figure to what comes behind. */
export function namesScope(
  { clause, before }: Told,
  { metric }: Pick<MetricMatch, 'metric'>,
  previous: Told | undefined,
): boolean {
  if (previous?.clause !== clause || contentOf(previous.before) !== '') return false
  const rest = contentOf(before.replace(metric.name, ''))
  return previous.figure.value.value === metric.value && before.startsWith(metric.name) && rest.length > 1
}

/** 签约488亿 of 签约总额 and 保障金额: a verb that only one name has. */
export function byVerb({ before }: Told, metrics: readonly OwnMetric[]): readonly OwnMetric[] {
  const verbs = gramsOf(before.slice(-VERB))
  const named = metrics.filter((m) => [...verbs].some((verb) => m.name.includes(verb)))
  return named.length === 1 ? named : metrics
}

const VERB = 4

/** 开工四百六，到位五千二百五: the verb of one metric, in its name or in the text right before it. */
export function isWorded({ before }: Told, { name }: OwnMetric, { text }: LedgerTask): boolean {
  const verb = /\p{Script=Han}{2}(?=[已了]*$)/u.exec(nameWords(before).trim())?.[0]
  return verb !== undefined && (name.includes(verb) || text.includes(`${verb}${name}`))
}

/** 落地转化61个 is no count of 场, unless the event is named. */
const isNoEvent = ({ figure, before, after }: Told, { metric, score }: MetricMatch): boolean =>
  figure.value.unit === '个' &&
  /^(?:场|人次|场次|人|名)$/.test(metric.unit) &&
  score < EVENT &&
  !`${before}${after}`.includes(metric.name.slice(-NOUN))

/** Named so well an event is meant, whatever it is counted in. */
const EVENT = 0.6

/** The words name the metric, and the figure is of another thing. */
export const isOther = (told: Told, match: MetricMatch): boolean =>
  [countsOther, countsPapers, isShareOf, isFarOff, isNoEvent].some((is) => is(told, match))
