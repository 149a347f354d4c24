import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A retrieval set on disk: corpus.jsonl {_id, title?, text}, queries.jsonl {_id, text}, qrels.tsv. */
export interface RetrievalSet {
  readonly name: string
  readonly documents: readonly { readonly _id: string; readonly title?: string; readonly text: string }[]
  readonly queries: readonly { readonly text: string; readonly right: ReadonlySet<string> }[]
}

const BENCH = resolve(import.meta.dirname, '../../../shared/bench')

/** null where the set is not on this machine. Every `step`th query is taken. */
export function loadSet(name: string, step = 1): RetrievalSet | null {
  const folder = join(BENCH, name)
  if (!existsSync(folder)) return null
  const lines = (file: string) => readFileSync(join(folder, file), 'utf8').trim().split('\n')
  const right = new Map<string, Set<string>>()
  for (const line of lines('qrels.tsv').slice(1)) {
    const [query = '', document = ''] = line.split('\t')
    right.set(query, (right.get(query) ?? new Set()).add(document))
  }
  const queries = lines('queries.jsonl').map((line) => JSON.parse(line) as { _id: string; text: string })
  return {
    name,
    documents: lines('corpus.jsonl').map((line) => JSON.parse(line)),
    queries: queries
      .filter((_, i) => i % step === 0)
      .map(({ _id, text }) => ({ text, right: right.get(_id) ?? new Set() })),
  }
}
