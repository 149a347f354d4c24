import type { Facts } from '../facts.ts'
import type { MetricQuery } from './figure-facts.ts'
import { answerMetric } from './metric.ts'
import { type Asking, answerProgress } from './progress.ts'

/** 现在办了几场: what was reported; until then what the documents write, said as such. */
export async function answerSoFar(query: MetricQuery, asking: Asking): Promise<Facts> {
  const reported = await answerProgress({ kind: 'progress', filter: query.filter }, asking)
  if (reported.kind === 'progress') return reported
  const facts = await answerMetric(query, asking)
  return facts.kind === 'figures' ? { ...facts, progress: true } : facts
}
