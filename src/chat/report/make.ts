import type { Recurrence } from '../../domain/document.ts'
import type { ReportAsked } from '../../domain/order.ts'
import { endOf, type Period, rhythmOf, shiftPeriod } from '../../domain/period.ts'
import { STRANGER, type Viewer } from '../../domain/person.ts'
import type { Report } from '../../domain/report.ts'
import type { Audience, ReportScope, ReportWish, TrendPoint } from '../../domain/report-wish.ts'
import type { Day } from '../../domain/span.ts'
import type { Snapshot, TaskStanding, UnitRef } from '../../domain/standing.ts'
import { audienceOf, snapshotFor } from '../../report/audience.ts'
import { tally } from '../../report/classes.ts'
import { buildReport } from '../../report/report.ts'
import { EVERYTHING, narrowed } from '../../report/scope.ts'
import { addDays } from '../../text/calendar.ts'
import type { MakeDeps } from './deps.ts'
import { reworded } from './lead.ts'
import { type Settled, settleAsked } from './settle.ts'

/** Who asks for what, where and when. */
export interface Asking {
  readonly asked: ReportAsked
  readonly viewer: Viewer
  readonly chat: 'group' | 'private'
  readonly today: Day
}

export interface Made {
  readonly report: Report
  readonly wish: ReportWish
  /** What the audience may see of the scope. */
  readonly snapshot: Snapshot
  readonly assumptions: readonly string[]
  /** Words of which no task was found: the whole is given instead, and it is said. */
  readonly missed: string | null
}

/** The report somebody asked for, as they may see it. Reads; writes nothing. */
export async function makeReport(asking: Asking, deps: MakeDeps): Promise<Made> {
  const { asked, viewer, today } = asking
  const said = settleAsked(asked, viewer, today)
  const scope = await scopeOf(asking, said, deps)
  const missed = said.about !== '' && isWhole(scope) ? said.about : null
  const settled = missed === null ? said : settleAsked(wholeOf(asked), viewer, today)
  const audience = audienceFor(asking, scope)
  const wish: ReportWish = {
    kind: kindFor(settled, scope),
    period: settled.period,
    today,
    issuer: await deps.issuer(),
    audience,
    scope,
    named: false,
    trend: [],
  }
  const made = await fromWish(wish, viewer, deps)
  const report = await reworded(made.report, deps)
  return { ...made, report, missed, assumptions: settled.assumptions }
}

const isWhole = ({ taskIds, unitIds, sides }: ReportScope): boolean =>
  taskIds === null && unitIds.length + sides.length === 0

/** The same, of everything. A topic that is none is no kind of report. */
const wholeOf = (asked: ReportAsked): ReportAsked => ({
  ...asked,
  scope: '',
  report: asked.report === 'topic' ? null : asked.report,
})

/** Words that turn out to mean one task are about that task: all that was ever said of it is told. */
const kindFor = ({ kind }: Settled, { taskIds }: ReportScope): ReportWish['kind'] =>
  kind === 'topic' && taskIds?.length === 1 ? 'task' : kind

/** A report of a wish with nothing left open. Its first paragraph is the rules' own. */
export async function fromWish(
  wish: ReportWish,
  viewer: Viewer,
  deps: MakeDeps,
): Promise<Omit<Made, 'assumptions' | 'missed'>> {
  const look = lookOf(wish, viewer, deps)
  const now = await look(wish.period, toldOn(wish.period, wish.today))
  const earlier = shiftPeriod(wish.period, -1)
  const before = LISTS.includes(wish.kind) ? null : await look(earlier, heldOn(earlier, wish.today))
  const full = {
    ...wish,
    trend: TRENDED.includes(wish.kind) ? await trendOf(wish, { now, before, look }) : [],
  }
  const [only] = wish.kind === 'task' ? (wish.scope.taskIds ?? []) : []
  const history = only === undefined ? [] : await deps.history(only)
  const report = buildReport(full, { now, before, history })
  return { report, wish: full, snapshot: narrowed(snapshotFor(now, wish.audience), wish.scope) }
}

type Look = (period: Period, today: Day) => Promise<Snapshot>

/** What a group hears is what a stranger may see. */
function lookOf({ audience, scope }: ReportWish, viewer: Viewer, { standings, heirs }: MakeDeps): Look {
  const seer = audience.kind === 'groupSafe' || audience.kind === 'published' ? STRANGER : viewer
  const who = audience.kind === 'all' || audience.kind === 'published' ? {} : { viewer: seer }
  const which = scope.taskIds === null ? {} : { taskIds: scope.taskIds }
  return async (period, today) =>
    renamed(await standings.snapshot({ period, today, ...who, ...which }), await heirs())
}

