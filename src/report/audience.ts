import type { Viewer } from '../domain/person.ts'
import type { Progress } from '../domain/progress.ts'
import type { Audience } from '../domain/report-wish.ts'
import type { LightReason, Snapshot, TaskStanding, UnitRef } from '../domain/standing.ts'

/**
 * For whose eyes a report is made, when this person asks for it here. In a group it is the form any official may see; alone a
 * supervisor has all, a leader the units under them, a liaison their own, and anyone else what an official may see.
 */
export function audienceOf(viewer: Viewer, chat: 'group' | 'private'): Audience {
  if (chat === 'group') return { kind: 'groupSafe' }
  if (viewer.roles.includes('supervisor')) return { kind: 'all' }
  const own = viewer.unitId === null ? [] : [viewer.unitId]
  if (viewer.roles.includes('leader') && viewer.oversees.length > 0)
    return { kind: 'units', unitIds: viewer.oversees, name: '分管单位', narrow: true }
  if (viewer.roles.includes('liaison') && own.length > 0)
    return { kind: 'units', unitIds: own, name: viewer.unit ?? '本单位', narrow: true }
  return { kind: 'groupSafe' }
}

/** What the audience may see of a snapshot. Pure; every report is built from its result and nothing else. */
export function snapshotFor(snapshot: Snapshot, audience: Audience): Snapshot {
  switch (audience.kind) {
    case 'all':
      return snapshot
    case 'units':
      return ofUnits(snapshot, new Set(audience.unitIds), audience.narrow)
    case 'published':
      return {
        ...snapshot,
        tasks: snapshot.tasks.map(audience.difficulties ? reviewed : unexplained),
        asks: { sent: 0, merged: 0, avoided: 0 },
      }
    case 'groupSafe':
      return {
        ...snapshot,
        tasks: snapshot.tasks.map(confirmedOnly),
        owing: [],
        asks: { sent: 0, merged: 0, avoided: 0 },
      }
  }
}

/** Tasks the units lead or answer for, whole; what they owe. How often others were asked is none of theirs. */
function ofUnits(snapshot: Snapshot, ids: ReadonlySet<number>, narrow: boolean): Snapshot {
  const shown = narrow ? snapshot.tasks.filter((task) => takesPart(task, ids)) : snapshot.tasks
  return {
    ...snapshot,
    tasks: shown.map((task) => (takesPart(task, ids) ? ownWords(task, ids) : confirmedOnly(task))),
    owing: snapshot.owing.filter((owing) => ids.has(owing.unitId)),
    asks: { sent: 0, merged: 0, avoided: 0 },
  }
}

const isOne = (ids: ReadonlySet<number>) => (unit: UnitRef) => unit.id !== null && ids.has(unit.id)

export const takesPart = ({ leads, responsible }: TaskStanding, ids: ReadonlySet<number>): boolean =>
  [...leads, ...responsible].some(isOne(ids))

/** The lead sees what all said of its task; one who only takes part sees the report, and what itself stated. */
function ownWords(task: TaskStanding, ids: ReadonlySet<number>): TaskStanding {
  if (task.leads.some(isOne(ids))) return task
  const mine = (progress: Progress) => ids.has(progress.unitId)
  const report = task.report === null || mine(task.report) ? task.report : publicWords(task.report)
  return { ...task, report, statements: task.statements.filter(mine) }
}

const publicWords = (progress: Progress): Progress => ({
  ...progress,
  difficulty: null,
  help: null,
  insisted: null,
  reviewNote: null,
})

/** Confirmed progress alone, without difficulties, and without lights that tell of them. */
const confirmedOnly = (task: TaskStanding): TaskStanding => silent(unexplained(task))

function unexplained(task: TaskStanding): TaskStanding {
  const { report, ...rest } = reviewed(task)
  return { ...rest, report: report === null ? null : publicWords(report) }
}

/** Nothing of what stands in somebody's way, or of what they ask, is told. */
export const hidesDifficulties = (audience: Audience): boolean =>
  audience.kind === 'groupSafe' || (audience.kind === 'published' && !audience.difficulties)

/** What was not confirmed yet counts as not said. */
function reviewed(task: TaskStanding): TaskStanding {
  if (task.report === null || task.report.review === 'confirmed') return { ...task, statements: [] }
  return {
    ...keeping(task, UNSAID),
    report: null,
    statements: [],
    state: task.state === 'closed' ? 'closed' : null,
    metrics: task.metrics.map((metric) => ({ ...metric, last: null, before: null, share: null })),
  }
}

/** Reasons that hold whatever was reported. */
const UNSAID: readonly LightReason['kind'][] = ['overdue', 'closed', 'reportLate', 'reportDue']
/** Reasons that tell of the task, not of somebody's silence or trouble. */
const SHOWN: readonly LightReason['kind'][] = [
  ...(['closed', 'done', 'onPace', 'behind', 'over', 'overdue', 'finishLate'] as const),
]

function silent(task: TaskStanding): TaskStanding {
  const state = task.state === 'blocked' ? 'ongoing' : task.state
  return { ...keeping(task, SHOWN), state, owed: null }
}

/** The task with these reasons alone; without any, nothing is said of how it stands. */
function keeping(task: TaskStanding, kinds: readonly LightReason['kind'][]): TaskStanding {
  const all = task.reasons ?? [task.reason]
  const reasons = all.filter((reason) => kinds.includes(reason.kind))
  const [first] = reasons
  if (first === undefined) return { ...task, light: 'none', reason: { kind: 'unknown' }, reasons: [] }
  return { ...task, reason: first, reasons }
}
