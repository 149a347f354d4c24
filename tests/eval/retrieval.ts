import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Embedder } from '../../src/embed/embedder.ts'
import { openEmbedder } from '../../src/embed/open-embedder.ts'
import { type Score, score } from '../../src/eval/ranking.ts'
import { saveChunks } from '../../src/store/chunks.ts'
import type { Db } from '../../src/store/db.ts'
import { insertDocument, publishDocument } from '../../src/store/documents.ts'
import { clausesToEmbed, nearestClauses, saveEmbeddings } from '../../src/store/embeddings.ts'
import { insertFile } from '../../src/store/files.ts'
import { findLexical, type LexicalKind } from '../../src/store/lexical.ts'
import { readClauses } from '../../src/store/read-clauses.ts'
import { scoreClauses } from '../../src/store/score-clauses.ts'
import { fuse } from '../../src/text/fuse.ts'
import { tokensOf } from '../../src/text/tokens.ts'
import { freshDatabase } from '../database.ts'
import { makeDocument } from '../make-document.ts'
import { loadSet, type RetrievalSet } from './retrieval-set.ts'

/** Clauses per stored document: a set is far larger than any one plan. */
const PER_DOCUMENT = 500
/** How deep each leg is read before the two are fused, as in the product. */
const DEPTH = 40

export interface Measured {
  readonly words: Score
  /** Words and vectors together; null without an embedder. */
  readonly both: Score | null
  /** Milliseconds of one search by words: median, and that of the slowest twentieth. */
  readonly p50: number
  readonly p95: number
}

/** Stores the set as the product stores clauses, asks every query through the product's own search. */
export async function measure(set: RetrievalSet, embedder: Embedder | null): Promise<Measured> {
  const { db, close } = await freshDatabase()
  try {
    await store(db, set)
    if (embedder !== null) await embedAll(db, embedder)
    return await ask(db, set, embedder)
  } finally {
    await close()
  }
}

/** A clause's span start is its place in the set: so it is found again. */
async function store(db: Db, { documents }: RetrievalSet): Promise<void> {
  for (let from = 0; from < documents.length; from += PER_DOCUMENT) {
    const name = `part ${from}`
    const file = { name, format: 'txt', hash: name, body: '', addedAt: new Date(0), addedBy: null }
    const fileId = await insertFile(db, file)
    const document = makeDocument({ title: name })
    const row = await insertDocument(db, { fileId, ordinal: 0, series: name, status: 'draft', document })
    const chunks = documents.slice(from, from + PER_DOCUMENT).map(({ title = '', text }, i) => ({
      path: [],
      heading: title,
      text,
      source: { start: from + i, end: from + i + 1 },
    }))
    await saveChunks(db, row.id, chunks)
    await publishDocument(db, row.id)
  }
  await db.query('analyze')
}

async function embedAll(db: Db, embedder: Embedder): Promise<void> {
  for (;;) {
    const clauses = await clausesToEmbed(db, embedder.model, 1000)
    if (clauses.length === 0) return
    const vectors = await embedder.embed(clauses.map((c) => c.text))
    const rows = clauses.map(({ id }, i) => ({ id, vector: vectors[i] ?? new Float32Array() }))
    await saveEmbeddings(db, embedder.model, rows)
  }
}

async function ask(db: Db, set: RetrievalSet, embedder: Embedder | null): Promise<Measured> {
  const legs: Legs = { db, kind: (await findLexical(db)) ?? 'fulltext', embedder }
  const ids = await placesById(db, set)
  const found = { words: [] as string[][], both: [] as string[][] }
  const times: number[] = []
  for (const { text } of set.queries) {
    const began = performance.now()
    const tokens = tokensOf(text)
    const clauses = await readClauses(db, legs.kind, { documents: null, tokens, limit: DEPTH })
    times.push(performance.now() - began)
    const words = clauses.map((c) => c.id)
    found.words.push(words.map((id) => ids.get(id) ?? ''))
    if (embedder !== null) found.both.push((await both(legs, text, words)).map((id) => ids.get(id) ?? ''))
  }
  const right = set.queries.map((q) => q.right)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  const fused = embedder === null ? null : score(found.both, right)
  return { words: score(found.words, right), both: fused, p50: at(0.5), p95: at(0.95) }
}

interface Legs {
  readonly db: Db
  readonly kind: LexicalKind
  readonly embedder: Embedder | null
}

/** Finds of the words and of the vectors, each scored by both. */
async function both({ db, kind, embedder }: Legs, text: string, words: readonly number[]): Promise<number[]> {
  const [vector] = (await embedder?.embed([text], 'query')) ?? []
  if (embedder === null || vector === undefined) return [...words]
  const { model } = embedder
  const near = await nearestClauses(db, { model, vector, documents: null, limit: DEPTH })
  const ids = [...new Set([...words, ...near.map((n) => n.id)])]
  return fuse(await scoreClauses(db, kind, { tokens: tokensOf(text), ids }), near).map((f) => f.id)
}

async function placesById(db: Db, set: RetrievalSet): Promise<ReadonlyMap<number, string>> {
  const rows = await db.query<{ id: number; place: number }>('select id, span_start as place from chunk')
  return new Map(rows.map(({ id, place }) => [id, set.documents[place]?._id ?? '']))
}

const FLOORS: Readonly<Record<string, readonly [hit1: number, recall10: number]>> = {
  'law-articles': [0.6, 0.8],
  cmrc2018: [0.965, 0.996],
}

/** `node tests/eval/retrieval.ts [set…]`: prints a line a set and leg; exit 1 below a floor. */
async function main(names: readonly string[]): Promise<void> {
  const modelDir = resolve(import.meta.dirname, '../../../shared/models/zh-static-128')
  const off = { baseUrl: null, apiKey: null, model: null, dimensions: 0 }
  const embedder = existsSync(modelDir) ? await openEmbedder({ ...off, modelDir }) : null
  for (const name of names.length > 0 ? names : Object.keys(FLOORS)) {
    const set = loadSet(name)
    if (set === null) console.log(`${name}: not on this machine`)
    else print(name, await measure(set, embedder))
  }
}

function print(name: string, { words, both, p50, p95 }: Measured): void {
  const line = (s: Score) => [s.hit1, s.recall10, s.mrr10].map((x) => x.toFixed(3)).join(' / ')
  console.log(
    `${name} words  hit@1 / recall@10 / MRR@10  ${line(words)}  p50 ${p50.toFixed(1)} ms p95 ${p95.toFixed(1)} ms`,
  )
  if (both !== null) console.log(`${name} words + vectors                    ${line(both)}`)
  const [hit1, recall10] = FLOORS[name] ?? [0, 0]
  const rounded = (x: number) => Math.round(x * 1000) / 1000
  const isLow = [words, both ?? words].some((s) => rounded(s.hit1) < hit1 || rounded(s.recall10) < recall10)
  if (isLow) process.exitCode = 1
}

if (import.meta.main) await main(process.argv.slice(2))
