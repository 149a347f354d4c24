import { stageOf } from '../figure/stages.ts'
import type { Claim } from './assign.ts'

/** Of several values said of one metric the one that is meant; null where the words do not tell. */
export interface Chosen {
  readonly chosen: Claim | null
  /** The values it was chosen from, each once. */
  readonly distinct: readonly Claim[]
}

export function chosenOf(values: readonly Claim[]): Chosen {
  const named = plausible(wellNamed(ofThisYear(ofItsUnit(values))))
  const distinct = named.filter((v, i) => named.findIndex((o) => o.fitted.base === v.fitted.base) === i)
  const sum = sumOf(distinct)
  if (sum !== null) return { chosen: sum, distinct }
  const [first] = distinct
  const fresh =
    first && distinct.some((v) => v.fitted.base > first.metric.value)
      ? distinct.filter((v) => OF_THE_YEAR.test(v.told.before) || isNew(v))
      : []
  const sums = distinct.filter((v) => SUM.test(v.told.before))
  const totals = distinct.filter((v) => TOTAL.test(v.told.before))
  const sure = distinct.filter((v) => SURE.test(v.told.before))
  const ways = [
    sure,
    fresh,
    sums,
    asked(distinct),
    furthest(distinct),
    totals,
    fullyNamed(distinct),
    distinct,
  ]
  const [only, ...more] = ways.find((way) => way.length === 1) ?? []
  if (only !== undefined && more.length === 0) return { chosen: only, distinct }
  return { chosen: newest(distinct), distinct }
}

/** 一百八十来家，具体181: the exact one. */
const SURE = /(?:具体|准确|确切|精确)(?:数|说|讲|点|地)?(?:是|为|有)?$/

const TOTAL =
  /累计|总共|一共|共计|合计|加起来|总盘子|总[额量数计]|正式数?|核实后?|共$|目前|现在|截至|截止|实际|达到?|为止|已/

/** 今年改造17座，连去年的一共40座: beside what this year brought the sum with the years before is no value. */
function ofThisYear(values: readonly Claim[]): readonly Claim[] {
  const now = values.filter((v) => /今年|本年度?|年内/.test(v.told.before))
  return now.length === 1 && values.some((v) => WITH_PAST.test(v.told.before)) ? now : values
}

const WITH_PAST =
  /(?:加上|连同?|含|包括|算上)了?(?:往年|历年|以前|去年|上年|前几年|首批|原有|□+)[^，。；\d]{0,8}$|历年[^，。；\d]{0,6}$/

/** 今年新组建2家，加上首批一共12家: of a metric of new ones the stock is no value. */
const OF_THE_YEAR =
  /(?:今年|本年度?|年内)(?:已经?|又|累计|共|我[们市局区])*新(?:组建|建|增|设|引进|认定|培育|开|签|落户|成立)[^，。；]{0,6}$/

/** 新建生活圈36个，累计建成143个, where the target is 50 new ones. */
const isNew = ({ told, metric }: Claim): boolean => {
  const verb = /^新[建开增设签]/.exec(metric.name)?.[0]
  return verb !== undefined && told.before.includes(verb) && !TOTAL.test(told.before)
}

/** 信用贷款余额612亿，科技型企业贷款余额3512亿: the one that is called by the whole name. */
const fullyNamed = (values: readonly Claim[]): readonly Claim[] =>
  values.filter(({ told, metric }) => told.names.some((said) => said.includes(metric.name)))

/** 186家企业512家次: visits are counted, and were said; 6个基地、6912人: people are. */
export function ofItsUnit(values: readonly Claim[]): readonly Claim[] {
  const own = values.filter((v) => v.fitted.near === null)
  const counted = own.filter((v) => v.told.figure.value.unit !== '个' || v.metric.unit === '个')
  return [counted, own].find((some) => some.length > 0) ?? values
}

/** 研发中心38家、研发型企业41家，79家: what all the others add up to. */
function sumOf(values: readonly Claim[]): Claim | null {
  if (values.length < 3) return null
  const all = values.reduce((sum, v) => sum + v.fitted.base, 0)
  return values.find((v) => Math.abs(all - 2 * v.fitted.base) < 1e-6 * all) ?? null
}

