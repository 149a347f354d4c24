import type { MetricStanding, TaskStanding } from '../domain/standing.ts'
import { OP_WORDS } from '../text/op-words.ts'
import { percent } from './words.ts'

/** 250000 → 25万 before a counter, as plans write it; 25000亿元 stays. */
export const spoken = (value: number, unit: string): string =>
  value >= 10_000 && value % 1000 === 0 && !/^[万亿]/.test(unit) ? `${value / 10_000}万` : `${value}`

const amount = (value: number, unit: string): string => `${spoken(value, unit)}${unit}`

/** 商业航线不少于10条 */
export function targetWords(metric: MetricStanding): string {
  const range = metric.valueMax === null ? '' : `—${spoken(metric.valueMax, metric.unit)}`
  const value = `${spoken(metric.value, metric.unit)}${range}${metric.unit}`
  return `${metric.name}${OP_WORDS[metric.op]}${value}${metric.op === '~' ? '左右' : ''}`
}

/** 商业航线8/10条（80%）; null where nothing was reported. Growth and ceilings have no share: 16.2%（目标15%）. */
export function readingWords(metric: MetricStanding): string | null {
  const { last, name, share } = metric
  if (last === null) return null
  const done = amount(last.value, last.unit)
  if (share === null) return `${name}${done}（目标${targetWords({ ...metric, name: '' })}）`
  if (last.unit === metric.unit && metric.unit !== '%' && metric.op !== '<=')
    return `${name}${spoken(last.value, last.unit)}/${amount(metric.value, metric.unit)}（${percent(share)}）`
  return `${name}${done}，目标${amount(metric.value, metric.unit)}（${percent(share)}）`
}

/** All that was measured of a task: 商业航线8/10条（80%）；…; '' where nothing was. */
export function readingsOf({ metrics }: Pick<TaskStanding, 'metrics'>, most = 99): string {
  const said = metrics.flatMap((metric) => readingWords(metric) ?? [])
  return said.length <= most ? said.join('，') : `${said.slice(0, most).join('，')}等${said.length}项指标`
}

export const targetsOf = ({ metrics }: Pick<TaskStanding, 'metrics'>): string =>
  metrics.map(targetWords).join('；')

/** The lowest share of its targets: what a light looks at. null: nothing to measure. */
export function shareOfTask({ metrics }: Pick<TaskStanding, 'metrics'>): number | null {
  const shares = metrics.flatMap((metric) => metric.share ?? [])
  return shares.length === 0 ? null : Math.min(...shares)
}

/** 6条 → 8条 between two periods; null where nothing moved or either is missing. */
export function movedWords({ name, last, before }: MetricStanding): string | null {
  if (last === null || before === null || last.value === before.value) return null
  return `${name}${spoken(before.value, before.unit)}→${amount(last.value, last.unit)}`
}
