import { refusalFor, seesReports } from './access.ts'
import type { Viewer } from './person.ts'
import type { Progress } from './progress.ts'

/**
 * A report as a person may see it; null: not at all. Whoever has no part in the task sees what was confirmed, without
 * difficulties and help, the words that tell them, and that it is stuck. No viewer: everything there is.
 */
export function seenReport(
  report: Progress,
  leads: readonly number[],
  viewer: Viewer | null,
): Progress | null {
  if (viewer === null || seesReports(viewer, { unitId: report.unitId, leads })) return report
  if (report.review !== 'confirmed' || refusalFor(viewer, 'content') !== null) return null
  const { difficulty, help } = report
  const text = [difficulty, help].reduce<string>((words, hidden) => without(words, hidden), report.text)
  const state = report.state === 'blocked' ? 'ongoing' : report.state
  return { ...report, text, state, difficulty: null, help: null, insisted: null, reviewNote: null }
}

/** Words that tell a difficulty in another way than it was noted are all left out. */
function without(words: string, hidden: string | null): string {
  if (hidden === null || hidden === '') return words
  if (!words.includes(hidden)) return ''
  const rest = words.split(hidden).map((part) => part.replace(/^[，,。；;、\s]+|[，,；;、\s]+$/gu, ''))
  return rest.filter((part) => part !== '').join('，')
}
