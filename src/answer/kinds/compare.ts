import type { Query } from '../../domain/query.ts'
import type { Facts } from '../facts.ts'
import type { Comparison, Figure } from '../figure.ts'
import { figuresOf } from '../figures.ts'
import { type Finder, findTasks } from '../find-tasks.ts'
import type { NoneFacts } from '../none-facts.ts'
import { plays } from '../plays.ts'
import type { QuotedClause } from '../quoted.ts'
import { askedOf, idsOf, searchedIn } from '../scope.ts'
import type { UnitTally } from '../task-facts.ts'
import { ENOUGH } from '../topics.ts'
import { findClauses } from './clauses.ts'
import { compareDocuments } from './compare-documents.ts'
import { comparePair } from './compare-pair.ts'
import { type Candidates, gather } from './gather.ts'
import { answerMetric } from './metric.ts'
import { quotedFigures } from './quoted-figures.ts'
import { rankUnits } from './ranking.ts'
import { compareYears } from './years.ts'

type CompareQuery = Extract<Query, { kind: 'compare' }>

/** Units by how many tasks they have; a figure by what each document says of it. */
export async function answerCompare(query: CompareQuery, finder: Finder): Promise<Facts> {
  if (query.of === 'units')
    return query.top === undefined ? compareUnits(query, finder) : rankUnits(query, query.top, finder)
  if (query.of === 'years') return compareYears(query, finder)
  const apart =
    query.of === 'documents' && query.filter.topics === undefined
      ? await compareDocuments(query, finder)
      : null
  if (apart !== null) return apart
  const pair = await comparePair(query, finder)
  if (pair !== null) return pair
  return compareFigures(query, finder)
}

/** One measure in several documents. */
async function compareFigures(query: CompareQuery, finder: Finder): Promise<Facts> {
  const topics = query.filter.topics ?? []
  const beside = (query.filter.documents?.ids.length ?? MANY) > FEW
  const found = await gather({ ...query, beside }, idsOf(query.filter.documents), finder)
  if (
    topics.length === 0 ||
    (found.tasks.length === 0 && found.goals.length === 0 && found.indicators.length === 0)
  ) {
    return answerMetric({ kind: 'metric', filter: query.filter }, finder)
  }
  const topic = topics.join(' ')
  const clauses = await elsewhere(query, found, finder)
  const figures = oneMeasure(figuresOf(found, topic, finder.lexicon.rarity))
  return { ...quotedFigures(found, topic, finder), clauses, figures, compared: compare(figures) }
}

/** So few documents were named one by one; more are all there are (几份文件怎么写). */
const [FEW, MANY] = [4, 5]

/** A named document that has no such task or goal may still say it in a clause. */
async function elsewhere(query: CompareQuery, found: Candidates, finder: Finder): Promise<QuotedClause[]> {
  const told = new Set([...found.tasks, ...found.goals, ...found.indicators].map((row) => row.document.id))
  const silent = (query.filter.documents?.ids ?? []).filter((id) => !told.has(id)).slice(0, 4)
  const topic = query.filter.topics?.join(' ') ?? ''
  const clauses = await Promise.all(
    silent.map((id) =>
      findClauses({ topic, documents: [id], enough: ENOUGH, limit: 1, figure: true }, finder),
    ),
  )
  return clauses.flat()
}

/** A share of 11% and a growth of 10% are different measures, and so are 18个 and 年均新增2个. */
const measureOf = (f: Figure): string => `${f.kind} ${f.unit}${/年均|每年/.test(f.raw) ? ' yearly' : ''}`

/** Figures in the commonest measure: 9% and 11% can be set beside one another, 2750亿元 not. */
function oneMeasure(figures: readonly Figure[]): Figure[] {
  const counts = new Map<string, number>()
  for (const f of figures) counts.set(measureOf(f), (counts.get(measureOf(f)) ?? 0) + 1)
  const commonest = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  return figures.filter((f) => measureOf(f) === commonest)
}

export function compare(figures: readonly Figure[]): Comparison | null {
  const [first, last] = [figures[0], figures.at(-1)]
  if (first === undefined || last === undefined || figures.length < 2) return null
  // A goal and a task of one document and year say one thing twice.
  if (new Set(figures.map((f) => `${f.document.id} ${f.year}`)).size < 2) return null
  if (isMixed(figures)) return null
  const value = Number(Math.abs(last.value - first.value).toFixed(4))
  const difference = value === 0 ? null : { value, unit: last.unit === '%' ? '个百分点' : last.unit }
  if (figures.every((f) => f.value === first.value)) return { verdict: 'agree', difference: null }
  const apart = new Set(figures.map((f) => f.year)).size === figures.length
  // A later target below an earlier one is no progress: the two count different things, or one is wrong.
  const moves = apart && figures.every((f, i) => i === 0 || f.value >= (figures[i - 1]?.value ?? 0))
  return { verdict: moves ? 'progress' : 'differ', difference }
}

/** Two tasks of one document and year with two values count different things, and so do 书店 and 书店、画廊: they cannot be set beside one another. */
const isMixed = (figures: readonly Figure[]): boolean =>
  new Set(figures.map((f) => f.name.includes('、'))).size > 1 ||
  [...Map.groupBy(figures, (f) => `${f.document.id} ${f.year}`).values()].some((own) =>
    own.some((f) => f.value !== own[0]?.value),
  )

async function compareUnits(query: CompareQuery, finder: Finder): Promise<Facts> {
  const units = query.filter.units ?? []
  const rows = await findTasks(query.filter, 'list', finder)
  if (rows.length === 0) return noUnitTasks(query, finder)
  const { roles = [], writtenOnly = false } = query.filter
  const tallies: UnitTally[] = units.map((unit) => ({
    unit: unit.name,
    rows: rows.filter((row) => plays(row, unit, roles, writtenOnly)),
  }))
  return { kind: 'units', tallies, roles, writtenOnly }
}

/** 0 beside 0 is no comparison. */
function noUnitTasks({ filter }: CompareQuery, { lexicon }: Finder): NoneFacts {
  const asked = askedOf(filter)
  const about = [asked.unit, asked.topic].filter((part) => part !== null).join(' ')
  return {
    kind: 'none',
    why: 'no-unit',
    about,
    asked,
    searched: searchedIn(filter.documents, lexicon),
    near: [],
  }
}
