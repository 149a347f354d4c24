import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractDocuments } from '../../ingest/extract.ts'
import { extractionJson } from '../../ingest/json.ts'
import type { ReadFile } from '../../ingest/types.ts'

export const CASES = join(import.meta.dirname, 'cases')

export const caseNames = (): string[] => readdirSync(CASES).toSorted()

export const textFile = (text: string): ReadFile => ({
  name: 'case.txt',
  format: 'txt',
  text,
  tables: [],
  drop: [],
  warnings: [],
})

export const sourceText = (name: string): string => readFileSync(join(CASES, name, 'source.txt'), 'utf8')

/** What a person checks: everything the extraction prints, without offsets (those have a test of their own). */
export function recorded(name: string): unknown {
  const documents = extractDocuments(textFile(sourceText(name))).map(extractionJson)
  const text = JSON.stringify(documents, (key, value) =>
    ['source', 'units', 'deadlineSource', 'sources'].includes(key) ? undefined : value,
  )
  return JSON.parse(text)
}
