import { seesReports } from '../../domain/access.ts'
import { tallyOf } from '../../domain/light.ts'
import type { Light } from '../../domain/message.ts'
import { STRANGER, type Viewer } from '../../domain/person.ts'
import type { ProgressQuery, TaskState } from '../../domain/query.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import type { AskContext } from '../deps.ts'
import type { Facts } from '../facts.ts'
import { type Finder, findTasks } from '../find-tasks.ts'
import type { TaskRow } from '../ledger.ts'
import type { ProgressFacts, ProgressLine } from '../progress-facts.ts'
import { askedOf } from '../scope.ts'
import { answerOwing } from './owing.ts'
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
    return standing === undefined ? [] : [{ row, standing, history: [] }]
  })
  if (!lines.some(({ standing }) => isTold(standing)) && !isByCalendar(query, lines)) return null
  const told = lines.filter(({ standing }) => fits(standing, query)).sort(byLight(query))
  return {
    kind: 'progress',
    query,
    asked: askedOf(ownWhereOpen(query, viewer)),
    lines: query.of === 'history' ? await withHistory(told, { asking, viewer }) : told,
    tally: tallyOf(lines.map(({ standing }) => standing)),
    concerned: rows.some((row) => isConcerned(row, viewer)),
  }
}

const isTold = ({ report, statements, state }: TaskStanding): boolean =>
  report !== null || statements.length > 0 || state !== null

/** Overdue is what the calendar says, whoever reported; a light that is on has a reason. */
const isByCalendar = ({ filter, lights, of }: ProgressQuery, lines: readonly ProgressLine[]): boolean =>
  filter.states?.includes('overdue') === true ||
  lights?.includes('red') === true ||
  (of === 'why' && lines.some(({ standing }) => standing.light !== 'none'))

function isConcerned({ units }: TaskRow, viewer: Viewer): boolean {
  const leads = units
    .filter((u) => u.role === 'lead' || u.role === 'effective_lead')
    .flatMap((u) => u.unitId ?? [])
  return units.some((unit) => seesReports(viewer, { unitId: unit.unitId ?? 0, leads }))
}

function fits(standing: TaskStanding, { filter, lights, of, period }: ProgressQuery): boolean {
  if (lights !== undefined && !lights.includes(standing.light)) return false
  if (filter.states !== undefined && !filter.states.some((state) => IN_STATE[state](standing, period)))
    return false
  if (of === 'difficulties') return spoken(standing).length > 0
  if (of === 'change') return standing.metrics.some((metric) => metric.before !== null)
  if (of === 'last') return isTold(standing)
  if (
    of === 'why' &&
    filter.numbers === undefined &&
    filter.topics === undefined &&
    filter.among === undefined
  )
    return standing.light === 'red' || standing.light === 'amber'
  return true
}

/** Reports that name a difficulty or ask for help. */
export const spoken = ({ report, statements }: Pick<TaskStanding, 'report' | 'statements'>) =>
  [report, ...statements].flatMap((said) =>
    said !== null && (said.difficulty !== null || said.help !== null) ? [said] : [],
  )

const IN_STATE: Readonly<
  Record<TaskState, (standing: TaskStanding, period: ProgressQuery['period']) => boolean>
> = {
  overdue: ({ reason }) => reason.kind === 'overdue' || reason.kind === 'reportLate',
  unreported: ({ report, reason, state }, period) =>
    state !== 'closed' &&
    (report === null ||
      reason.kind === 'reportDue' ||
      reason.kind === 'reportLate' ||
      (period !== undefined && report.period !== period)),
  behind: ({ light }) => light === 'red' || light === 'amber',
  closed: ({ reason }) => reason.kind === 'closed' || reason.kind === 'done',
  ongoing: ({ state }) => state === 'ongoing',
  blocked: ({ state }) => state === 'blocked',
}

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