/** 商业8，飞行架次18.6万: of several values those that leave the target far behind are of something else. */
export function plausible(values: readonly Claim[]): readonly Claim[] {
  const within = (times: number): readonly Claim[] =>
    values.filter((v) => v.metric.kind !== 'total' || v.fitted.base <= times * v.metric.value)
  return (
    [within(WELL_WITHIN).length > 0 ? within(FAR) : [], within(FAR_ABOVE)].find((near) => near.length > 0) ??
    values
  )
}

/** Of one that is about the target and one that is three times as much the latter is a stock: 新组建2家，累计达12家. */
const WELL_WITHIN = 1.3
const FAR = 3
const FAR_ABOVE = 5

/** 开工112个，完工96个; 发榜15个，揭榜9个: of values each with its stage those that have come furthest. */
function furthest(values: readonly Claim[]): readonly Claim[] {
  const stages = values.map((v) => stageOf(v.told.before))
  return stages.includes(-1) ? [] : values.filter((_, i) => stages[i] === Math.max(...stages))
}

/** 签约512个，开工398个, where the target is 开工480个: what is done is what the task asks for. */
function asked(values: readonly Claim[]): readonly Claim[] {
  const verb = values[0] && verbOf(values[0])
  const says = ({ told }: Claim): boolean =>
    told.before
      .split(/[，。；：、]/)
      .at(-1)
      ?.includes(verb ?? '') ?? false
  return verb === undefined ? [] : values.filter(says)
}

/** 部署 of 部署20个垂直行业大模型, 签约 of 签约亿元以上项目: what the task does with what is counted. */
function verbOf({ task, metric }: Claim): string | undefined {
  const before = task.text
    .slice(0, Math.max(0, task.text.indexOf(metric.name)))
    .split(/[，。；、]/)
    .at(-1)
  if (before) return /^(?!完成|实现|达到)\p{Script=Han}{2}/u.exec(before)?.[0]
  return stageOf(metric.name.slice(0, 2)) < 0 ? undefined : metric.name.slice(0, 2)
}

/** 上云企业1.2万家 beside 398家中小企业实施数字化转型: what is named far better is meant, and before what was only guessed to be of it. */
function wellNamed(values: readonly Claim[]): readonly Claim[] {
  if (areItems(values)) return values
  const best = Math.max(...values.map((v) => v.score))
  return values.filter(
    (v) =>
      (v.score === 0 && (v.note === null || best < WELL)) ||
      (v.score > 0 && v.score >= Math.min(best / FAR_BETTER, WELL)) ||
      SUM.test(v.told.before) ||
      OF_LEVEL.test(v.told.before),
  )
}

/** 国家级4家、省级23家: each is of the same metric. */
const OF_LEVEL = /(?:国家|省|市|区)级$/

/** 低空21.2，生命健康18.7 of 低空经济、生命健康等产业规模: each by another item of one name. */
function areItems(values: readonly Claim[]): boolean {
  const items = values[0]?.metric.name.split(/、|等/) ?? []
  const said = values.map(({ told }) =>
    items.findIndex((item) => told.names.some((n) => n.includes(item.slice(0, ITEM)))),
  )
  return items.length > 1 && new Set(said.filter((i) => i >= 0)).size > 1
}

/** Characters that tell one item from another. */
const ITEM = 2

/** 国债186亿元、专项债538亿元，合计724亿元: named by nothing, and of all that was named. */
const SUM = /(?:合计|合起来|总[计额量数]|总盘子|共计|一共|总共|加起来)[^，。；\d]{0,4}$/
const FAR_BETTER = 1.8
/** Named so well a figure stands, however well another is. */
const WELL = 0.4

/** 二季度62家，三季度87家: of values each with its own time the latest; null where the times do not tell. */
function newest(values: readonly Claim[]): Claim | null {
  const timed = values.filter((v) => v.told.at !== null)
  if (values.length < 2 || timed.length < values.length) return null
  const [best, next] = [...timed].sort((a, b) => (b.told.at ?? '').localeCompare(a.told.at ?? ''))
  return best && next && best.told.at !== next.told.at ? best : null
}
