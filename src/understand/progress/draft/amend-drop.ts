import type { Heard, TaskUpdate } from '../../../domain/heard.ts'
import { contentOf } from '../clauses.ts'
import type { LedgerTask } from '../ledger.ts'
import { wordsOfTask } from '../match/match.ts'
import { nameScorer } from '../match/name-score.ts'
import { placeIn } from './amend-place.ts'
import type { DraftReading } from './draft.ts'

const DROP =
  /去掉|去除|删掉?|删除|拿掉|拿走|撤掉|撤下|划掉|抹掉|不要(?:报|写|填|算|管|了|[^，。；]{0,8}(?:了|那|这|$))|(?:先|暂时|就)?(?:不报|别报|不填|不写|别写)(?!错)|取消/
const EVERYTHING = /^(?:都|全部?|全都|统统|所有的?|这些|一起|整个)?(?:了|吧|重来|重新来|重报|重填)*$/
const INSTEAD = /改成|改为|换成|更正|应为|应该是/

export interface Dropping {
  readonly readings: readonly DraftReading[]
  readonly draft: readonly LedgerTask[]
}

/** 去掉北斗那条, 第48项先不报, 第二个不要: the updates that stay; null when nothing is to be dropped, or not clearly what. */
export function dropFrom(pending: Heard, text: string, how: Dropping): readonly TaskUpdate[] | null {
  const clause = text.split(/[，。；！]/).find((c) => DROP.test(c))
  if (clause === undefined || INSTEAD.test(text)) return null
  const target = clause.replace(DROP, '').replace(/^(?:把|将|请|麻烦|帮我|先)+/, '')
  if (EVERYTHING.test(target)) return []
  const number = /第?(?<n>\d{1,3})[项号]/.exec(target)?.groups?.n
  const numbered = how.draft.find((t) => t.no === Number(number ?? Number.NaN))
  if (numbered) return withoutTask(pending, numbered.id)
  const place = placeIn(target, how.readings)
  const meant = place === null ? named(target, how) : how.readings[place]
  if (meant === null || meant === undefined) return null
  return 'metric' in meant ? withoutReading(pending, meant) : withoutTask(pending, meant.id)
}

/** The reading or the task of the draft that the words name, and no other. */
function named(target: string, { readings, draft }: Dropping): DraftReading | LedgerTask | null {
  const words = contentOf(target.replace(/那|这|条|个|项|块|内容/g, ' '))
  if (words.length < 2) return null
  const names = nameScorer([...readings.map((r) => r.metric.name), ...draft.map(wordsOfTask)])
  const ranked = [
    ...readings.map((r) => ({ meant: r, score: names.covered(words, r.metric.name) })),
    ...draft.map((t) => ({ meant: t, score: TASK * names.covered(words, wordsOfTask(t)) })),
  ].sort((a, b) => b.score - a.score)
  const [best, next] = ranked
  if (best === undefined || best.score < ENOUGH) return null
  return next && next.score === best.score ? null : best.meant
}

const ENOUGH = 0.5
/** A word that both a metric and its task hold names the metric. */
const TASK = 0.9

const withoutTask = (pending: Heard, id: number): TaskUpdate[] =>
  pending.updates.filter((u) => u.task.id !== id)

/** An update whose only reading goes, goes with it. */
function withoutReading(pending: Heard, { task, metric }: DraftReading): TaskUpdate[] {
  return pending.updates.flatMap((u) => {
    if (u.task.id !== task.id) return [u]
    const readings = u.readings.filter((r) => r.metric !== metric.name)
    const empty =
      readings.length === 0 && u.expectedFinish === null && (u.state === null || u.state === 'ongoing')
    return empty ? [] : [{ ...u, readings }]
  })
}
