import type { Query } from '../../domain/query.ts'
import type { TaskFilter } from '../../domain/task-filter.ts'
import type { Facts } from '../facts.ts'
import { countViaGroups, type Finder, findTasks } from '../find-tasks.ts'
import type { DocumentRef, IndicatorRow, TaskRow } from '../ledger.ts'
import { topicMatcher } from '../match.ts'
import { askedOf, searchedIn } from '../scope.ts'
import type { CountFacts } from '../task-facts.ts'
import { ENOUGH } from '../topics.ts'
import { answerTasks } from './tasks.ts'

type CountQuery = Extract<Query, { kind: 'count' }>

/** How many tasks, sections, documents, units, parts; the tasks counted are told with the number. */
export async function answerCount(query: CountQuery, finder: Finder): Promise<Facts> {
  if (query.of === 'documents' && query.filter.units === undefined) {
    const documents = called(query, finder)
    if (documents !== null) return { kind: 'count', of: 'documents', count: counted(query, [], documents) }
  }
  if (query.of === 'indicators') return countIndicators(query, finder)
  const under = query.of === 'sections' ? await underHeading(query.filter, finder) : []
  const rows = under.length > 0 ? under : await findTasks(query.filter, 'list', finder)
  if (rows.length === 0) return answerTasks({ kind: 'tasks', filter: query.filter }, finder)
  const viaGroup = query.filter.units === undefined ? 0 : await countViaGroups(query.filter, rows, finder)
  const documents = distinct(
    rows.map((row) => row.document),
    (d) => d.id,
  )
  return { kind: 'count', of: query.of, count: { ...counted(query, rows, documents), viaGroup } }
}

/** 几份是办理方案: those whose titles say so; null where no title does, for then the words are a matter. */
function called(query: CountQuery, { lexicon }: Finder): DocumentRef[] | null {
  const { documents, topics } = query.filter
  const all = searchedIn(documents, lexicon)
  if (topics === undefined) return all
  const matchers = topics.map((topic) => topicMatcher(topic, lexicon.rarity))
  const own = all.filter(({ title }) => matchers.every((matcher) => matcher.score(title) >= ENOUGH))
  return own.length === 0 ? null : own
}

/** 规划有几大重点工程: the words name a heading, and what stands under it is counted. */
async function underHeading({ topics, ...filter }: TaskFilter, finder: Finder): Promise<TaskRow[]> {
  const [section, other] = topics ?? []
  if (section === undefined || other !== undefined) return []
  return findTasks({ ...filter, section }, 'list', finder)
}

/** Lines of the tables, each once however many districts and years it is broken down to. */
async function countIndicators(query: CountQuery, finder: Finder): Promise<Facts> {
  const { documents, topics } = query.filter
  const all = await finder.deps.ledger.indicators(documents?.ids ?? null)
  const rows = topics === undefined ? all : underName(all, topics.join(' '), finder)
  const lines = distinct(rows, (row) => `${row.document.id}:${row.name}`)
  if (lines.length === 0) {
    return {
      kind: 'none',
      why: 'nothing',
      about: topics?.join('') ?? '指标表',
      searched: searchedIn(documents, finder.lexicon),
      near: [],
    }
  }
  return { kind: 'indicators', lines }
}

/** 数字化治理有几个指标: those under that heading of a table, else those of the table it names, else those named so. */
function underName(all: readonly IndicatorRow[], topic: string, { lexicon }: Finder): IndicatorRow[] {
  const { exact, all: says } = topicMatcher(topic, lexicon.rarity)
  const grouped = all.filter((row) => exact(row.group ?? ''))
  if (grouped.length > 0) return grouped
  const tabled = all.filter((row) => says(row.table))
  return tabled.length > 0 ? tabled : all.filter((row) => says(row.name))
}

function counted(query: CountQuery, rows: readonly TaskRow[], documents: readonly DocumentRef[]): CountFacts {
  const { roles = [] } = query.filter
  const isCounted = (role: TaskRow['units'][number]['role']) =>
    roles.length === 0
      ? role !== 'effective_lead'
      : roles.some((r) => r === role || (r === 'lead' && role === 'effective_lead'))
  const sections = Map.groupBy(
    rows,
    (row) => `${row.document.id}:${row.path.slice(0, -1).join('')}:${row.section}`,
  )
  const units = new Set(
    rows.flatMap((row) => row.units.filter(({ role }) => isCounted(role)).map((u) => u.written)),
  )
  return {
    rows,
    asked: askedOf(query.filter),
    sections: [...sections.values()].map((of) => ({ heading: of[0]?.section ?? '', tasks: of.length })),
    ...(query.fullest ? { fullest: true } : {}),
    documents,
    units: [...units],
    viaGroup: 0,
  }
}

function distinct<T, K>(items: readonly T[], key: (item: T) => K): T[] {
  const seen = new Set<K>()
  return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)))
}
