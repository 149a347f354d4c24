import type { DocumentValue, HeadField } from '../domain/document-fields.ts'
import type { Db } from './db.ts'

const COLUMNS: Readonly<Record<HeadField, string>> = {
  number: 'number',
  title: 'title',
  noticeTitle: 'notice_title',
  issuer: 'issuer',
  issuedOn: 'issued_on',
  addressees: 'addressees',
}

export async function readHeadField(db: Db, documentId: number, field: HeadField): Promise<DocumentValue> {
  const [row] = await db.query<{ value: DocumentValue }>(
    `select ${COLUMNS[field]} as value from document where id = $1`,
    [documentId],
  )
  return row?.value ?? null
}

/** Writes a corrected field of the head. */
export async function setHeadField(
  db: Db,
  documentId: number,
  field: HeadField,
  value: DocumentValue,
): Promise<void> {
  await db.query(`update document set ${COLUMNS[field]} = $2 where id = $1`, [documentId, value])
}
