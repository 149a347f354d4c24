import type { Db } from './db.ts'

/** Only current versions of live documents are answered from. */
export const CURRENT = `d.replaced_by is null and d.status = 'live'`

/** The columns every placed row carries about its document, as one JSON object named `document`. */
export const DOCUMENT = `json_build_object('id', d.id, 'number', d.number, 'title', d.title, 'issuedOn', d.issued_on,
  'periodStart', d.period_start, 'periodEnd', d.period_end) as document`

export const SPAN = (table: string): string =>
  `json_build_object('start', ${table}.span_start, 'end', ${table}.span_end) as source`

/** Rows of one noun that belong to the given documents (all current ones when null), in document order. */
export function readPlaced<R extends object>(
  db: Db,
  noun: { readonly table: string; readonly columns: string; readonly where?: string; readonly order: string },
  documents: readonly number[] | null,
): Promise<R[]> {
  const where = noun.where === undefined ? '' : ` and ${noun.where}`
  return db.query<R>(
    `select ${noun.columns}, ${DOCUMENT}, ${SPAN('x')} from ${noun.table} x join document d on d.id = x.document_id
     where ${CURRENT} and ($1::bigint[] is null or d.id = any ($1))${where} order by d.id, ${noun.order}`,
    [documents],
  )
}
