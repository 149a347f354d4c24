import type { OwnMetric } from '../ledger.ts'
import type { Figure } from './figure.ts'

/** A figure taken as a value of a metric. */
export interface Fitted {
  /** As it is shown and stored: unit as said, completed where it was cut short (12.3亿 → 12.3亿元). */
  readonly value: number
  readonly unit: string
  /** In the metric's own unit, for comparing. */
  readonly base: number
  /** The unit as said, when it is a neighbour of the metric's and not the same (人 for 人次). */
  readonly near: string | null
}

const TIMES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
]

const SAME: Readonly<Record<string, string>> = {
  千米: '公里',
  km: '公里',
  名: '人',
  位: '人',
  口: '人',
  台: '台套',
  '台（套）': '台套',
  '家（次）': '家次',
  套: '套',
  平方: '平方米',
  立方: '立方米',
  百分点: '%',
  个百分点: '%',
  座: '个',
  处: '个',
  项: '项',
}

/** Counters of one sort of thing: taken for one another, and said so. */
const NEIGHBOURS: readonly (readonly string[])[] = [
  ['人', '人次'],
  ['场', '次', '场次', '期'],
  ['家', '户', '所'],
  ['家次', '户次'],
  ['亩', '亩次'],
  ['条', '项'],
  ['台套', '辆', '套'],
]
/** Counters people use where a plan says 个; 126场 and 3400人 are never so many 个. */
const THING = /^(?:家|条|项|所|件|款|间|支|块|片|宗|类|门|枚|部|本|批)$/
const MEASURE = /^(?:%|元|美元|公里|米|亩|亩次|平方米|立方米|P|PFLOPS|EFLOPS|毫秒|人次|吨|倍|度)$/

interface Scaled {
  readonly times: number
  readonly base: string
}

function scaled(unit: string): Scaled {
  const found = TIMES.find(([word]) => unit.startsWith(word))
  const rest = found ? unit.slice(found[0].length) : unit
  return { times: found?.[1] ?? 1, base: SAME[rest] ?? rest }
}

/** Of a kilometre: 60000米 is 60公里. */
const METRES = 1000
const exact = (n: number): number => Number(n.toPrecision(12))

/** Reads the figure as a value of the metric; null when its unit says it is of something else. */
export function fitUnit(said: Figure, metric: OwnMetric): Fitted | null {
  return fitted(
    /^千(?![米瓦克卡])./.test(said.unit)
      ? { ...said, value: said.value * 1000, unit: said.unit.slice(1) }
      : said,
    metric,
  )
}

function fitted(figure: Figure, metric: OwnMetric): Fitted | null {
  const own = scaled(metric.unit)
  const said = scaled(figure.unit === '万方' ? '万方' : figure.unit)
  const value = figure.value
  const base = exact((value * said.times) / own.times)
  if (own.base === '%') {
    if (said.base === '%' && said.times === 1) return { value, unit: '%', base: value, near: null }
    return figure.unit === '' && !Number.isInteger(value)
      ? { value, unit: '%', base: value, near: null }
      : null
  }
  if (said.base === '%' || said.base === '成半') return null
  if (figure.unit === '') return unitless(value, metric.unit, own.times)
  if (own.base === '元') return money(figure, said, base)
  if (said.base === '') return bareScale(figure, said, { own, target: metric.value })
  if (said.base === '方' && /米$/.test(own.base))
    return { value, unit: figure.unit.replace('方', own.base), base, near: null }
  if (said.base === own.base)
    return { value, unit: said.times === own.times ? metric.unit : figure.unit, base, near: null }
  if (own.base === '公里' && said.base === '米')
    return { value: exact(base / METRES), unit: metric.unit, base: exact(base / METRES), near: null }
  const area = AREA[figure.unit]
  if (area !== undefined && own.base === '平方米') {
    const square = exact((value * area) / own.times)
    return { value: square, unit: metric.unit, base: square, near: figure.unit }
  }
  const [flops, target] = [FLOPS[said.base], FLOPS[own.base]]
  if (flops !== undefined && target !== undefined) return computing(figure, metric, flops / target)
  if (own.base === '' || MEASURE.test(own.base) || MEASURE.test(said.base)) return near(figure, metric, base)
  if (/[处座]$/.test(figure.unit) && own.base !== '个')
    return { value: base, unit: metric.unit, base, near: figure.unit }
  if (said.base === '个' || (own.base === '个' && THING.test(said.base)))
    return { value: base, unit: metric.unit, base, near: null }
  return near(figure, metric, base)
}

/** Of a square metre: 0.86平方公里 is 86万平方米. */
const AREA: Readonly<Record<string, number>> = { 平方公里: 1e6, 公顷: 1e4 }

/** Of one P: 6500P is 6.5EFLOPS. */
const FLOPS: Readonly<Record<string, number>> = { P: 1, PFLOPS: 1, EFLOPS: 1000 }

const computing = ({ value, unit }: Figure, metric: OwnMetric, times: number): Fitted => {
  const base = exact(value * times)
  return { value: base, unit: metric.unit, base, near: times === 1 ? null : unit }
}

/** 83.5 of 万平方米 is said in 万; 八十一万三 is written out. */
function unitless(said: number, unit: string, times: number): Fitted {
  const base = times > 1 && said >= times ? exact(said / times) : said
  return { value: base, unit, base, near: null }
}

/** 12.3亿 → 亿元; 9800万 → 万元. A counter is no money. */
function money(figure: Figure, said: Scaled, base: number): Fitted | null {
  if (said.base !== '元' && said.base !== '') return null
  const unit = said.base === '元' ? figure.unit : `${figure.unit}元`
  return { value: figure.value, unit, base, near: null }
}

/** 4210亿 without a unit is no count of projects: nobody is so far off. */
const NEVER = 1000

/** 22.6万 of people → 226000人; 28万 of 万亩 → 28万亩; 410亿 of 亿 stays. */
function bareScale(
  figure: Figure,
  said: Scaled,
  { own, target }: { own: Scaled; target: number },
): Fitted | null {
  const base = exact((figure.value * said.times) / own.times)
  if (own.times === 1 && base > NEVER * target) return null
  if (own.times > 1) return { value: figure.value, unit: `${figure.unit}${own.base}`, base, near: null }
  return { value: exact(figure.value * said.times), unit: own.base, base, near: null }
}

function near(figure: Figure, metric: OwnMetric, base: number): Fitted | null {
  const own = scaled(metric.unit).base
  const said = scaled(figure.unit).base
  const toVisits = own === '家次' && said === '家'
  const both = toVisits || NEIGHBOURS.some((list) => list.includes(own) && list.includes(said))
  return both ? { value: base, unit: metric.unit, base, near: figure.unit } : null
}

/** Both count things one by one, yet other things: 6家 for a metric in 条. */
export function otherCounter(figure: Figure, metric: OwnMetric): boolean {
  const [own, said] = [scaled(metric.unit).base, scaled(figure.unit).base]
  return (
    said !== '' &&
    own !== '' &&
    !MEASURE.test(own) &&
    !MEASURE.test(said) &&
    said !== '成半' &&
    fitUnit(figure, metric) === null
  )
}
