import type { Assigned } from './assign.ts'
import type { Clause } from './clauses.ts'
import type { LedgerTask } from './ledger.ts'
import type { Matcher } from './match.ts'
import type { Mention } from './scope.ts'
import { asks, labelOf } from './wording.ts'

/** Which clauses speak of which task. */
export interface TaskClauses {
  readonly byTask: ReadonlyMap<LedgerTask, readonly number[]>
  readonly notes: readonly string[]
}

export interface Clausing {
  readonly clauses: readonly Clause[]
  readonly mentions: readonly Mention[]
  readonly assigned: Assigned
  readonly masked: string
  readonly open: readonly LedgerTask[]
  readonly matcher: Matcher
  readonly focus: readonly LedgerTask[]
  readonly govern: (at: number) => Mention | null
}

/** 52项等下单独发你: not reported now. */
const LATER =
  /(?:等下|稍后|晚点|回头|下次|过后|另外|单独|随后|之后|明天|再)(?:再|单独|另行|另外)?(?:发|报|补|说|填|给|反馈|上报|核)/
/** How much of a clause must be a task's own words. */
const ENOUGH = 0.22
const NEAR = 0.9

/** Named tasks first, then those of the figures, then by topic; a clause that names nothing goes on with the last. */
export function tasksOfClauses(how: Clausing): TaskClauses {
  const notes: string[] = []
  const own = how.clauses.map((clause, i) => tasksOf(clause, i, how, notes))
  const first = own.find((tasks) => tasks.length > 0) ?? how.focus
  let current = first
  const byTask = new Map<LedgerTask, number[]>()
  how.clauses.forEach((clause, i) => {
    if ((own[i]?.length ?? 0) > 0) current = own[i] ?? current
    if (LATER.test(how.masked.slice(clause.start, clause.end))) return
    for (const task of current) byTask.set(task, [...(byTask.get(task) ?? []), i])
  })
  return { byTask, notes }
}

function tasksOf(clause: Clause, index: number, how: Clausing, notes: string[]): readonly LedgerTask[] {
  const claimed = how.assigned.claims.filter((c) => c.told.clause === index).map((c) => c.task)
  const about = how.assigned.loose.filter((l) => l.told.clause === index).flatMap((l) => l.about)
  const here = how.mentions
    .filter((m) => m.start >= clause.start && m.end <= clause.end)
    .flatMap((m) => m.tasks)
  const found = unique([...claimed, ...about, ...here])
  if (here.length > 0 || claimed.length > 0) return found
  if (about.length > 0) return found
  const governed = how.govern(clause.start)
  if (governed && !leaves(clause, governed.tasks, how)) return governed.tasks
  return byTopic(clause, how, notes)
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]

/** 大桥钢梁吊完了 after 52商业八条: the head of the clause is another task's word and none of this one's. */
function leaves(clause: Clause, tasks: readonly LedgerTask[], how: Clausing): boolean {
  if (how.masked.length > LONG) return false
  const head = clause.text.slice(0, 4)
  if (FUNCTION_WORD.test(head)) return false
  return (
    how.matcher.tasks(head, tasks).length === 0 && (how.matcher.tasks(head, how.open)[0]?.score ?? 0) >= HEAD
  )
}

const LONG = 120
/** A clause that opens so goes on with what was spoken of. */
const FUNCTION_WORD =
  /^(?:还|正|已|因|由|但|不过|目前|现在|等|要|需|请|希望|预计|主要|原因|困难|问题|其|并|且|也|都|就|只|先|后|再|将|计划|争取|力争|确保|麻烦|我们|年底|下|今|明)/
const HEAD = 0.3

function byTopic(clause: Clause, how: Clausing, notes: string[]): readonly LedgerTask[] {
  const ranked = how.matcher.tasks(clause.text, how.open)
  const [best] = ranked
  if (best === undefined || best.score < ENOUGH) return []
  const rivals = ranked.filter((t) => t !== best && t.score >= NEAR * best.score)
  if (rivals.length === 0) return [best.task]
  const tasks = [best, ...rivals].map((t) => t.task)
  if (tasks.length > MANY) return []
  notes.push(asks.whichTask(clause.text, tasks.map(labelOf)))
  return tasks
}

/** Words that fit more tasks than this name none. */
const MANY = 4
