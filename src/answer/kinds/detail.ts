import type { Detail, Query } from '../../domain/query.ts'
import type { TaskFilter } from '../../domain/task-filter.ts'
import type { Facts } from '../facts.ts'
import { type Finder, findTasks, taskText } from '../find-tasks.ts'
import type { TaskRow } from '../ledger.ts'
import { topicMatcher } from '../match.ts'
import type { NoneFacts } from '../none-facts.ts'
import type { QuotedClause, QuotedTask } from '../quoted.ts'
import { askedOf, searchedIn } from '../scope.ts'
import { ENOUGH } from '../topics.ts'
import { findClauses } from './clauses.ts'
import { type Extent, type Sought, tellingOf } from './detail-told.ts'
import { answerMetric } from './metric.ts'

export type DetailQuery = Extract<Query, { kind: 'detail' }>

interface Told<T> {
  readonly quoted: T
  readonly extent: Extent
}

/**
 * Which ones by name, where, how often, why, since when: only a sentence that says so of the very thing answers. What
 * merely speaks of the thing stands nearest, and is said as such.
 */
export async function answerDetail(query: DetailQuery, finder: Finder): Promise<Facts> {
  const topic = query.filter.topics?.join(' ') ?? null
  const { noun } = query
  const sought: Sought = {
    of: query.of,
    ...(noun === undefined ? {} : { noun }),
    topic,
    rarity: finder.lexicon.rarity,
    homes: finder.lexicon.homes,
  }
  const cells = await cellsOf(query, finder)
  if (cells !== null) return cells
  const rows = isPinned(query.filter) ? await findTasks(query.filter, 'best', finder) : []
  const tasks = surest(rows.flatMap((row) => toldBy(row, sought)))
  const clauses = tasks.whole ? { quoted: [], whole: false } : await clausesOn(query, sought, finder)
  const whole = tasks.whole || clauses.whole
  const some = tasks.quoted.length > 0 || (query.of === 'names' && clauses.quoted.length > 0)
  if (whole || (some && SOME.has(query.of)))
    return {
      kind: 'detail',
      of: query.of,
      about: aboutOf(query),
      tasks: clauses.whole ? [] : tasks.quoted,
      clauses: clauses.whole || tasks.quoted.length === 0 ? clauses.quoted : [],
      whole,
    }
  const searched = searchedIn(query.filter.documents, finder.lexicon)
  const beside = await nearest(rows, sought, { query, finder })
  return { kind: 'none', why: 'no-detail', detail: query.of, about: aboutOf(query), searched, ...beside }
}

/** What speaks of the very thing: tasks, failing these a clause of the text. */
async function nearest(
  rows: readonly TaskRow[],
  { topic, rarity }: Sought,
  { query: { filter }, finder }: { readonly query: DetailQuery; readonly finder: Finder },
): Promise<Pick<NoneFacts, 'near' | 'clauses'>> {
  const quoted = (row: TaskRow) => ({ row, sentence: row.text })
  if (topic === null) return { near: rows.slice(0, 2).map(quoted) }
  const { all } = topicMatcher(topic, rarity)
  const near = rows.filter((row) => all(taskText(row)))
  if (near.length > 0) return { near: near.slice(0, 2).map(quoted) }
  const documents = filter.documents?.ids ?? null
  const clauses = await findClauses({ topic, documents, enough: ENOUGH, limit: 4 }, finder)
  return { near: [], clauses: clauses.filter(({ row }) => all(row.text)).slice(0, 1) }
}

/** Some names are some of the answer; 定期 is none. */
const SOME: ReadonlySet<Detail> = new Set(['names', 'place'])

/** 线路开在哪个区: the districts of a table. */
async function cellsOf({ of, noun, filter, year }: DetailQuery, finder: Finder): Promise<Facts | null> {
  if (of !== 'place' || noun === undefined || !/^[区县]$/.test(noun)) return null
  const asked = { kind: 'metric', filter, by: '各区', ...(year === undefined ? {} : { year }) } as const
  const facts = await answerMetric(asked, finder)
  return facts.kind === 'figures' && facts.indicators.length > 0 ? facts : null
}

/** A document or a year alone is no matter: every task of it would be one. */
const isPinned = ({ topics, numbers, among, path, section }: TaskFilter): boolean =>
  [topics, numbers, among, path, section].some((given) => given !== undefined)

function aboutOf({ filter }: DetailQuery): string {
  const { topic, numbers, document } = askedOf(filter)
  return topic ?? (numbers.length > 0 ? `第${numbers.join('、')}项` : (document ?? ''))
}

function toldBy(row: TaskRow, sought: Sought): Told<QuotedTask>[] {
  const telling = tellingOf(taskText(row), sought) ?? districtsOf(row, sought)
  return telling === null ? [] : [{ quoted: { row, sentence: telling.sentence }, extent: telling.extent }]
}

/** 中医药产业园放在哪几个区: the districts among the units of its task; a group (各区人民政府) names none. */
function districtsOf(row: TaskRow, { of, noun }: Sought): { sentence: string; extent: Extent } | null {
  const named = row.units.some(({ written }) => /\p{Script=Han}{2}(?<!各|相关|中心城|新城)区/u.test(written))
  return of === 'place' && noun === '区' && named ? { sentence: row.text, extent: 'part' } : null
}

async function clausesOn({ filter }: DetailQuery, sought: Sought, finder: Finder) {
  if (sought.topic === null || filter.among !== undefined) return { quoted: [], whole: false }
  const documents = filter.documents?.ids ?? null
  const found = await findClauses({ topic: sought.topic, documents, enough: ENOUGH, limit: 6 }, finder)
  return surest(
    found.flatMap(({ row }): Told<QuotedClause>[] => {
      const telling = tellingOf(row.text, sought)
      return telling === null ? [] : [{ quoted: { row, sentence: telling.sentence }, extent: telling.extent }]
    }),
  )
}

/** Those that say all of it; failing these, those that say some. */
function surest<T>(told: readonly Told<T>[]): { readonly quoted: readonly T[]; readonly whole: boolean } {
  const whole = told.filter(({ extent }) => extent === 'whole')
  return {
    quoted: (whole.length > 0 ? whole : told).slice(0, 3).map(({ quoted }) => quoted),
    whole: whole.length > 0,
  }
}
