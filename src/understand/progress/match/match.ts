import { coreOf, nameWords } from '../clauses.ts'
import type { LedgerTask } from '../ledger.ts'
import type { Pool } from '../pool.ts'
import { type MetricMatch, metricsBy, nameOf } from './metric-score.ts'
import { type NameScorer, nameScorer } from './name-score.ts'

export interface TaskMatch {
  readonly task: LedgerTask
  readonly score: number
  /** Most of its title was said. */
  readonly titled: boolean
}

/** Finds metrics and tasks of a pool by the words people use for them. */
export interface Matcher {
  /** Metrics of the tasks, best first, 0 left out. Those the unit leads come first of equals. */
  readonly metrics: (said: string, tasks: readonly LedgerTask[]) => MetricMatch[]
  /** Tasks by the words of a clause, best first; only where a word stands that few tasks share. */
  readonly tasks: (said: string, tasks: readonly LedgerTask[]) => TaskMatch[]
}

/** A word that more tasks than this share names none of them. */
const FEW = 4
/** The unit's own tasks come first of equals, by so much of the score. */
const LEAD_BONUS = 0.15
/** Who was just asked about tasks speaks of them: enough to part two of the same words, not to outdo better ones. */
const ASKED_BONUS = 0.25

export function matcherOf(pool: Pool): Matcher {
  const metricNames = nameScorer(pool.tasks.flatMap((t) => t.metrics.map(nameOf)))
  const texts = nameScorer(pool.tasks.map(wordsOfTask))
  const favour = ({ id }: LedgerTask): number =>
    1 + (pool.leads.has(id) ? LEAD_BONUS : 0) + (pool.asked.has(id) ? ASKED_BONUS : 0)
  return {
    metrics: (said, tasks) => {
      const found = metricsBy(said, tasks, { names: metricNames, texts })
        .map((m) => ({ ...m, score: m.score * favour(m.task) }))
        .sort((a, b) => b.score - a.score)
      return askedTwinFirst(found, pool)
    },
    tasks: (said, tasks) =>
      tasksBy(said, tasks, texts)
        .map((t) => ({
          ...t,
          score: t.score * favour(t.task) + NAMED * headScore(said, t.task, metricNames),
        }))
        .sort((a, b) => b.score - a.score),
  }
}

/** One target that two documents hold: it is reported where it was asked for. */
function askedTwinFirst(found: MetricMatch[], { asked }: Pool): MetricMatch[] {
  const [best] = found
  if (best === undefined || asked.has(best.task.id)) return found
  const { value, unit } = best.metric
  const isTwin = ({ task, metric }: MetricMatch): boolean =>
    asked.has(task.id) && metric.value === value && metric.unit === unit
  const twin = found.find(isTwin)
  return twin === undefined
    ? found
    : [{ ...twin, score: best.score }, ...found.filter((m) => m !== twin && m !== best)]
}

/** The words are the title's or a metric's own, and not only somewhere in the text. */
function headScore(said: string, task: LedgerTask, names: NameScorer): number {
  return Math.max(
    0,
    ...[task.title ?? '', ...task.metrics.map((m) => m.name)].map((name) =>
      names.score(nameWords(said), name),
    ),
  )
}

const NAMED = 0.3

export const wordsOfTask = (task: LedgerTask): string => `${task.title ?? ''} ${task.text}`

function tasksBy(said: string, tasks: readonly LedgerTask[], names: NameScorer): TaskMatch[] {
  const words = nameWords(said)
  return tasks.flatMap((task) => {
    const text = wordsOfTask(task)
    const titled = isTitled(task, words, names)
    const known = titled || names.rarest(words, text) <= FEW
    return known ? [{ task, titled, score: names.covered(words, text) }] : []
  })
}

/** 返乡创业园区 of 建设返乡创业园区: common words, and together the title of one task. */
const isTitled = ({ title }: LedgerTask, words: string, names: NameScorer): boolean =>
  title !== null && names.covered(coreOf(title.replace(TO_DO, '')), words) >= TITLED

/** What titles begin with and nobody says. */
const TO_DO =
  /^(?:建设|建立|打造|推进|推动|加快|开展|实施|提供|加强|强化|优化|完善|提升|构建|培育|举办|组织|促进|发挥|健全|做好|大力)+/

const TITLED = 0.7
