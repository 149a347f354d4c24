import { differenceText } from '../../ingest/difference-text.ts'
import { extractDocuments } from '../../ingest/extract.ts'
import { type IngestOptions, type IngestResult, ingest } from '../../ingest/ingest.ts'
import { readFileSafely } from '../../ingest/read/safely.ts'
import type { RawFile } from '../../ingest/types.ts'
import type { Files } from '../chat/file.ts'
import type { Db } from '../store/db.ts'

/** A file that a supervisor handed over in a chat: answers speak from it at once, as with the command. */
export function ingestHanded(db: Db): Files['ingest'] {
  return ({ name, bytes, by, now }) =>
    ingestFile(db, { name, bytes }, { now, by, allowInternal: false, mode: 'live' })
}

/** The ingest flow with its reader and its rules. Throws the `file-…` codes and `database`. */
export function ingestFile(db: Db, raw: RawFile, options: IngestOptions): Promise<IngestResult> {
  return ingest(raw, { db, read: readFileSafely, extract: extractDocuments }, options)
}

/** What a new version changed, as lines a person reads. */
export const differenceLines = differenceText
