import type { TaskFilter } from '../domain/task-filter.ts'
import type { Finder } from './find-tasks.ts'
import type { TaskRow } from './ledger.ts'

/** 上一条, 它那一部分还有哪些: tasks told by where they stand beside one spoken of; null where none is asked for so. */
export async function tasksAround(
  { among, around }: TaskFilter,
  { deps }: Pick<Finder, 'deps'>,
): Promise<readonly TaskRow[] | null> {
  if (around === undefined || among === undefined) return null
  const [from] = await deps.ledger.tasks({ ids: among })
  if (from === undefined) return []
  const all = await deps.ledger.tasks({ documents: [from.document.id] })
  if (around === 'section') return all.filter((row) => headingOf(row) === headingOf(from))
  // The parts of one number stand together.
  const numbers = [...Map.groupBy(all, (row) => row.path.join()).values()]
  const at = numbers.findIndex((rows) => rows.some((row) => row.id === from.id)) + around
  return at < 0 ? [] : (numbers[at] ?? [])
}

const headingOf = ({ path, section }: TaskRow): string => `${path.slice(0, -1).join()} ${section}`
