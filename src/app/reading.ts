import { extractDocuments } from '../../ingest/extract.ts'
import { extractionJson } from '../../ingest/json.ts'
import { readFileSafely } from '../../ingest/read/safely.ts'
import type { RawFile } from '../../ingest/types.ts'
import type { PlanDocument } from '../domain/document.ts'

/** A file's bytes → the documents it holds. No database. Throws the `file-…` codes. */
export async function readDocuments(raw: RawFile): Promise<PlanDocument[]> {
  return extractDocuments(await readFileSafely(raw))
}

/** The form that `extract --json` prints. */
export const documentJson = extractionJson
