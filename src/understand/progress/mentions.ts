import type { Found } from '../../text/rule.ts'
import type { LedgerTask } from './ledger.ts'
import type { Matcher } from './match.ts'
import type { Pool } from './pool.ts'
import type { TaskRef } from './task-refs.ts'
import { asks, assumed, labelOf } from './wording.ts'

/** A mention of one or more tasks, resolved. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly tasks: readonly LedgerTask[]
  /** More than one task answers to one number, and nothing settles which. */
  readonly ambiguous: boolean
}

interface Resolving {
  readonly pool: Pool
  readonly matcher: Matcher
  readonly open: readonly LedgerTask[]
  readonly notes: string[]
}

/** The tasks a number or a place in the document means; `words` settle between several. */
export function mentionOf(ref: Found<TaskRef>, words: string, how: Resolving): Mention {
  const { start, end } = ref
  if (ref.value.path.length > 0) {
    const under = how.open.filter(
      (t) => samePath(t.path, ref.value.path) || endsSo(t, ref.value.path, how.pool),
    )
    const whole = under.filter((t) => t.path.length === ref.value.path.length)
    const tasks = askedFirst(whole.length > 0 ? whole : under, how.pool)
    return { start, end, tasks, ambiguous: tasks.length > 1 }
  }
  const each = ref.value.numbers.map((n) => numbered(n, ref.value.part, words, how))
  return { start, end, tasks: each.flatMap((e) => e.tasks), ambiguous: each.some((e) => e.ambiguous) }
}

const samePath = (a: readonly string[], b: readonly string[]): boolean =>
  b.every((label, i) => a[i] === label)

/** （二）1 without the chapter: only of tasks just asked about. */
const endsSo = (task: LedgerTask, path: readonly string[], { asked }: Pool): boolean =>
  asked.has(task.id) && task.path.slice(1).join('') === path.join('')

export const askedEnds = ({ tasks, asked }: Pool): ReadonlySet<string> =>
  new Set(tasks.filter((t) => asked.has(t.id)).map((t) => t.path.slice(1).join('')))

/** One number or place in several documents: the task just asked about is meant. */
function askedFirst(tasks: readonly LedgerTask[], { asked }: Pool): readonly LedgerTask[] {
  const own = tasks.filter((t) => asked.has(t.id))
  return own.length > 0 ? own : tasks
}

function numbered(
  no: number,
  part: number | null,
  words: string,
  how: Resolving,
): Pick<Mention, 'tasks' | 'ambiguous'> {
  const fits = (t: LedgerTask): boolean => t.no === no && (part === null || t.part === part)
  const found = askedFirst(how.open.filter(fits), how.pool)
  if (found.length === 1) return { tasks: found, ambiguous: false }
  if (found.length === 0) {
    how.notes.push(asks.notYours(no, how.pool.unit))
    return { tasks: [], ambiguous: false }
  }
  return settle(found, words, how, no)
}

/** How much better the words must fit one task than the next for them to settle which is meant. */
const CLEARLY = 1.6
const ENOUGH = 0.18

function settle(
  found: readonly LedgerTask[],
  words: string,
  how: Resolving,
  no: number,
): Pick<Mention, 'tasks' | 'ambiguous'> {
  const scores = found
    .map((task) => ({
      task,
      score: Math.max(
        how.matcher.metrics(words, [task])[0]?.score ?? 0,
        how.matcher.tasks(words, [task])[0]?.score ?? 0,
      ),
    }))
    .sort((a, b) => b.score - a.score)
  const [best, next] = scores
  if (best && best.score >= ENOUGH && best.score >= CLEARLY * (next?.score ?? 0))
    return { tasks: [best.task], ambiguous: false }
  const leads = found.filter((t) => how.pool.leads.has(t.id))
  if (leads.length === 1 && leads[0]) {
    how.notes.push(assumed.lead(labelOf(leads[0])))
    return { tasks: leads, ambiguous: false }
  }
  how.notes.push(
    asks.whichTask(
      `第${no}项`,
      found.map((t) => `${t.document}${labelOf(t).replace(t.document, '')}`),
    ),
  )
  return { tasks: found, ambiguous: true }
}
