import type { TaskRef } from '../domain/answer.ts'
import { documentLabel } from '../understand/names/documents.ts'
import type { Facts } from './facts.ts'
import type { TaskRow } from './ledger.ts'

/** Every task an answer speaks of or counts, each once, in the order told. */
export function taskRefs(facts: readonly Facts[]): TaskRef[] {
  const rows = new Map(facts.flatMap(tasksOf).map((row) => [row.id, row]))
  return [...[...rows.values()].map(refOf), ...facts.flatMap(clauseRefs)]
}

const refOf = ({ id, document, path, no, part }: TaskRow): TaskRef => {
  return { id, document: document.number ?? document.title, path, no, part }
}

/** A clause set beside tasks counts as one, though the ledger has none there (保障措施): no id, so no follow-up. */
function clauseRefs(facts: Facts): TaskRef[] {
  if (facts.kind !== 'figures') return []
  return facts.clauses.map(({ row }) => ({
    id: 0,
    document: row.document.number ?? row.document.title,
    path: row.path,
    no: null,
    part: null,
  }))
}

export function tasksOf(facts: Facts): readonly TaskRow[] {
  switch (facts.kind) {
    case 'tasks':
    case 'lead':
    case 'deadline':
      return facts.rows
    case 'figures':
    case 'detail':
    case 'closest':
      return facts.tasks.map((t) => t.row)
    case 'count':
      return facts.count.rows
    case 'progress':
      return facts.lines.map((line) => line.row)
    case 'units':
      return facts.tallies.flatMap((tally) => tally.rows)
    case 'none':
      return facts.near.map((n) => n.row)
    default:
      return []
  }
}

export const labelOf = documentLabel
