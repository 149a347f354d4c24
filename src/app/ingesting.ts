import { differenceText } from '../../ingest/difference-text.ts'
import { extractDocuments } from '../../ingest/extract.ts'
import { type IngestOptions, type IngestResult, ingest } from '../../ingest/ingest.ts'
import { readFileSafely } from '../../ingest/read/safely.ts'
import { publish } from '../../ingest/review.ts'
import type { RawFile } from '../../ingest/types.ts'
import type { Files } from '../chat/file.ts'
import type { Config } from '../config.ts'
import type { Db } from '../store/db.ts'

/** How the settings want files taken in. */
export const intakeOf = (config: Config): Pick<IngestOptions, 'mode' | 'allowInternal'> => ({
  mode: config.INGEST_MODE,
  allowInternal: config.INTERNAL_FILES === 'keep',
})

/** A file that a supervisor handed over in a chat, taken in as the settings say. */
export function ingestHanded(db: Db, config: Config): Files['ingest'] {
  return ({ name, bytes, by, now }) => ingestFile(db, { name, bytes }, { now, by, ...intakeOf(config) })
}

/** The ingest flow with its reader and its rules. Throws the `file-…` codes and `database`. */
export function ingestFile(db: Db, raw: RawFile, options: IngestOptions): Promise<IngestResult> {
  return ingest(raw, { db, read: readFileSafely, extract: extractDocuments }, options)
}

/** What a new version changed, as lines a person reads. */
export const differenceLines = differenceText

/** Lets a draft go live. Throws `not-found`, `bad-request`. */
export const publishDraft = publish
