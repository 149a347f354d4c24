import type { Doubt } from '../../domain/progress-check.ts'
import type { LedgerTask } from './ledger.ts'

/** Every sentence this reading says to the liaison: what it took for granted, and what it must ask. */
export const labelOf = (task: LedgerTask): string =>
  task.no === null
    ? `${task.document}“${task.title ?? task.text.slice(0, 16)}”`
    : `${/〔/.test(task.document) ? task.document : ''}第${task.no}项`

export interface DoubtFacts {
  readonly metric: string
  readonly shown: string
  readonly value: number
  readonly target: string
  readonly last: string | null
  readonly saidUnit: string
}

const DOUBTS: Readonly<Record<Doubt, (f: DoubtFacts) => string>> = {
  falls: (f) => `“${f.metric}”报的是${f.shown}，比上次的${f.last}少，请确认是否有误`,
  tenfold: (f) => `“${f.metric}”报的是${f.shown}，是上次（${f.last}）的十倍以上，请确认单位和小数点`,
  farAboveTarget: (f) => `“${f.metric}”报的是${f.shown}，目标是${f.target}，超出数倍，请确认`,
  farBelowTarget: (f) => `“${f.metric}”报的是${f.shown}，目标是${f.target}，请确认单位是不是写小了`,
  impossible: (f) => `“${f.metric}”报的是${f.shown}，超出合理范围，请确认`,
  fraction: (f) => `“${f.metric}”报的是${f.shown}，应为整数，请确认是否漏了“万”`,
  otherUnit: (f) =>
    `“${f.metric}”的单位是${f.target.replace(/^[\d.]+/, '')}，您说的是${f.saidUnit}，请确认${f.value}是否按${f.target.replace(/^[\d.]+/, '')}记`,
}

export const doubtWords = (doubt: Doubt, facts: DoubtFacts): string => DOUBTS[doubt](facts)

export const asks = {
  onlyBegun: (figure: string, metric: string) => `“${metric}”只说了还没完成的“${figure}”，请问已完成多少？`,
  onlyNamed: (said: string) => `“${said}”只说了是哪一项，请问进展如何？写上数或状态即可报送。`,
  whatChange: (said: string) => `“${said}”没看懂要改哪一处，请写明任务或指标和数，例如“治理类改成950”。`,
  whichTask: (said: string, tasks: readonly string[]) => `“${said}”可能是${tasks.join('、')}，请问是哪一项？`,
  notYours: (no: number, unit: string | null) =>
    `${unit ?? '您单位'}没有第${no}项任务，请核对是哪份文件的哪一项`,
  whichMetric: (figure: string, metrics: readonly string[]) =>
    `“${figure}”是哪个指标的数？${metrics.map((m) => `“${m}”`).join('、')}`,
  sumOf: (figure: string, metrics: readonly string[]) =>
    `“${figure}”像是${metrics.map((m) => `“${m}”`).join('、')}合在一起的数，请问各是多少？`,
  noBase: (figure: string, metric: string) =>
    `“${metric}”只说了变化数“${figure}”，没有上次的数，请问累计是多少？`,
  shareOf: (figure: string) => `“${figure}”说的是比例，没有实际数，请问累计完成多少？`,
  range: (figure: string, metric: string) => `“${metric}”的“${figure}”是个约数范围，请问确切是多少？`,
  otherCounter: (figure: string, metric: string, unit: string) =>
    `“${metric}”的单位是${unit}，“${figure}”单位对不上，请问是否同一个数？`,
  two: (metric: string, values: string) => `“${metric}”出现了几个数（${values}），请确认以哪个为准`,
}

export const assumed = {
  swapped: (metric: string, shown: string) => `两个数对调，“${metric}”按${shown}记，请核对`,
  byModel: (what: string, shown: string) => `“${what}”的${shown}由模型帮助读出，请核对`,
  ownPart: (metric: string, unit: string) =>
    `“${metric}”报的是${unit}自己的数还是全市的数？按您单位的数转牵头单位，请核对`,
  notListed: (task: string, unit: string) => `${task}没有写明由${unit}承担，按您单位的情况转牵头单位，请核对`,
  still: '“没动”按无变化记，若是还没启动，请说明',
  percent: (metric: string, shown: string) => `“${metric}”没有写%，按${shown}记，请核对`,
  belowNought: (metric: string, shown: string) => `“${metric}”说的是下降，按${shown}记，请核对`,
  outOf: (said: string, metric: string, shown: string) => `“${metric}”的“${said}”按已完成${shown}记，请核对`,
  lead: (task: string) => `“${task}”按您单位牵头的那一项理解，请核对`,
  twin: (figure: string, task: string) => `“${figure}”按${task}的指标记，另一份文件也有同样的指标，请核对`,
  topic: (task: string, words: string) => `“${words}”按${task}理解，请核对`,
  derived: (metric: string, how: string) => `“${metric}”按${how}推算，请核对`,
  about: (metric: string, shown: string) => `“${metric}”说的是约数，按${shown}记，请核对`,
  metric: (figure: string, metric: string) => `“${figure}”按“${metric}”记，请核对`,
}
