import type { PlanDocument, Warning } from '../domain/document.ts'
import type { Day, Span } from '../domain/span.ts'
import type { Db } from './db.ts'
import { jsonOf } from './json.ts'

export type DocumentStatus = 'draft' | 'live' | 'withdrawn'

export interface StoredDocument {
  readonly id: number
  readonly fileId: number
  readonly ordinal: number
  readonly series: string
  readonly version: number
  /** The version that took its place; null: current. */
  readonly replacedBy: number | null
  readonly status: DocumentStatus
  readonly number: string | null
  readonly title: string
  readonly noticeTitle: string | null
  readonly issuer: string | null
  readonly issuedOn: Day | null
  readonly warnings: readonly Warning[]
  readonly source: Span
}

const COLUMNS = `id, file_id as "fileId", ordinal, series, version, replaced_by as "replacedBy", status, number, title,
  notice_title as "noticeTitle", issuer, issued_on as "issuedOn", warnings, json_build_object('start', span_start, 'end', span_end) as source`

/** Every document of the database, old versions and drafts too, newest reading first. */
export function allDocuments(db: Db): Promise<StoredDocument[]> {
  return db.query<StoredDocument>(`select ${COLUMNS} from document order by id desc`)
}

export async function documentsOfFile(db: Db, fileId: number): Promise<StoredDocument[]> {
  return db.query<StoredDocument>(`select ${COLUMNS} from document where file_id = $1 order by ordinal`, [
    fileId,
  ])
}

export async function findDocument(db: Db, id: number): Promise<StoredDocument | null> {
  const [row] = await db.query<StoredDocument>(`select ${COLUMNS} from document where id = $1`, [id])
  return row ?? null
}

/** The newest version of a series that is not from `fileId`; drafts count, withdrawn ones do not. */
export async function newestOfSeries(db: Db, series: string, fileId: number): Promise<StoredDocument | null> {
  const [row] = await db.query<StoredDocument>(
    `select ${COLUMNS} from document
     where series = $1 and file_id <> $2 and status <> 'withdrawn' order by version desc limit 1`,
    [series, fileId],
  )
  return row ?? null
}

export interface NewDocument {
  readonly fileId: number
  readonly ordinal: number
  readonly series: string
  readonly status: DocumentStatus
  readonly document: PlanDocument
}

/** Writes the head as the next version of its series. */
export async function insertDocument(db: Db, entry: NewDocument): Promise<{ id: number; version: number }> {
  const [row] = await db.query<{ id: number; version: number }>(
    `insert into document (file_id, ordinal, series, status, version, number, title, notice_title, issuer, issued_on,
       addressees, period_start, period_end, period_certainty, warnings, span_start, span_end)
     select $1, $2, $3, $4, (select coalesce(max(version), 0) + 1 from document where series = $3),
       $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16
     returning id, version`,
    [entry.fileId, entry.ordinal, entry.series, entry.status, ...headValues(entry.document)],
  )
  return row ?? { id: 0, version: 0 }
}

/** Writes a new reading of the head; series and version stay, and what had been withdrawn comes back as a draft. */
export async function updateDocument(
  db: Db,
  id: number,
  ordinal: number,
  document: PlanDocument,
): Promise<void> {
  await db.query(
    `update document set ordinal = $2, number = $3, title = $4, notice_title = $5, issuer = $6, issued_on = $7,
       addressees = $8, period_start = $9, period_end = $10, period_certainty = $11, warnings = $12,
       span_start = $13, span_end = $14, status = case status when 'withdrawn' then 'draft' else status end
     where id = $1`,
    [id, ordinal, ...headValues(document)],
  )
}

function headValues(d: PlanDocument): unknown[] {
  return [
    d.number,
    d.title,
    d.noticeTitle,
    d.issuer,
    d.issuedOn,
    d.addressees,
    d.period?.start ?? null,
    d.period?.end ?? null,
    d.period?.certainty ?? null,
    jsonOf(d.warnings),
    d.source.start,
    d.source.end,
  ]
}

/** Makes a version the current one of its series: it goes live and every earlier version points to it. */
export async function publishDocument(db: Db, id: number): Promise<void> {
  await db.query(`update document set status = 'live' where id = $1 and status = 'draft'`, [id])
  await db.query(
    `update document old set replaced_by = new.id
     from document new
     where new.id = $1 and old.series = new.series and old.version < new.version and old.replaced_by is null`,
    [id],
  )
}

/** A document the file does not hold after all, now that it is read better. Its rows stay for what refers to them. */
export async function withdrawDocument(db: Db, id: number): Promise<void> {
  await db.query(`update document set status = 'withdrawn' where id = $1`, [id])
}

/** Moves a file's documents out of the way of the ordinals about to be written. */
export async function shiftOrdinals(db: Db, fileId: number): Promise<void> {
  await db.query('update document set ordinal = -1 - ordinal where file_id = $1 and ordinal >= 0', [fileId])
}

/** Says that what was read or corrected of the document changed: whoever keeps it in memory reads again. */
export async function touchDocument(db: Db, id: number, at: Date): Promise<void> {
  await db.query('update document set changed_at = $2 where id = $1', [id, at])
}
