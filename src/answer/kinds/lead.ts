import type { Query } from '../../domain/query.ts'
import type { TaskFilter } from '../../domain/task-filter.ts'
import type { Facts } from '../facts.ts'
import { type Finder, findTasks } from '../find-tasks.ts'
import type { TaskRow } from '../ledger.ts'
import { topicMatcher } from '../match.ts'
import type { NoneFacts } from '../none-facts.ts'
import type { QuotedClause } from '../quoted.ts'
import { askedOf, searchedIn } from '../scope.ts'
import { findClauses, findPattern } from './clauses.ts'

type LeadQuery = Extract<Query, { kind: 'lead' }>

/** Who leads or carries it: the tasks that fit best with their units; else clauses that hand out the work. */
export async function answerLead(query: LeadQuery, finder: Finder): Promise<Facts> {
  const { roles: _, ...open } = query.filter
  const found = wholeDocument(open)
    ? []
    : query.same
      ? await eachDocument(open, finder)
      : await findTasks(open, 'best', finder)
  if (found.length === 0 && open.among !== undefined && open.units !== undefined)
    return notAmong(query, finder)
  const { act } = query
  const rows = act === undefined ? found : found.filter((row) => row.text.includes(act))
  if (act !== undefined && rows.length === 0 && found.length > 0)
    return {
      ...nobody(query, [], finder),
      about: `${(askedOf(open).topic ?? '').replace(act, '')}由谁${act}`,
      near: nearest(found),
    }
  if (query.sort !== undefined && rows.length > 0 && !rows.some((row) => namesSort(row, query.sort ?? '')))
    return {
      ...nobody(query, [], finder),
      about: `${askedOf(open).topic ?? ''}是哪家${query.sort}`,
      near: nearest(rows),
    }
  if (act !== undefined && wholeDocument(open)) return doing(query, act, finder)
  const staffed = rows.filter((row) => row.units.length > 0)
  if (staffed.length > 0)
    return {
      kind: 'lead',
      roles: query.roles,
      rows: staffed,
      clauses: [],
      ...(query.counted ? { counted: true } : {}),
      ...(query.same ? { same: true } : {}),
    }
  const ofWhole = rows.length === 0 && open.topics === undefined ? (open.documents?.ids ?? []) : []
  const inWhole = rows.length === 0 ? ofWhole : rows.map((row) => row.document.id)
  if (rows.length === 0 && open.numbers !== undefined) return nobody(query, rows, finder)
  const general = await generalDuties(inWhole, rows, finder)
  if (general.length > 0) {
    const unstaffed = wholeDocument(open) && (await isUnstaffed(open, finder)) ? { unstaffed: true } : {}
    return { kind: 'lead', roles: query.roles, rows: rows.slice(0, 2), clauses: general, ...unstaffed }
  }
  const topic = query.filter.topics?.join(' ') ?? rows[0]?.title ?? null
  const documents = query.filter.documents?.ids ?? null
  const clauses =
    topic === null ? [] : await findClauses({ topic, documents, enough: 0.75, limit: 6 }, finder)
  const telling = clauses.filter((c) => /负责|牵头|配合|办公|责任/.test(c.sentence))
  if (telling.length > 0) return { kind: 'lead', roles: query.roles, rows, clauses: telling.slice(0, 3) }
  const { exact } = topicMatcher(topic ?? '', finder.lexicon.rarity)
  const quoted = clauses.filter((c) => exact(c.sentence))
  if (quoted.length > 0) return { kind: 'passages', clauses: quoted.slice(0, 2) }
  return nobody(query, rows, finder)
}

/** 51号文是谁起草的: only a clause that says so tells. */
async function doing(query: LeadQuery, act: string, finder: Finder): Promise<Facts> {
  const documents = query.filter.documents?.ids ?? null
  const pattern = new RegExp(`由[^，。]{2,20}${act}`)
  const clauses = await findPattern({ documents, words: [act], pattern }, finder)
  return clauses.length > 0
    ? { kind: 'passages', clauses: clauses.slice(0, 2) }
    : { ...nobody(query, [], finder), about: `${askedOf(query.filter).document ?? ''}由谁${act}` }
}

/** The task, or its units, are not written; the number is none of the document's. */
function nobody({ filter }: LeadQuery, rows: readonly TaskRow[], { lexicon }: Finder): NoneFacts {
  const { topic: said, numbers } = askedOf(filter)
  const about = said ?? (numbers.length > 0 ? `第${numbers.join('、')}项` : '')
  const why = rows.length > 0 ? 'no-unit' : said === null && numbers.length > 0 ? 'no-number' : 'nothing'
  return { kind: 'none', why, about, searched: searchedIn(filter.documents, lexicon), near: nearest(rows) }
}

const nearest = (rows: readonly TaskRow[]) => rows.slice(0, 2).map((row) => ({ row, sentence: row.text }))

/** Tasks set beside one another stand in several documents: the best of each. */
async function eachDocument(filter: TaskFilter, finder: Finder): Promise<TaskRow[]> {
  const { documents, ...open } = filter
  if (documents === undefined || documents.ids.length > FEW) return findTasks(filter, 'best', finder)
  const found = await Promise.all(
    documents.ids.map((id) => findTasks({ ...open, documents: { ...documents, ids: [id] } }, 'best', finder)),
  )
  return found.flat()
}

const FEW = 4

/** 配合单位有没有市数据局, of tasks that do not name it: who does stand there. */
export async function notAmong(
  { filter }: { readonly filter: TaskFilter },
  finder: Finder,
): Promise<NoneFacts> {
  const { units = [], roles: _, ...tasks } = filter
  const near = (await findTasks(tasks, 'best', finder)).slice(0, 2)
  return {
    kind: 'none',
    why: 'not-among',
    about: units.map((unit) => unit.name).join('、'),
    searched: [],
    near: near.map((row) => ({ row, sentence: row.text })),
  }
}

/** 哪家银行: one of its units, or a body in its text, is called so. */
function namesSort(row: TaskRow, sort: string): boolean {
  const called = /^(?:公司|企业|集团)$/.test(sort) ? '(?:公司|集团|企业)' : sort
  const named = new RegExp(`\\p{Script=Han}{2}${called}$`, 'u')
  return (
    row.units.some(({ written }) => named.test(written)) ||
    new RegExp(`\\p{Script=Han}{2}${sort}`, 'u').test(row.text)
  )
}

const isUnstaffed = async (filter: TaskFilter, finder: Finder): Promise<boolean> =>
  (await findTasks(filter, 'list', finder)).every((row) => row.units.length === 0)

/** 51号文谁牵头: no task is meant but the whole plan. */
const wholeDocument = (filter: TaskFilter): boolean => Object.keys(filter).every((key) => key === 'documents')

/** The task names no unit: who the document makes responsible for the whole (市…局牵头负责实施…). */
async function generalDuties(
  ids: readonly number[],
  rows: readonly TaskRow[],
  finder: Finder,
): Promise<QuotedClause[]> {
  const documents = [...new Set(ids)].slice(0, 2)
  if (documents.length === 0) return []
  const pattern = /(?:局|委|办公室|办|政府|领导小组|委员会|指挥部)(?:要)?(?:牵头|统筹|负责|会同)/
  const found = await findPattern({ documents, words: ['牵头', '统筹协调', '负责'], pattern }, finder)
  return found.filter((c) => !rows.some((row) => row.text.includes(c.sentence))).slice(0, 2)
}
