import type { MetricFact } from '../../answer/ledger.ts'

interface Stretch {
  readonly start: number
  readonly end: number
}

/** A clause with its targets set off: 新建智能工厂**12家**. Words that hold the mark already stay as they are. */
export function marked(text: string, metrics: readonly MetricFact[]): string {
  if (text.includes('*')) return text
  const found = metrics.flatMap((metric) => figureIn(text, metric)).sort((a, b) => a.start - b.start)
  let out = ''
  let at = 0
  for (const { start, end } of found) {
    if (start < at) continue
    out += `${text.slice(at, start)}**${text.slice(start, end)}**`
    at = end
  }
  return out + text.slice(at)
}

const TIMES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }

/** The figure with its measure, in the words the metric was read from: 4万个 of 建成数据中心机架4万个. */
function figureIn(text: string, { raw, unit, value }: MetricFact): Stretch[] {
  const from = text.indexOf(raw)
  if (from < 0 || unit === '') return []
  const measure = unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`(?<n>\\d[\\d.]*)(?:[—~至-]\\d[\\d.]*)?(?<times>[万亿千百]?)${measure}`, 'g')
  const all = [...raw.matchAll(pattern)]
  const same = all.filter(({ groups }) => Number(groups?.n) * (TIMES[groups?.times ?? ''] ?? 1) === value)
  const last = same.at(-1) ?? all.at(-1)
  return last === undefined ? [] : [{ start: from + last.index, end: from + last.index + last[0].length }]
}
