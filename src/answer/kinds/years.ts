import type { Query } from '../../domain/query.ts'
import type { LexiconDocument } from '../../understand/lexicon.ts'
import { documentYears, plainTitle } from '../../understand/names/documents.ts'
import type { Facts } from '../facts.ts'
import { type Finder, findTasks } from '../find-tasks.ts'
import { searchedIn } from '../scope.ts'

type CompareQuery = Extract<Query, { kind: 'compare' }>

/** A list beside that of the year before: only the same kind of document of that year can be set beside it. */
export async function compareYears(query: CompareQuery, finder: Finder): Promise<Facts> {
  const rows = await findTasks(query.filter, 'list', finder)
  const ids = new Set(rows.map((row) => row.document.id))
  const documents = finder.lexicon.rows.documents
  const present = documents.filter((d) => ids.has(d.id))
  const before = present.flatMap((d) => documents.filter((other) => isYearBefore(other, d)))
  const [now] = present
  const year = Math.max(...present.map((d) => documentYears(d).from))
  if (before.length === 0 || now === undefined) {
    const about = now === undefined ? '上一年的同类文件' : `${year - 1}年的“${seriesName(now)}”`
    const searched = searchedIn(undefined, finder.lexicon)
    return { kind: 'none', why: 'no-last-year', about, searched, near: [] }
  }
  const slot = { ids: before.map((d) => d.id), name: `${year - 1}年`, said: null }
  const then = await findTasks({ ...query.filter, documents: slot }, 'list', finder)
  const tallies = [
    { unit: `${year - 1}年`, rows: then },
    { unit: `${year}年`, rows },
  ]
  return { kind: 'units', tallies, roles: query.filter.roles ?? [], writtenOnly: false }
}

const isYearBefore = (other: LexiconDocument, document: LexiconDocument): boolean =>
  documentYears(other).to === documentYears(document).from - 1 && seriesName(other) === seriesName(document)

/** The title without its year: 市政府工作报告目标任务责任分解方案. */
const seriesName = (document: LexiconDocument): string =>
  plainTitle(document.title).replace(/(?:19|20)\d{2}年?度?/g, '')
