import type { Found } from '../../../text/rule.ts'
import type { LedgerTask } from '../ledger.ts'
import type { Matcher } from '../match/match.ts'
import type { Pool } from '../pool.ts'
import { asks, assumed, labelOf } from '../wording.ts'
import type { TaskRef } from './refs.ts'

/** A mention of one or more tasks, resolved. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly tasks: readonly LedgerTask[]
  /** More than one task answers to one number, and nothing settles which. */
  readonly ambiguous: boolean
  /** One of its numbers is no task of those read for. */
  readonly foreign: boolean
}

type Meant = Pick<Mention, 'tasks' | 'ambiguous'>

interface Resolving {
  readonly pool: Pool
  readonly matcher: Matcher
  readonly open: readonly LedgerTask[]
  /** Tasks whose place may be said without the chapter. */
  readonly short: readonly LedgerTask[]
  readonly notes: string[]
}

/** The tasks a number or a place in the document means; `words` settle between several. */
export function mentionOf(ref: Found<TaskRef>, words: string, how: Resolving): Mention {
  const { start, end } = ref
  if (ref.value.path.length > 0) {
    const meant = placed(ref, words, how)
    return { start, end, ...meant, foreign: meant.tasks.length === 0 }
  }
  const each = ref.value.numbers.map((n, i, { length }) =>
    numbered(n, i === length - 1 ? ref.value.part : null, words, how),
  )
  return {
    start,
    end,
    tasks: each.flatMap((e) => e.tasks),
    ambiguous: each.some((e) => e.ambiguous),
    foreign: each.some((e) => e.tasks.length === 0),
  }
}

/** The task of a place; all tasks of a section. One place in several documents is settled by the words. */
function placed({ value: { path }, text }: Found<TaskRef>, words: string, how: Resolving): Meant {
  const under = how.open.filter(
    (t) => samePath(t.path, path) || (how.short.includes(t) && endOf(t) === path.join('')),
  )
  const whole = under.filter((t) => t.path.length === path.length)
  if (whole.length > 1) return settle(askedFirst(whole, how.pool), words, how, text)
  const tasks = askedFirst(whole.length > 0 ? whole : under, how.pool)
  return { tasks, ambiguous: tasks.length > 1 }
}

const samePath = (a: readonly string[], b: readonly string[]): boolean =>
  b.every((label, i) => a[i] === label)

/** A place without its chapter: （二）1. */
export const endOf = (task: LedgerTask): string => task.path.slice(1).join('')

/** 1号议案第3项, where each section counts anew. */
const endsWith = (task: LedgerTask, no: number): boolean =>
  task.no === null && task.path.at(-1) === String(no)

/** One number or place in several documents: the task just asked about is meant. */
function askedFirst(tasks: readonly LedgerTask[], { asked }: Pool): readonly LedgerTask[] {
  const own = tasks.filter((t) => asked.has(t.id))
  return own.length > 0 ? own : tasks
}

function numbered(no: number, part: number | null, words: string, how: Resolving): Meant {
  const fits = (t: LedgerTask): boolean => t.no === no && (part === null || t.part === part)
  const running = askedFirst(how.open.filter(fits), how.pool)
  const found = running.length > 0 ? running : how.short.filter((t) => endsWith(t, no))
  if (found.length === 0) {
    how.notes.push(asks.notYours(no, how.pool.unit))
    return { tasks: [], ambiguous: false }
  }
  return settle(found, words, how, `第${no}项`)
}

/** How much better the words must fit one task than the next for them to settle which is meant. */
const CLEARLY = 1.6
const ENOUGH = 0.18

function settle(found: readonly LedgerTask[], words: string, how: Resolving, said: string): Meant {
  if (found.length < 2) return { tasks: found, ambiguous: false }
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
      said,
      found.map((t) => `${t.document}${labelOf(t).replace(t.document, '')}`),
    ),
  )
  return { tasks: found, ambiguous: true }
}
