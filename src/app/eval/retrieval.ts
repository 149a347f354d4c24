import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Chunk } from '../../domain/document.ts'
import type { Embedder } from '../../embed/embedder.ts'
import { type Ranking, rankingOf } from '../../eval/ranking.ts'
import { saveChunks } from '../../store/chunks.ts'
import { insertDocument, publishDocument } from '../../store/documents.ts'
import { insertFile } from '../../store/files.ts'
import { tidyDatabase } from '../../store/tidy.ts'
import type { Session } from '../session.ts'
import type { Surroundings } from './questions.ts'
import { jsonLines } from './read-set.ts'
import { embedClauses, searchClauses } from './search.ts'
import { withThrowAway } from './throw-away.ts'

const ENTRY = z.object({ _id: z.string(), title: z.string().nullish(), text: z.string() })
type Entry = z.infer<typeof ENTRY>

/** A set of passages, queries, and which passage answers which query. */
export interface RetrievalSet {
  readonly name: string
  readonly entries: readonly Entry[]
  readonly queries: readonly { readonly text: string; readonly right: ReadonlySet<string> }[]
}

export interface RetrievalScores {
  readonly name: string
  readonly entries: number
  /** By leg: words alone, and words with vectors where a model is set. */
  readonly legs: Readonly<Record<string, Ranking>>
  /** Milliseconds of one search by words: median, and that of the slowest twentieth. */
  readonly p50: number
  readonly p95: number
}

/** Every `step`th query is taken, the passages always whole. */
export function readRetrievalSet(folder: string, step = 1): RetrievalSet {
  const right = new Map<string, Set<string>>()
  for (const line of readFileSync(join(folder, 'qrels.tsv'), 'utf8').trim().split('\n').slice(1)) {
    const [query = '', entry = ''] = line.trim().split('\t')
    right.set(query, (right.get(query) ?? new Set()).add(entry))
  }
  const queries = jsonLines(join(folder, 'queries.jsonl'), ENTRY).filter((_, i) => i % step === 0)
  return {
    name: basename(folder),
    entries: jsonLines(join(folder, 'corpus.jsonl'), ENTRY),
    queries: queries.map(({ _id, text }) => ({ text, right: right.get(_id) ?? new Set() })),
  }
}

/** Stores the passages as the product stores clauses and asks every query through the product's own search. */
export function scoreRetrieval(set: RetrievalSet, around: Surroundings): Promise<RetrievalScores> {
  return withThrowAway(around.config, async (session) => {
    await storeSet(session, set, around)
    const words = await ask(session, set, null)
    const both = around.embedder && (await askBoth(session, set, around.embedder))
    const times = [...words.times].sort((a, b) => a - b)
    const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
    const legs = { words: words.ranking, ...(both && { both: both.ranking }) }
    return { name: set.name, entries: set.entries.length, legs, p50: at(0.5), p95: at(0.95) }
  })
}

async function askBoth(session: Session, set: RetrievalSet, embedder: Embedder) {
  await embedClauses(session, embedder)
  return ask(session, set, embedder)
}

/** Passages per stored document: a set is far larger than any one plan. */
const PER_DOCUMENT = 500

/** A clause's span start is its place in the set: so it is found again. */
export async function storeSet(
  { db }: Session,
  { name, entries }: RetrievalSet,
  around: Surroundings,
): Promise<void> {
  for (let from = 0; from < entries.length; from += PER_DOCUMENT) {
    around.progress(`存入 ${name} ${from}/${entries.length}`)
    const title = `${name} ${from}`
    const file = { name: title, format: 'txt', hash: title, body: '', addedAt: around.now, addedBy: null }
    const chunks = entries.slice(from, from + PER_DOCUMENT).map((entry, i) => chunkOf(entry, from + i))
    await db.tx(async (tx) => {
      const fileId = await insertFile(tx, file)
      const document = { ...BLANK, title }
      const { id } = await insertDocument(tx, {
        fileId,
        ordinal: 0,
        series: title,
        status: 'draft',
        document,
      })
      await saveChunks(tx, id, chunks)
      await publishDocument(tx, id)
    })
  }
  await tidyDatabase(db)
}

const chunkOf = ({ title, text }: Entry, place: number): Chunk => ({
  path: [],
  heading: title ?? '',
  text,
  source: { start: place, end: place + 1 },
})

const BLANK = {
  number: null,
  noticeTitle: null,
  issuer: null,
  issuedOn: null,
  addressees: [],
  period: null,
  goals: [],
  stages: [],
  duties: [],
  roster: [],
  indicators: [],
  groups: [],
  otherNames: [],
  tasks: [],
  sections: [],
  chunks: [],
  warnings: [],
  source: { start: 0, end: 0 },
} as const

async function ask(session: Session, { entries, queries }: RetrievalSet, embedder: Embedder | null) {
  const found: string[][] = []
  const times: number[] = []
  for (const { text } of queries) {
    const began = performance.now()
    const clauses = await searchClauses(session, text, embedder)
    times.push(performance.now() - began)
    found.push(clauses.map((clause) => entries[clause.source.start]?._id ?? ''))
  }
  return {
    ranking: rankingOf(
      found,
      queries.map((query) => query.right),
    ),
    times,
  }
}
