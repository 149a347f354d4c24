import type { Reading } from '../../domain/heard.ts'
import type { Claim } from './assign/assign.ts'
import type { LastReading, LedgerTask, OwnMetric } from './ledger.ts'
import { asks, assumed } from './wording.ts'

/** Readings of one metric made of all that was said of it. */
export interface Settled {
  readonly task: LedgerTask
  readonly metric: OwnMetric
  readonly reading: Reading | null
  readonly base: number | null
  readonly notes: readonly string[]
  readonly unread: readonly string[]
}

export type None = Omit<Settled, 'reading'> & { readonly reading: null }

const exact = (n: number): number => Number(n.toPrecision(12))

const FEWER =
  /(?:少|减|降|低|落|滑|除|掉|去)(?:了|少|约)?$|(?:报|算|计|统计|录|填)重了?$|重复(?:计|算|报|统计|录)了?$|重报了?$|多(?:报|写|填|算|统计|打)了$/

/** 还差十几条: how many nobody knows. */
const vague = ({ told, metric }: Claim, none: None): Settled => ({
  ...none,
  unread: [told.figure.text],
  notes: [asks.range(told.figure.text, metric.name)],
})

/** 比上月多2条 on top of the last value; without one it is asked about. */
export function fromIncrement(change: Claim, last: LastReading | null, none: None): Settled {
  const { metric, fitted, told } = change
  if (told.figure.value.max !== null) return vague(change, none)
  if (last === null)
    return { ...none, unread: [told.figure.text], notes: [asks.noBase(told.figure.text, metric.name)] }
  const base = exact(last.value + (FEWER.test(told.before) ? -fitted.base : fitted.base))
  const from = told.rule.startsWith('over the target') ? '目标' : '上次'
  const how = `${from}${last.value}${last.unit}${FEWER.test(told.before) ? '减' : '加'}${fitted.value}${fitted.unit}得${base}${metric.unit}`
  return {
    ...none,
    reading: { metric: metric.name, value: base, unit: metric.unit },
    base,
    notes: [assumed.derived(metric.name, how)],
  }
}

/** 新增, then items each with its figure, up to the metric's name. */
const ONE_NEW = /新(?:增|建|引进|培育|认定|开)(?:[^，、。；]*\d[^，、。；]*[，、和及])*$/

/** 新增上市企业8家: what is counted is itself new within the year; 新增龙头企业1家、合作社30家: one 新增 for all. */
export function grows(metric: OwnMetric, task: LedgerTask): boolean {
  if (/^(?:新|引进|增)|新增|新建|新开|新引进/.test(metric.name)) return true
  const at = task.text.indexOf(metric.name)
  return at >= 0 && ONE_NEW.test(task.text.slice(0, at))
}

/** 还差3家, 离目标差0.02个百分点: what is missing taken off the target. */
export function fromRemaining(change: Claim, none: None): Settled {
  const { metric, fitted } = change
  if (change.told.figure.value.max !== null) return vague(change, none)
  const base = exact(metric.value - fitted.base)
  const points = metric.unit === '%' && /%|百分点/.test(change.told.figure.value.unit)
  if (base < 0 || !(metric.kind === 'total' || points))
    return {
      ...none,
      unread: [change.told.figure.text],
      notes: [asks.noBase(change.told.figure.text, metric.name)],
    }
  const how = `目标${metric.value}${metric.unit}减${fitted.value}${fitted.unit}得${base}${metric.unit}`
  return {
    ...none,
    reading: { metric: metric.name, value: base, unit: metric.unit },
    base,
    notes: [assumed.derived(metric.name, how)],
  }
}

/** 物价下降0.2%, of a rate of growth: it is below nought. */
export function belowNought(claim: Claim): Claim {
  const { metric, fitted, told } = claim
  const falls = metric.kind === 'growth' && FALLEN.test(told.before) && !/降|减|压/.test(metric.name)
  if (!falls || fitted.value <= 0 || told.figure.value.unit.includes('百分点')) return claim
  const shown = `-${fitted.value}${fitted.unit}`
  return {
    ...claim,
    fitted: { ...fitted, value: -fitted.value, base: -fitted.base },
    note: assumed.belowNought(metric.name, shown),
  }
}

const FALLEN = /(?:下降|负增长|下滑|下跌|回落|降|跌)了?$/
