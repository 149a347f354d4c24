import type { FiguresFacts } from '../figures-facts.ts'
import type { Finder } from '../find-tasks.ts'
import { taskText } from '../find-tasks.ts'
import type { TaskRow } from '../ledger.ts'
import { topicMatcher } from '../match.ts'
import type { QuotedTask } from '../quoted.ts'
import { bestSentence } from '../sentences.ts'

/** Below this share of a row's name a task of the same document is another matter. */
const NAMED = 0.45

/**
 * A table of districts breaks the document's own tasks down: the task a row belongs to is told with the row, for it
 * says what is to be done, and sometimes another sum. Only where no task was found by the question's own words.
 */
export async function withRowTasks(facts: FiguresFacts, finder: Finder): Promise<FiguresFacts> {
  const parted = facts.indicators.filter((row) => row.by !== null)
  const [first] = parted
  if (first === undefined || facts.tasks.length > 0) return facts
  const names = new Set(parted.filter((row) => row.document.id === first.document.id).map((row) => row.name))
  const rows = await finder.deps.ledger.tasks({ documents: [first.document.id] })
  const tasks = [...names].flatMap((name) => taskOf(name, rows, finder))
  return { ...facts, tasks: tasks.filter((t, i) => tasks.findIndex((u) => u.row.id === t.row.id) === i) }
}

function taskOf(name: string, rows: readonly TaskRow[], { lexicon }: Finder): QuotedTask[] {
  const matcher = topicMatcher(name, lexicon.rarity)
  const scored = rows.map((row) => {
    const words = [taskText(row), row.title ?? '', ...row.metrics.map((m) => m.raw)]
    return { row, score: Math.max(...words.map(matcher.score)) }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), {
    row: null as TaskRow | null,
    score: NAMED,
  })
  return best.row === null ? [] : [{ row: best.row, sentence: bestSentence(best.row.text, matcher) }]
}
