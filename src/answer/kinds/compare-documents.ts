import type { Query } from '../../domain/query.ts'
import { documentLabel, yearOf } from '../../understand/names/documents.ts'
import type { Facts } from '../facts.ts'
import { type Finder, findTasks } from '../find-tasks.ts'
import type { DocumentRef } from '../ledger.ts'

type CompareQuery = Extract<Query, { kind: 'compare' }>

/** Documents by how many tasks they have, of one unit where one is named (哪份方案任务更多, 市经信局哪年牵头的多). */
export async function compareDocuments(query: CompareQuery, finder: Finder): Promise<Facts | null> {
  const { documents } = query.filter
  if (documents === undefined || documents.ids.length < 2) return null
  const rows = await findTasks(query.filter, 'list', finder)
  const told = finder.lexicon.rows.documents.filter((d) => documents.ids.includes(d.id))
  const years = told.map((d) => yearOf(d.issuedOn))
  const apart = new Set(years).size === told.length
  const name = (d: DocumentRef): string =>
    apart && isYears(documents.name) ? `${yearOf(d.issuedOn)}年` : documentLabel(d)
  const tallies = told.map((d) => ({ unit: name(d), rows: rows.filter((row) => row.document.id === d.id) }))
  if (rows.length === 0) return null
  const { roles = [], writtenOnly = false } = query.filter
  return { kind: 'units', tallies, roles, writtenOnly, by: 'documents' }
}

const isYears = (name: string): boolean => /^[\d、]+年$/.test(name)