/** Units under the names of those that answer for them today: 市大数据局 is counted with 市数据局. */
function renamed(snapshot: Snapshot, heirs: ReadonlyMap<number, string>): Snapshot {
  const now = (unit: UnitRef): UnitRef => ({ ...unit, name: heirs.get(unit.id ?? 0) ?? unit.name })
  const of = ({ leads, responsible, ...task }: TaskStanding): TaskStanding => ({
    ...{ ...task, leads: leads.map(now), responsible: responsible.map(now) },
  })
  return heirs.size === 0 ? snapshot : { ...snapshot, tasks: snapshot.tasks.map(of) }
}

/** Reports of a period come in after it; later its story is told as it stood when they were in, whatever fell due since. */
function toldOn(period: Period, today: Day): Day {
  const held = addDays(endOf(period), REPORTED_AFTER[rhythmOf(period)])
  return held < today ? held : today
}

/** What is compared with: a period as its reports had it, before they are in as it ended; a month always as it ended. */
function heldOn(period: Period, today: Day): Day {
  const held = toldOn(period, today)
  return held === today || rhythmOf(period) === 'monthly' ? endOf(period) : held
}

/** So many days after a period its reports are in. */
const REPORTED_AFTER: Readonly<Record<Recurrence, number>> = {
  ...{ monthly: 10, quarterly: 31, semiannual: 31, annual: 31 },
}
/** They tell how things stand, and no more. */
const LISTS: readonly ReportWish['kind'][] = ['ledger', 'forms', 'task', 'comparison']
const TRENDED: readonly ReportWish['kind'][] = ['halfYear', 'annual', 'topic', 'difference']
const TREND_PERIODS = 4

interface Known {
  readonly now: Snapshot
  readonly before: Snapshot | null
  readonly look: Look
}

async function trendOf(wish: ReportWish, { now, before, look }: Known): Promise<readonly TrendPoint[]> {
  const earlier: Snapshot[] = []
  for (let back = 2; back < TREND_PERIODS; back++) {
    const period = shiftPeriod(wish.period, -back)
    earlier.unshift(await look(period, heldOn(period, wish.today)))
  }
  return [...earlier, ...(before === null ? [] : [before]), now]
    .map((snapshot) =>
      pointOf(narrowed(snapshotFor(snapshot, wish.audience), { ...wish.scope, lateOnly: false })),
    )
    .filter((point) => point.done + point.onPace + point.slow + point.late > 0)
}

function pointOf({ period, asOf, tasks }: Snapshot): TrendPoint {
  const { done, onPace, slow, late } = tally(tasks)
  return { period, asOf, done: done.length, onPace: onPace.length, slow: slow.length, late: late.length }
}

/** A named matter is told whole, each task as far as the person may see it; without one a leader's report is of their units. */
function audienceFor({ viewer, chat }: Asking, scope: ReportScope): Audience {
  const audience = audienceOf(viewer, chat)
  return audience.kind === 'units'
    ? { ...audience, narrow: scope.name === null && scope.sides.length === 0 }
    : audience
}

async function scopeOf(
  { asked, viewer, today }: Asking,
  settled: Settled,
  deps: MakeDeps,
): Promise<ReportScope> {
  const scope = { ...EVERYTHING, lateOnly: settled.lateOnly }
  if (asked.tasks.length > 0) {
    const origins = await deps.origins(asked.tasks.map((task) => task.id))
    const taskIds = asked.tasks.map((task) => origins.get(task.id) ?? task.id)
    return { ...scope, taskIds, name: asked.tasks.length === 1 ? taskName(asked) : '所选任务' }
  }
  if (settled.kind === 'comparison') return { ...scope, sides: await sidesOf({ asked, viewer, today }, deps) }
  if (asked.units.length > 0) {
    const unitIds = asked.units.flatMap((unit) => unit.ids)
    return { ...scope, unitIds, name: asked.units.map((unit) => unit.name).join('、') }
  }
  if (settled.kind === 'unit' && viewer.unitId !== null)
    return { ...scope, unitIds: [viewer.unitId], name: viewer.unit }
  if (settled.about === '') return scope
  const rows = await deps.about(settled.about, viewer, today)
  if (rows.length === 0) return scope
  const origins = await deps.origins(rows)
  return { ...scope, taskIds: [...new Set(rows.map((id) => origins.get(id) ?? id))], name: settled.about }
}

function taskName({ tasks: [task] }: ReportAsked): string {
  return task?.no === null || task === undefined ? (task?.path.join('') ?? '') : `第${task.no}项`
}

async function sidesOf({ asked, viewer, today }: Omit<Asking, 'chat'>, { sides }: MakeDeps) {
  if (asked.units.length > 1)
    return asked.units.map((unit) => ({ name: unit.name, unitIds: unit.ids, documentId: null }))
  return sides(asked.scope, viewer, today)
}
