import { differenceText } from '../../ingest/difference-text.ts'
import { extractDocuments } from '../../ingest/extract.ts'
import { type IngestOptions, type IngestResult, ingest } from '../../ingest/ingest.ts'
import { readFileSafely } from '../../ingest/read/safely.ts'
import type { RawFile } from '../../ingest/types.ts'
import type { Db } from '../store/db.ts'

/** The ingest flow with its reader and its rules. Throws the `file-…` codes and `database`. */
export function ingestFile(db: Db, raw: RawFile, options: IngestOptions): Promise<IngestResult> {
  return ingest(raw, { db, read: readFileSafely, extract: extractDocuments }, options)
}

/** What a new version changed, as lines a person reads. */
export const differenceLines = differenceText
