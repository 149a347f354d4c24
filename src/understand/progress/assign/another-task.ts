import { contentOf } from '../clauses.ts'
import type { LedgerTask } from '../ledger.ts'
import { type Matcher, type TaskMatch, wordsOfTask } from '../match/match.ts'
import { endOf, type MetricMatch } from '../match/metric-score.ts'

/** Words shared with a metric of a task that nobody has named. */
export const ENOUGH_OPEN = 0.3
/** So much of the words is another task's own, and so much more than they are the metric's and its task's. */
const MOST = 0.6
const FAR_MORE = 2
/** A metric named as well as this is meant; one that is counted in 个 must be named better. */
const WELL = { measured: 0.4, counted: 0.5, headed: 0.6 }
const COUNTER = /^[个家项名人]$/

/** 外出务工人员入库3.1万人 is of the task of that register, which has no metric, and not of 专业技术人员 in another. */
export function isOfAnother(
  said: string,
  { task, metric, score }: Pick<MetricMatch, 'task' | 'metric' | 'score'>,
  { matcher, open }: { readonly matcher: Matcher; readonly open: readonly LedgerTask[] },
): boolean {
  const ranked = matcher.tasks(said, open)
  const [best] = ranked
  const own = ranked.find((t) => t.task.id === task.id)?.score ?? 0
  if (score < WELL.headed && headedElsewhere(said, task, ranked)) return true
  return (
    score < (COUNTER.test(metric.unit) ? WELL.counted : WELL.measured) &&
    best !== undefined &&
    best.task.id !== task.id &&
    best.score >= MOST &&
    best.score >= FAR_MORE * Math.max(score, own)
  )
}

/** 低空关键技术攻关: the word it opens with is of a task that fits as well as any, and not of this one. */
function headedElsewhere(said: string, task: LedgerTask, ranked: readonly TaskMatch[]): boolean {
  const head = headOf(said)
  const least = AS_WELL * (ranked[0]?.score ?? 0)
  if (head === null || wordsOfTask(task).includes(head) || least < MOST * AS_WELL) return false
  return ranked.some((t) => t.score >= least && wordsOfTask(t.task).includes(head))
}

/** The noun a stretch opens with. */
export const headOf = (said: string): string | null =>
  /^\p{Script=Han}{2}/u.exec(contentOf(said))?.[0] ?? null
const AS_WELL = 0.9

/** 商务航线 is no 商业航线: the same noun of another kind, which another task speaks of in these very words. */
export function isOtherKind(
  said: string,
  { task, metric }: Pick<MetricMatch, 'task' | 'metric'>,
  open: readonly LedgerTask[],
): boolean {
  const noun = endOf(metric.name)
  const at = noun === null ? -1 : said.indexOf(noun)
  if (at < KIND) return false
  const kind = said.slice(at - KIND, at)
  const has = (t: LedgerTask, words: string): boolean => wordsOfTask(t).includes(words)
  return !has(task, kind) && open.some((t) => has(t, `${kind}${noun}`))
}

/** Characters of a noun, and of the word that tells its kinds apart. */
const KIND = 2
