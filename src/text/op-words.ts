import type { MetricOp } from '../domain/task.ts'

/** The word before a target's value: 不少于10条, 超过3万人. */
export const OP_WORDS: Readonly<Record<MetricOp, string>> = {
  '>=': '不少于',
  '>': '超过',
  '<=': '不超过',
  '<': '低于',
  '=': '',
  '~': '',
}
