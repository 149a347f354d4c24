import type { LedgerTask } from './ledger.ts'
import type { Matcher } from './match.ts'
import type { MetricMatch } from './metric-score.ts'

/** So much of the words is another task's own, and so much more than they are the metric's and its task's. */
const MOST = 0.6
const FAR_MORE = 2
/** A metric named as well as this is meant. */
const WELL = 0.4

/** 外出务工人员入库3.1万人 is of the task of that register, which has no metric, and not of 专业技术人员 in another. */
export function isOfAnother(
  said: string,
  { task, score }: Pick<MetricMatch, 'task' | 'score'>,
  { matcher, open }: { readonly matcher: Matcher; readonly open: readonly LedgerTask[] },
): boolean {
  const ranked = matcher.tasks(said, open)
  const [best] = ranked
  const own = ranked.find((t) => t.task.id === task.id)?.score ?? 0
  return (
    score < WELL &&
    best !== undefined &&
    best.task.id !== task.id &&
    best.score >= MOST &&
    best.score >= FAR_MORE * Math.max(score, own)
  )
}
