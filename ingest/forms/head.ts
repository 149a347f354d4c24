import type { FormGrid } from '../../src/domain/form-grid.ts'
import { isPeriod, type Period } from '../../src/domain/period.ts'
import { parseNumber } from '../../src/text/numbers.ts'
import { ownTexts } from './recognise.ts'

export interface FormHead {
  readonly unit: string | null
  readonly period: Period | null
}

const UNIT = /(?:填报|报送|上报|牵头|责任)(?:单位|部门)[^：:]{0,6}[：:]\s*(?<unit>[^\s　：:；;（(]{2,40})/

/** 填报单位 and 报送期 as the lines over the table say them. */
export function headOf(grid: FormGrid, body: number): FormHead {
  const lines = [...grid.above, ...grid.rows.slice(0, body).flatMap(ownTexts)]
  const unit = lines.map((line) => UNIT.exec(line)?.groups?.unit).find((found) => found !== undefined)
  return { unit: unit ?? null, period: [...lines, grid.name].map(periodIn).find((p) => p !== null) ?? null }
}

const YEAR = /(?<year>20\d\d)\s*年/
const PARTS: readonly (readonly [RegExp, (part: string) => string])[] = [
  [/第?(?<part>[一二三四1-4])季度/, (part) => `Q${parseNumber(part)}`],
  [/(?<part>[上下])半年/, (part) => (part === '上' ? 'H1' : 'H2')],
  [/(?<![\d年底前])(?<part>1[0-2]|0?[1-9])月(?!\d|底|前)/, (part) => `-${part.padStart(2, '0')}`],
]

/** 2026年第三季度 → 2026Q3; a year alone says nothing of the period (2026年目标任务). */
function periodIn(line: string): Period | null {
  const year = YEAR.exec(line)
  if (!year) return null
  const rest = line.slice(year.index + year[0].length)
  for (const [pattern, write] of PARTS) {
    const part = pattern.exec(rest)?.groups?.part
    const period = part === undefined ? null : `${year.groups!.year}${write(part)}`
    if (period !== null && isPeriod(period)) return period
  }
  return null
}
