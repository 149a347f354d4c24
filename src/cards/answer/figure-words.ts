import type { Comparison, Figure } from '../../answer/figure.ts'
import { OP_WORDS } from '../../text/op-words.ts'
import { documentLabel } from '../../understand/names/documents.ts'

/** 不少于10条, 9%左右, 1—2家 */
export function amount({
  op,
  value,
  valueMax,
  unit,
}: Pick<Figure, 'op' | 'value' | 'valueMax' | 'unit'>): string {
  const range = valueMax === null ? '' : `—${spoken(valueMax, unit)}`
  return `${OP_WORDS[op]}${spoken(value, unit)}${range}${unit}${op === '~' ? '左右' : ''}`
}

/** 250000人 → 25万人, as plans write it; 25000亿元 stays. */
const spoken = (value: number, unit: string): string =>
  value >= 10_000 && value % 1000 === 0 && !/^[万亿]/.test(unit) ? `${value / 10_000}万` : `${value}`

/** 2025年 13% — 《…》: the raw words follow so that nothing is rounded away. */
export function figureLine(f: Figure): string {
  const year = f.year === null ? '' : `${f.year}年 `
  return `${year}${amount(f)} — ${documentLabel(f.document)}（“${f.raw}”）`
}

const pairLine = ({ more, difference }: Extract<Comparison, { verdict: 'pair' }>): string =>
  more === null || difference === null
    ? '两个目标一样。'
    : `${more.name}更${/%/.test(more.unit) ? '高' : '多'}，相差${difference.value}${difference.unit}。`

export function comparisonLine(c: Comparison): string {
  if (c.verdict === 'pair') return pairLine(c)
  const gap = c.difference === null ? '' : `首尾相差${c.difference.value}${c.difference.unit}。`
  if (c.verdict === 'agree') return '几份文件写的数值一致，用词和年份见下。'
  if (c.verdict === 'progress') return `年份不同，目标逐年推进，并不矛盾。${gap}`
  return `几份文件写的不一样。${gap}以哪份为准请向督查室确认。`
}
