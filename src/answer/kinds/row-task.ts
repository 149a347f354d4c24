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
  const table = await finder.deps.ledger.indicators([first.document.id])
  const called = [...new Set(table.map((row) => row.name))]
  const tasks = [...names].flatMap((name) => taskOfRow(name, called, { rows, finder }))
  return { ...facts, tasks: tasks.filter((t, i) => tasks.findIndex((u) => u.row.id === t.row.id) === i) }
}

interface Search {
  readonly rows: readonly TaskRow[]
  readonly finder: Finder
}

/** 提供农民群众报酬 right behind 提供农民群众就业岗位: a row whose own words no task has belongs where the row before it does. */
function taskOfRow(name: string, called: readonly string[], { rows, finder }: Search): QuotedTask[] {
  const own = taskOf(name, rows, finder)
  const before = called[called.indexOf(name) - 1]
  const alike = before !== undefined && before.slice(0, ALIKE) === name.slice(0, ALIKE)
  return own.length > 0 || !alike ? own : taskOf(before, rows, finder)
}

const ALIKE = 4

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
