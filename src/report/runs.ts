import type { Progress } from '../domain/progress.ts'
import type { FigureOrigin, ReportPart, Run } from '../domain/report.ts'
import type { TaskStanding } from '../domain/standing.ts'

type Piece = string | number | Run | readonly Run[]

/** Words with figures in them: words`共${count(tasks)}项` → runs, one for each figure, none empty. */
export function words(texts: TemplateStringsArray, ...pieces: readonly Piece[]): readonly Run[] {
  const runs = texts.flatMap((text, i) => [{ text }, ...runsOf(pieces[i] ?? '')])
  return runs.filter((run) => run.text !== '')
}

function runsOf(piece: Piece): readonly Run[] {
  if (typeof piece === 'string' || typeof piece === 'number') return [{ text: String(piece) }]
  return isRuns(piece) ? piece : [piece]
}

const isRuns = (piece: Run | readonly Run[]): piece is readonly Run[] => Array.isArray(piece)

export const strong = (text: string): Run => ({ text, strong: true })

/** How many tasks, resting on them and their last reports. */
export function count(tasks: readonly TaskStanding[]): Run {
  return { text: String(tasks.length), figure: originOf(tasks.length, tasks) }
}

/** A figure of another sort that rests on tasks: a share, days, points. */
export function figure(text: string, value: number, tasks: readonly TaskStanding[]): Run {
  return { text, figure: originOf(value, tasks) }
}

/** How many of something that is no task: units, requests. */
export const number = (value: number): Run => ({
  text: String(value),
  figure: { value, tasks: [], progress: [] },
})

function originOf(value: number, tasks: readonly TaskStanding[]): FigureOrigin {
  return { value, tasks: tasks.map((t) => t.originId), progress: tasks.flatMap(reportIds) }
}

const reportIds = (task: TaskStanding): readonly number[] => idsOf(task.report === null ? [] : [task.report])
const idsOf = (reports: readonly Progress[]): readonly number[] => reports.map((r) => r.id)

/** A share of tasks in whole percent, rounded down at 99 so that 100% means all. Empty: no figure. */
export function shareOf(part: readonly TaskStanding[], whole: readonly TaskStanding[]): Run {
  const exact = whole.length === 0 ? 0 : (part.length / whole.length) * 100
  const shown = part.length < whole.length ? Math.min(99, Math.round(exact)) : Math.round(exact)
  return { text: `${shown}%`, figure: originOf(shown, whole) }
}

export const heading = (text: string, level: 1 | 2 = 1): ReportPart => ({ kind: 'heading', level, text })
export const paragraph = (runs: readonly Run[]): ReportPart => ({ kind: 'paragraph', runs })
/** One of a list: 1. 2. 3. */
export const listed = (items: readonly (readonly Run[])[]): readonly ReportPart[] =>
  items.map((runs, i) => paragraph([{ text: `${i + 1}. ` }, ...runs]))
export const lead = (runs: readonly Run[]): ReportPart => ({ kind: 'paragraph', runs, lead: true })

/** Statements joined by ，, 、 or ；; empty ones leave no mark behind. */
export function joined(statements: readonly (readonly Run[])[], mark: string): readonly Run[] {
  return statements
    .filter((runs) => runs.length > 0)
    .flatMap((runs, i) => (i === 0 ? runs : [{ text: mark }, ...runs]))
}
