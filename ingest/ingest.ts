import { createHash } from 'node:crypto'
import type { Difference } from '../src/domain/difference.ts'
import type { PlanDocument, Warning } from '../src/domain/document.ts'
import { seriesWithin } from '../src/domain/series.ts'
import { AppError } from '../src/errors.ts'
import type { Db } from '../src/store/db.ts'
import {
  documentsOfFile,
  type StoredDocument,
  shiftOrdinals,
  withdrawDocument,
} from '../src/store/documents.ts'
import { findFile, insertFile, lockWriting, updateFileBody } from '../src/store/files.ts'
import { countTasks } from '../src/store/tasks.ts'
import type { RawFile, ReadFile } from './types.ts'
import { type WrittenDocument, writeDocument } from './write.ts'

/** What ingest needs of the outside. */
export interface IngestDeps {
  readonly db: Db
  /** Bytes → text with tables. Throws AppError `file-*`. */
  readonly read: (raw: RawFile, options: { readonly allowInternal: boolean }) => Promise<ReadFile>
  readonly extract: (file: ReadFile) => readonly PlanDocument[]
}

export interface IngestOptions {
  readonly now: Date
  /** The person who hands the file in. */
  readonly by: number | null
  /** A supervisor has said that a file marked 内部 may be kept. */
  readonly allowInternal: boolean
  /** live: answers speak from it at once; draft: it waits for `publish`. */
  readonly mode: 'live' | 'draft'
  /** Read a file that is already known once more, after the rules changed. */
  readonly again?: boolean
}

export interface IngestResult {
  /** unchanged: the very bytes are known; added: new, maybe as new versions; reread: `again`. */
  readonly kind: 'unchanged' | 'added' | 'reread'
  readonly fileId: number
  readonly documents: readonly IngestedDocument[]
}

export interface IngestedDocument {
  readonly id: number
  readonly number: string | null
  readonly title: string
  readonly version: number
  readonly status: StoredDocument['status']
  readonly tasks: number
  /** Against the version or reading before; null where there is none or nothing was written. */
  readonly difference: Difference | null
  readonly warnings: readonly Warning[]
  /** Unit names the registry did not know, now waiting for a supervisor's word. */
  readonly proposed: readonly string[]
}

/**
 * A file into the database, whole or not at all. The same bytes twice change nothing; a changed file of a known
 * document becomes its next version, and the old one stays readable. Throws AppError `file-*` or `database`.
 */
export async function ingest(raw: RawFile, deps: IngestDeps, options: IngestOptions): Promise<IngestResult> {
  const hash = createHash('sha256').update(raw.bytes).digest('hex')
  const known = await findFile(deps.db, hash)
  if (known !== null && !options.again) return unchanged(deps.db, known.id)
  const file = await deps.read(raw, { allowInternal: options.allowInternal })
  const documents = deps.extract(file)
  if (documents.every((d) => d.title === '')) throw noDocument(raw.name)
  return deps.db.tx(async (tx) => {
    await lockWriting(tx)
    const now = await findFile(tx, hash)
    if (now !== null && !options.again) return unchanged(tx, now.id)
    if (now !== null) return reread(tx, { fileId: now.id, file, documents, options })
    const fileId = await insertFile(tx, {
      name: raw.name,
      format: file.format,
      hash,
      body: file.text,
      addedAt: options.now,
      addedBy: options.by,
    })
    const written = await writeAll(tx, { fileId, documents, existing: [], options })
    return { kind: 'added', fileId, documents: written }
  })
}

const noDocument = (name: string): AppError =>
  new AppError(
    'file-no-text',
    `文件“${name}”里没有读出公文正文，没有入库。请确认内容是完整的通知或方案；若是扫描件，请先做文字识别。`,
  )

async function unchanged(db: Db, fileId: number): Promise<IngestResult> {
  const documents = await documentsOfFile(db, fileId)
  const heads = await Promise.all(documents.map((d) => headOf(db, d)))
  return { kind: 'unchanged', fileId, documents: heads }
}

async function headOf(db: Db, d: StoredDocument): Promise<IngestedDocument> {
  const { id, number, title, version, status, warnings } = d
  const tasks = await countTasks(db, id)
  return { id, number, title, version, status, warnings, tasks, difference: null, proposed: [] }
}

interface Writing {
  readonly fileId: number
  readonly documents: readonly PlanDocument[]
  readonly existing: readonly StoredDocument[]
  readonly options: IngestOptions
}

async function reread(
  db: Db,
  again: Omit<Writing, 'existing'> & { readonly file: ReadFile },
): Promise<IngestResult> {
  const { fileId } = again
  const existing = await documentsOfFile(db, fileId)
  await updateFileBody(db, fileId, again.file.text)
  await shiftOrdinals(db, fileId)
  const documents = await writeAll(db, { ...again, existing })
  const kept = new Set(documents.map((d) => d.id))
  for (const gone of existing) if (!kept.has(gone.id)) await withdrawDocument(db, gone.id)
  return { kind: 'reread', fileId, documents }
}

async function writeAll(db: Db, writing: Writing): Promise<IngestedDocument[]> {
  const series = seriesWithin(writing.documents)
  const rows = sameDocuments(writing.documents, series, writing.existing)
  const written: IngestedDocument[] = []
  for (const [ordinal, document] of writing.documents.entries()) {
    const existing = rows[ordinal] ?? null
    const status = statusOf(existing, writing.options.mode)
    const { fileId, options } = writing
    const entry = await writeDocument(db, document, {
      fileId,
      ordinal,
      series: series[ordinal] ?? '',
      status,
      now: options.now,
      existing,
    })
    written.push(resultOf(entry, status))
  }
  return written
}

/** Reading again never publishes what still waits for a supervisor's word. */
function statusOf(existing: StoredDocument | null, mode: IngestOptions['mode']): 'draft' | 'live' {
  return existing === null || existing.status === 'withdrawn' ? mode : existing.status
}

/** Which stored document of the file each one is: by series, else by its place in the file. */
function sameDocuments(
  documents: readonly PlanDocument[],
  series: readonly string[],
  existing: readonly StoredDocument[],
): readonly (StoredDocument | null)[] {
  const left = new Set(existing)
  const take = (found: StoredDocument | undefined): StoredDocument | null => {
    if (found !== undefined) left.delete(found)
    return found ?? null
  }
  const bySeries = documents.map((_, i) => take([...left].find((d) => d.series === series[i])))
  return bySeries.map((found, i) => found ?? take([...left].find((d) => d.ordinal === i)))
}

function resultOf(entry: WrittenDocument, status: 'live' | 'draft'): IngestedDocument {
  const { id, version, document, difference, proposed, ambiguous } = entry
  const unclear = ambiguous.map((name) => ({
    at: document.source.start,
    message: `单位“${name}”在名录里对得上几个单位，没有认定是哪一个，请核对。`,
  }))
  return {
    id,
    version,
    status,
    difference,
    proposed,
    number: document.number,
    title: document.title,
    tasks: document.tasks.length,
    warnings: [...document.warnings, ...unclear],
  }
}
