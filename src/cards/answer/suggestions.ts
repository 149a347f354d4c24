import type { Answered } from '../../answer/facts.ts'
import type { TaskRow } from '../../answer/ledger.ts'
import { documentLabel } from '../../understand/document-names.ts'
import { placeName } from './wording.ts'

const EXAMPLES: readonly string[] = ['我们单位牵头哪些任务', '哪些任务没有写牵头单位', '报送要求有哪些']

/** Two or three next questions a clerk would expect, each answerable as written. */
export function suggestionsFor(answered: readonly Answered[]): string[] {
  const [first] = answered
  if (first === undefined) return [...EXAMPLES]
  const { facts, query } = first
  switch (facts.kind) {
    case 'tasks':
      return [...otherRole(first), ...(facts.rows[0] === undefined ? [] : about(facts.rows[0]))].slice(0, 3)
    case 'lead':
    case 'deadline':
      return facts.rows[0] === undefined ? [] : about(facts.rows[0]).slice(0, 3)
    case 'figures':
      return facts.tasks[0] === undefined
        ? []
        : [`${whose(facts.tasks[0].row)}谁牵头`, `${whose(facts.tasks[0].row)}什么时候完成`]
    case 'stage':
    case 'duty':
      return documentsOf(query)
        .flatMap((label) => [`${label}有哪些阶段`, `${label}的报送要求`])
        .slice(0, 2)
    case 'none':
      return facts.near[0] === undefined ? [] : [`${whose(facts.near[0].row)}讲的什么`]
    case 'help':
    case 'chat':
    case 'clarify':
      return [...EXAMPLES]
    default:
      return []
  }
}

const whose = (row: TaskRow): string =>
  `${documentLabel(row.document)}${row.no === null ? row.path.join('') : placeName(row)}`

const about = (row: TaskRow): string[] => [`${whose(row)}的目标是多少`, `${whose(row)}谁牵头`]

/** The same unit in its other part: 牵头 → 责任单位, and back. */
function otherRole({ query }: Answered): string[] {
  if (query.kind !== 'tasks' || query.filter.units === undefined) return []
  const unit = query.filter.units.map((u) => u.name).join('、')
  const where =
    query.filter.documents === undefined || query.filter.documents.ids.length !== 1
      ? ''
      : `在${query.filter.documents.name}里`
  return query.filter.roles?.includes('lead')
    ? [`${unit}${where}作为责任单位的任务有哪些`]
    : [`${unit}${where}牵头哪些任务`]
}

function documentsOf(query: Answered['query']): string[] {
  return 'documents' in query && query.documents !== undefined
    ? query.documents.name.split('、').slice(0, 1)
    : []
}
