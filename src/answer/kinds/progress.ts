import { seesReports } from '../../domain/access.ts'
import { TROUBLE, tallyOf } from '../../domain/light.ts'
import type { Light } from '../../domain/message.ts'
import { STRANGER, type Viewer } from '../../domain/person.ts'
import type { Progress } from '../../domain/progress.ts'
import type { ProgressQuery } from '../../domain/progress-query.ts'
import type { LightReason, TaskStanding } from '../../domain/standing.ts'
import type { TaskState } from '../../domain/task-filter.ts'
import type { AskContext } from '../deps.ts'
import type { Facts } from '../facts.ts'
import { type Finder, findTasks } from '../find-tasks.ts'
import type { TaskRow } from '../ledger.ts'
import type { ProgressFacts, ProgressLine } from '../progress-facts.ts'
import { askedOf } from '../scope.ts'
import { asAsked } from './as-asked.ts'
import { nextReport } from './next-report.ts'
import { answerOwing } from './owing.ts'
import { withSameTargets } from './same-target.ts'
import { answerTasks } from './tasks.ts'

export type Asking = Finder & { readonly context: Pick<AskContext, 'viewer' | 'chat' | 'today'> }

/**
 * How tasks stand, from what was reported. Where nothing was reported of any of them, the tasks are told as the documents have
 * them, and that nothing came.
 */
export async function answerProgress(query: ProgressQuery, asking: Asking): Promise<Facts> {
  if (query.of === 'reporting') return answerOwing(query, asking)
  const { states: _, ...filter } = ownWhereOpen(query, asking.context.viewer)
  const rows = await findTasks(filter, 'list', asking)
  const { viewer, chat } = asking.context
  const aloud =
    rows.length === 0
      ? null
      : await view(query, rows, { asking, viewer: chat === 'group' ? STRANGER : viewer })
  if (chat === 'private') return aloud ?? answerTasks(query, asking)
  const own = rows.length === 0 ? null : await view(query, rows, { asking, viewer })
  if (own === null || sameLines(aloud, own)) return aloud ?? answerTasks(query, asking)
  return { ...(aloud ?? { ...own, lines: [], tally: tallyOf([]) }), concerned: own.concerned, own }
}

/** 上次报了多少, from a liaison who names nothing: their own unit's. */
function ownWhereOpen(
  { filter, of }: ProgressQuery,
  { roles, unitId, unit }: Viewer,
): ProgressQuery['filter'] {
  const narrowed = Object.keys(filter).some((key) => key !== 'states')
  const own = of === 'last' || of === 'history' || of === 'change'
  if (narrowed || !own || unitId === null || unit === null || !roles.includes('liaison')) return filter
  return { ...filter, units: [{ ids: [unitId], name: unit, said: null }] }
}

const sameLines = (a: ProgressFacts | null, b: ProgressFacts): boolean =>
  JSON.stringify(a?.lines) === JSON.stringify(b.lines)

interface Seeing {
  readonly asking: Asking
  readonly viewer: Viewer
}

/** Null: nothing was reported, and only reports could answer. */
async function view(
  query: ProgressQuery,
  rows: readonly TaskRow[],
  { asking, viewer }: Seeing,
): Promise<ProgressFacts | null> {
  const look = { today: asking.context.today, period: query.period ?? null, viewer }
  const standings = await asking.deps.ledger.standings(rows, look)
  const lines = rows.flatMap((row, i): ProgressLine[] => {
    const standing = standings[i]
    return standing === undefined
      ? []
      : [{ row, standing: asAsked(standing, query, asking.lexicon), history: [] }]
  })
  if (!lines.some(({ standing }) => isTold(standing)) && !isByCalendar(query, lines)) return null
  const told = narrowed(lines, query).sort(byLight(query))
  return {
    kind: 'progress',
    query,
    asked: askedOf(ownWhereOpen(query, viewer)),
    lines:
      query.of === 'history'
        ? await withHistory(told, { asking, viewer })
        : await withSameTargets(told, look, asking),
    tally: tallyOf(lines.map(({ standing }) => standing)),
    concerned: rows.some((row) => isConcerned(row, viewer)),
    ...(await silence(query, lines, asking)),
  }
}

/** What is said where nothing is owed, or a unit asked for its difficulties has said nothing at all. */
async function silence({ filter, of }: ProgressQuery, lines: readonly ProgressLine[], asking: Asking) {
  if (of === 'difficulties') return { silent: !lines.some(({ standing }) => wordsOf(standing).length > 0) }
  if (filter.states?.includes('unreported') !== true) return {}
  const documents = [...new Set(lines.map(({ row }) => row.document.id))]
  const found = await asking.deps.ledger.owing({ today: asking.context.today })
  const units = new Set(filter.units?.flatMap(({ ids }) => ids) ?? [])
  const own = found?.owing.filter(({ unitId }) => units.size === 0 || units.has(unitId)) ?? []
  const owed = found && {
    period: found.period,
    tasks: own.reduce((sum, { tasks }) => sum + tasks, 0),
    open: own.some(({ state }) => state === 'open'),
  }
  return { nextReport: await nextReport(documents, asking), ...(owed === null ? {} : { owed }) }
}

