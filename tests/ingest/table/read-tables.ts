import { cleanFile } from '../../../ingest/clean.ts'
import { readTaskTables } from '../../../ingest/extract/table/task-table.ts'
import type { Draft } from '../../../ingest/extract/task.ts'
import { readFile } from '../../../ingest/read/read.ts'
import { splitDocuments } from '../../../ingest/split.ts'
import type { DocumentLines, RawFile } from '../../../ingest/types.ts'

export async function linesOf(file: RawFile | string): Promise<DocumentLines> {
  const raw = typeof file === 'string' ? { name: '文件.txt', bytes: new TextEncoder().encode(file) } : file
  return splitDocuments(cleanFile(await readFile(raw)))[0]!
}

/** 1|section|title|text|牵头:…|责任:…|配合:…|time, inherited units with *. */
export function show(draft: Draft): string {
  const of = (role: string) =>
    draft.units
      .filter((u) => u.role === role)
      .map((u) => u.unit.name + (u.unit.certainty === 'stated' ? '' : '*'))
      .join('、')
  return [
    draft.no,
    draft.section,
    draft.title ?? '',
    draft.text.text,
    of('lead'),
    of('responsible'),
    of('supporting'),
    draft.time?.text ?? '',
  ].join('|')
}

export const tasksOf = async (file: RawFile | string): Promise<string[]> =>
  readTaskTables(await linesOf(file)).drafts.map(show)
