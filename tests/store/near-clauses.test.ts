import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Embedder } from '../../src/embed/embedder.ts'
import { saveChunks } from '../../src/store/chunks.ts'
import { insertDocument, publishDocument } from '../../src/store/documents.ts'
import { clausesToEmbed, saveEmbeddings } from '../../src/store/embeddings.ts'
import { insertFile } from '../../src/store/files.ts'
import { findLexical } from '../../src/store/lexical.ts'
import { clausesWithVectors } from '../../src/store/near-clauses.ts'
import { tokensOf } from '../../src/text/tokens.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { makeDocument } from '../make-document.ts'

const ROADS = '新改建农村公路三百公里。'
const RURAL = '完成乡间道路提升，方便群众出行。'
const FISH = '扶持渔业养殖，发放补贴。'

/** Two meanings: roads, and everything else. */
const embedder: Embedder = {
  model: 'two',
  dimensions: 2,
  embed: async (texts) => texts.map((t) => Float32Array.from(/路|出行/.test(t) ? [1, 0] : [0, 1])),
}
const broken: Embedder = {
  ...embedder,
  embed: async () => {
    throw new Error('gone')
  },
}

let base: TestDatabase
beforeAll(async () => {
  base = await freshDatabase()
  const { db } = base
  const file = { name: 'a', format: 'txt', hash: 'a', body: '', addedAt: new Date(0), addedBy: null }
  const fileId = await insertFile(db, file)
  const document = makeDocument({ title: '方案' })
  const { id } = await insertDocument(db, { fileId, ordinal: 0, series: 'a', status: 'draft', document })
  const chunks = [FISH, RURAL, ROADS].map((text) => ({
    path: [],
    heading: '',
    text,
    source: { start: 0, end: text.length },
  }))
  await saveChunks(db, id, chunks)
  await publishDocument(db, id)
  const clauses = await clausesToEmbed(db, embedder.model, 10)
  const vectors = await embedder.embed(clauses.map((c) => c.text))
  await saveEmbeddings(
    db,
    embedder.model,
    clauses.map((c, i) => ({ id: c.id, vector: vectors[i] ?? new Float32Array(2) })),
  )
})
afterAll(() => base.close())

async function search(text: string, by: Embedder, asText = true) {
  const failures: unknown[] = []
  const lexical = (await findLexical(base.db)) ?? 'fulltext'
  const find = clausesWithVectors({ db: base.db, lexical, embedder: by, failed: (e) => failures.push(e) })
  const read = { documents: null, tokens: tokensOf(text), limit: 2 }
  const rows = await find(asText ? { ...read, text } : read)
  return { texts: rows.map((row) => row.text), failures: failures.length }
}

test('what is near in meaning comes in behind what is said', async () => {
  expect(await search('农村公路', embedder)).toEqual({ texts: [ROADS, RURAL], failures: 0 })
})

test('a failing model leaves the words', async () => {
  expect(await search('农村公路', broken)).toEqual({ texts: [ROADS], failures: 1 })
})

test('without the question in words there is no vector', async () => {
  expect(await search('农村公路', broken, false)).toEqual({ texts: [ROADS], failures: 0 })
})