const isTold = ({ report, statements, state }: TaskStanding): boolean =>
  report !== null || statements.length > 0 || state !== null

/** Overdue is what the calendar says, whoever reported; a light that is on has a reason. */
const isByCalendar = ({ filter, lights, of }: ProgressQuery, lines: readonly ProgressLine[]): boolean =>
  filter.states?.some((state) => ['overdue', 'undone', 'unreported', 'silent'].includes(state)) === true ||
  lights?.includes('red') === true ||
  of === 'difficulties' ||
  (of === 'why' && lines.some(({ standing }) => standing.light !== 'none'))

function isConcerned({ units }: TaskRow, viewer: Viewer): boolean {
  const leads = units
    .filter((u) => u.role === 'lead' || u.role === 'effective_lead')
    .flatMap((u) => u.unitId ?? [])
  return units.some((unit) => seesReports(viewer, { unitId: unit.unitId ?? 0, leads }))
}

/** Why is it amber, asked of tasks of which none is: they are told, and what colour they have. */
function narrowed(lines: readonly ProgressLine[], query: ProgressQuery): ProgressLine[] {
  const { lights, of, filter } = query
  const fitting = lines.filter(({ standing }) => fits(standing, query))
  if (lights === undefined) return fitting
  const lit = fitting.filter(({ standing }) => lights.includes(standing.light))
  return lit.length === 0 && of === 'why' && isPinned(filter) ? fitting : lit
}

function fits(standing: TaskStanding, { filter, of, period }: ProgressQuery): boolean {
  if (filter.states !== undefined && !filter.states.some((state) => IN_STATE[state](standing, period)))
    return false
  if (of === 'difficulties') return hasTrouble(standing)
  if (of === 'change') return standing.metrics.some((metric) => metric.before !== null)
  if (of === 'last') return isTold(standing)
  if (of === 'why' && !isPinned(filter)) return standing.light === 'red' || standing.light === 'amber'
  return true
}

/** One task or a few are meant: told whatever their light. */
const isPinned = ({ numbers, topics, among, path }: ProgressQuery['filter']): boolean =>
  [numbers, topics, among, path].some((part) => part !== undefined)

const wordsOf = ({ report, statements }: TaskStanding): readonly Progress[] =>
  [report, ...statements].flatMap((said) => said ?? [])

/** A report names a difficulty, or asks for help. */
const hasTrouble = (standing: TaskStanding): boolean =>
  wordsOf(standing).some(({ difficulty, help }) => difficulty !== null || help !== null)

const IN_STATE: Readonly<
  Record<TaskState, (standing: TaskStanding, period: ProgressQuery['period']) => boolean>
> = {
  overdue: (standing) => hasReason(standing, ['overdue']),
  pending: (standing) => wordsOf(standing).some(({ review }) => review === 'pending'),
  undone: (standing) => !hasReason(standing, ['closed', 'done']),
  unreported: ({ owed = null }, period) => owed !== null && (period === undefined || owed.period === period),
  silent: ({ report, statements, state }) => report === null && statements.length === 0 && state === null,
  behind: (standing) => hasReason(standing, TROUBLE),
  closed: (standing) => hasReason(standing, ['closed', 'done']),
  ongoing: ({ state }) => state === 'ongoing',
  blocked: ({ state }) => state === 'blocked',
}

const hasReason = (
  { reason, reasons = [reason] }: TaskStanding,
  kinds: readonly LightReason['kind'][],
): boolean => reasons.some(({ kind }) => kinds.includes(kind))

const RANK: Readonly<Record<Light, number>> = { red: 0, amber: 1, green: 2, none: 3 }

/** The worst first where trouble is asked for; else as the documents have them. */
const byLight =
  ({ filter, lights, of }: ProgressQuery) =>
  (a: ProgressLine, b: ProgressLine): number =>
    filter.states !== undefined || lights !== undefined || of === 'why'
      ? RANK[a.standing.light] - RANK[b.standing.light]
      : 0

/** So many tasks can be told from their first report on. */
const HISTORIES = 3

async function withHistory(
  lines: readonly ProgressLine[],
  { asking, viewer }: Seeing,
): Promise<ProgressLine[]> {
  const told: ProgressLine[] = []
  for (const line of lines.filter(({ standing }) => isTold(standing)).slice(0, HISTORIES))
    told.push({ ...line, history: await asking.deps.ledger.told(line.row, viewer) })
  return told
}
