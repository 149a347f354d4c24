import { type Assigned, assign, type Place } from './assign/assign.ts'
import { assignLate } from './assign/late.ts'
import { withoutStocks } from './assign/whole-stock.ts'
import { contentOf } from './clauses.ts'
import type { Told } from './figure/context.ts'
import type { LedgerTask } from './ledger.ts'
import { governing, type ReportContext, type Said } from './said.ts'
import { settleMetric } from './settle.ts'
import type { Settled } from './settle-change.ts'
import type { Mention } from './task/mentions.ts'
import { type TaskClauses, tasksOfClauses } from './task/task-clauses.ts'

/** Which metric each figure is of, which task each clause, and what that makes of every metric spoken of. */
export interface Given {
  readonly assigned: Assigned
  readonly parts: TaskClauses
  readonly settled: readonly Settled[]
}

/** A report longer than this is a written one: it keeps to the task of its heading. */
const FORMAL = 90
/** In a message as short as this every figure matters. */
const SHORT = 30

/** Figures by name and place first, then the tasks of the clauses, then the figures those tasks leave one metric for. */
export function givenBy(said: Said, how: ReportContext): Given {
  const { text, mentions } = said
  const given = assign(said.told, {
    matcher: how.matcher,
    placeOf: (told) => placeOf(told, said, how),
    leads: how.pool.leads,
    sounds: how.lexicon.sounds,
    formal: text.length > FORMAL && mentions.length > 0,
  })
  const first = withoutStocks(given)
  const parts = tasksOfClauses({
    clauses: said.clauses,
    mentions,
    assigned: first,
    masked: said.found.masked,
    words: said.found.words,
    open: openIn(said),
    matcher: how.matcher,
    focus: how.focus,
    leads: how.pool.leads,
    govern: (at) => governing(mentions, at, text),
  })
  const assigned = assignLate(first, { byTask: parts.byTask, short: text.length <= SHORT })
  return { assigned, parts, settled: settle(assigned, how) }
}

/** A number that is no task of the unit leaves no other task open. */
const openIn = ({ scope }: Said): Place['open'] => (scope.foreign ? [] : scope.open)

/** The task named for the place of a figure, else that of the talk before. */
function placeOf(told: Told, said: Said, how: ReportContext): Place {
  const mention = governing(said.mentions, told.figure.start, said.text)
  if (mention) {
    const behind = mention.start > told.figure.start
    const tasks = respective(told, mention, said) ?? mention.tasks
    return { tasks, named: true, behind, open: said.scope.open }
  }
  const focus = how.focus.length > 0 && told.names.every((n) => contentOf(n.replace(/分别|依次/g, '')) === '')
  const spoken = new Set(how.last.map((l) => l.metric))
  const recent = new Set(how.focus.map((t) => t.id))
  return { tasks: focus ? how.focus : [], named: focus, open: openIn(said), spoken, recent }
}

/** 1、2、3项分别是52、70、43公里: as many figures as tasks, each of its own. */
function respective(
  told: Told,
  mention: Mention,
  { told: all, mentions, text }: Said,
): readonly LedgerTask[] | null {
  const own = all.filter((t) => governing(mentions, t.figure.start, text) === mention)
  const [first] = own
  if (first === undefined || own.length < 2 || own.length !== mention.tasks.length) return null
  if (!/分别|依次|各是|各为/.test(text.slice(mention.end, first.figure.start))) return null
  const task = mention.tasks[own.indexOf(told)]
  return task === undefined ? null : [task]
}

function settle({ claims }: Assigned, { last }: ReportContext): Settled[] {
  const metrics = [...new Set(claims.map((c) => c.metric))]
  return metrics.flatMap((metric) => {
    const own = claims.filter((c) => c.metric === metric)
    return settleMetric(own, last) ?? []
  })
}
