import type { ProgressFacts } from '../../answer/progress-facts.ts'
import type { Day } from '../../domain/span.ts'
import { placeName } from './task-words.ts'
import { subject } from './wording.ts'

/** What the question is about, for titles: 市经信局的任务; of the last answer's tasks 第52项, or 这些任务. */
export function aboutOf({ asked, query, lines }: ProgressFacts, today: Day): string {
  if (query.filter.among === undefined) return subject(asked, today)
  const [only] = lines
  return lines.length === 1 && only !== undefined ? placeName(only.row) : '这些任务'
}
