import type { Source } from '../domain/message.ts'
import type { Progress } from '../domain/progress.ts'
import type { ReportPart, Run } from '../domain/report.ts'
import type { ReportWish } from '../domain/report-wish.ts'
import type { Snapshot, TaskStanding } from '../domain/standing.ts'
import { placeName } from './words.ts'

/** What a report is made of. */
export interface ReportData {
  readonly now: Snapshot
  /** The same, one period before, as it stood at its end; null: none is known. */
  readonly before: Snapshot | null
  /** All that was ever said of the one task of a `task` report, oldest first. */
  readonly history: readonly Progress[]
}

/** One report on its way: what is asked, what is known, and the clauses cited so far. */
export interface Context extends ReportData {
  readonly wish: ReportWish
  readonly book: SourceBook
  /** The document most tasks are of: its tasks are pointed at by their number alone. null: none prevails. */
  readonly main: TaskStanding['document'] | null
  /** Tasks come from several documents. */
  readonly mixed: boolean
}

/** What the body of a kind is made by. */
export type Body = (context: Context) => readonly ReportPart[]

export interface SourceBook {
  /** The index of the task's clause in `Report.sources`; the same task has one. */
  readonly cite: (task: TaskStanding) => number
  readonly sources: () => readonly Source[]
}

export function createBook(): SourceBook {
  const places = new Map<number, number>()
  const sources: Source[] = []
  const cite = (task: TaskStanding): number => {
    const known = places.get(task.originId)
    if (known !== undefined) return known
    places.set(task.originId, sources.length)
    return sources.push(sourceOf(task)) - 1
  }
  return { cite, sources: () => sources }
}

const sourceOf = ({ document, path, text, source }: TaskStanding): Source => ({
  documentId: document.id,
  document: document.name,
  title: document.title,
  path,
  quote: text,
  start: source.start,
  end: source.end,
})

/** 第52项, with its document where it is not the main one; leads to its clause and last report. */
export function placeRun(task: TaskStanding, { book, main }: Context): Run {
  const place = placeName(task)
  const progress = task.report === null ? [] : [task.report.id]
  return {
    text: task.document.id === main?.id ? place : `${task.document.name}${place}`,
    figure: { value: task.no ?? 0, tasks: [task.originId], progress, source: book.cite(task) },
  }
}

const MOST = 0.6

/** The document that six tenths of the tasks are of. */
export function mainOf(tasks: readonly TaskStanding[]): TaskStanding['document'] | null {
  const byId = Map.groupBy(tasks, (task) => task.document.id)
  const [largest] = [...byId.values()].sort((a, b) => b.length - a.length)
  const [first] = largest ?? []
  return first !== undefined && (largest?.length ?? 0) >= tasks.length * MOST ? first.document : null
}
