import { recordCard, recordRefused } from '../../cards/progress/record.ts'
import { seesReports } from '../../domain/access.ts'
import type { Progress } from '../../domain/progress.ts'
import type { AskedSoFar, RecordAsked } from '../../domain/record.ts'
import { findUnits } from '../../understand/finders/units.ts'
import { resolveUnits } from '../../understand/names/resolve-units.ts'
import type { LedgerTask } from '../../understand/progress/ledger.ts'
import type { WordsTurn } from './deps.ts'
import { groundFor } from './ground.ts'
import { labelOf } from './items.ts'
import { numbersIn } from './numbers-in.ts'
import { recordAsked } from './record-words.ts'
import { answer } from './show.ts'
import { tasksByOrigin } from './task-labels.ts'
import { mayReport, ownerOf } from './tools.ts'

/** So many requests of a unit, and reports of a task, are told of. */
const REQUESTS = 6
const REPORTS = 6
const TASKS = 5
const SHOWN = 12

interface Meant {
  /** First versions. */
  readonly tasks: ReadonlyMap<number, LedgerTask>
  readonly units: readonly number[]
}

/**
 * 第36项催了几次, 谁批的, 上次怎么报的, 有没有佐证: told from the record, to everybody what they may see. False: the message asks
 * nothing of the kind, or names nothing it could be about.
 */
export async function recordWords(turn: WordsTurn): Promise<boolean> {
  const of = recordAsked(turn.text)
  if (of === null) return false
  const meant = await meantBy(turn)
  if (meant.tasks.size === 0 && (of !== 'asked' || meant.units.length === 0)) return false
  await answer(turn, of === 'asked' ? await askedFace(turn, meant) : await reportsFace(turn, of, meant))
  return true
}

/** Tasks by their numbers, units by their names; else what was talked of last, else a liaison's own unit. */
async function meantBy(turn: WordsTurn): Promise<Meant> {
  const { p, viewer, text } = turn
  const { lexicon } = await p.ear.ground()
  const byOrigin = await tasksByOrigin(turn)
  const numbers = numbersIn(text)
  const units = resolveUnits(findUnits(text, lexicon), lexicon, viewer).units.flatMap(({ ids }) => ids)
  if (numbers.length > 0) {
    const named = [...byOrigin].filter(([, task]) => task.no !== null && numbers.includes(task.no))
    return { tasks: new Map(named.slice(0, TASKS)), units }
  }
  if (units.length > 0) return { tasks: new Map(), units }
  // 我传过哪些佐证 is about all one's own, not about what was talked of last.
  const last = /我/.test(text) ? new Set<number>() : await lastTalkedOf(turn)
  const tasks = new Map([...byOrigin].filter(([, task]) => last.has(task.id)).slice(0, TASKS))
  if (tasks.size > 0 || !mayReport(viewer) || viewer.unitId === null) return { tasks, units: [] }
  const { reports } = await groundFor(turn, ownerOf(turn.question.event))
  const own = new Set(reports.filter((r) => r.unitId === viewer.unitId).map((r) => r.taskId))
  return { tasks: new Map([...byOrigin].filter(([id]) => own.has(id))), units: [viewer.unitId] }
}

async function lastTalkedOf({ deps, question }: WordsTurn): Promise<ReadonlySet<number>> {
  const { chat } = question.event
  const [last] = await deps.turns.recent({ chat, account: ownerOf(question.event).account }, 1)
  return new Set(last?.tasks.map(({ id }) => id) ?? [])
}

/** How often is the concern of the unit itself, of who leads the task, of their leaders and of the desk. */
async function askedFace(turn: WordsTurn, { tasks, units }: Meant) {
  const { p, viewer, today } = turn
  const ids = [...tasks.keys()]
  const rows = await p.askedSoFar(
    { units: units.length > 0 ? units : null, tasks: ids.length > 0 && units.length === 0 ? ids : null },
    REQUESTS,
  )
  const leads = [...tasks.values()].flatMap((task) => task.leads)
  const seen = rows.filter(({ unitId }: AskedSoFar) => seesReports(viewer, { unitId, leads }))
  if (rows.length > 0 && seen.length === 0) return recordRefused('asked')
  const about = units.length > 0 ? [] : labels(tasks)
  return recordCard({ of: 'asked', tasks: about, asked: seen, reports: [] }, today)
}

const labels = (tasks: Meant['tasks']) => [...tasks].map(([id, task]) => labelOf(task, id))

/** Reports before review and their doings for whom they concern; others are told of what was confirmed. */
async function reportsFace(turn: WordsTurn, of: RecordAsked, { tasks }: Meant) {
  const { p, viewer, today } = turn
  const told = await Promise.all(
    [...tasks].map(async ([id, task]) => {
      const all = (await p.book.history(id)).toReversed()
      const whole = (report: Progress): boolean =>
        seesReports(viewer, { unitId: report.unitId, leads: task.leads })
      const seen = all.filter((r) => whole(r) || (r.review === 'confirmed' && r.supersededAt === null))
      return seen
        .slice(0, REPORTS)
        .map((progress) => ({ progress, task: labelOf(task, id), whole: whole(progress) }))
    }),
  )
  const reports = told
    .flat()
    .sort((a, b) => b.progress.reportedAt.getTime() - a.progress.reportedAt.getTime())
  const files = (await p.evidence.ofProgress(reports.map(({ progress }) => progress.id))) ?? []
  const withFiles = reports.map((report) => ({
    ...report,
    evidence: report.whole ? files.filter((f) => f.progressId === report.progress.id).map((f) => f.name) : [],
  }))
  const meant = of === 'evidence' ? withFiles.filter(({ evidence }) => evidence.length > 0) : withFiles
  return recordCard({ of, tasks: labels(tasks), asked: [], reports: meant.slice(0, SHOWN) }, today)
}
