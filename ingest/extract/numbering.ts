import { numeralValue } from '../structure/marks.ts'
import type { Draft } from './task.ts'

/**
 * Running numbers: kept where the leaf numerals count on through the sections (一、（一）1–5, （二）6–9 …). Where
 * they start again in every section they tell nothing by themselves and `no` stays null.
 */
export function withRunningNumbers(drafts: readonly Draft[]): Draft[] {
  const leaves = drafts.filter((d) => /^\d+$/.test(d.path.at(-1) ?? ''))
  const values = leaves.map((d) => numeralValue(d.path.at(-1) ?? ''))
  const parents = new Set(leaves.map((d) => d.path.slice(0, -1).join('/')))
  const rising = values.every((v, i) => i === 0 || v >= (values[i - 1] ?? 0))
  if (!rising || (parents.size < 2 && leaves[0]?.path.length !== 1)) return [...drafts]
  return drafts.map((d) => (leaves.includes(d) ? { ...d, no: numeralValue(d.path.at(-1) ?? '') } : d))
}
