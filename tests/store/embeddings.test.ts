import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveChunks } from '../../src/store/chunks.ts'
import { insertDocument, publishDocument } from '../../src/store/documents.ts'
import { clausesToEmbed, nearestClauses, saveEmbeddings } from '../../src/store/embeddings.ts'
import { insertFile } from '../../src/store/files.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { makeDocument } from '../make-document.ts'

let base: TestDatabase
let documentId = 0
beforeAll(async () => {
  base = await freshDatabase()
  const file = { name: 'a', format: 'txt', hash: 'a', body: '', addedAt: new Date(0), addedBy: null }
  const fileId = await insertFile(base.db, file)
  const entry = { fileId, ordinal: 0, series: 'a', status: 'draft' as const, document: makeDocument() }
  documentId = (await insertDocument(base.db, entry)).id
  await publishDocument(base.db, documentId)
  await write('低空航线', '农村公路', '基站建设')
})
afterAll(() => base.close())

const write = (...texts: readonly string[]) =>
  saveChunks(
    base.db,
    documentId,
    texts.map((text) => ({ path: [], heading: '一、任务', text, source: { start: 0, end: 4 } })),
  )
const near = (vector: readonly number[], documents: readonly number[] | null = null) =>
  nearestClauses(base.db, { model: 'm', vector: Float32Array.from(vector), documents, limit: 2 })

test('clauses without a vector are offered, then found by nearness', async () => {
  const open = await clausesToEmbed(base.db, 'm', 10)
  expect(open.map((c) => c.text)).toEqual(['一、任务 低空航线', '一、任务 农村公路', '一、任务 基站建设'])
  const vectors = [
    [1, 0],
    [0, 1],
    [0.6, 0.8],
  ]
  const rows = open.map(({ id }, i) => ({ id, vector: Float32Array.from(vectors[i] ?? []) }))
  await saveEmbeddings(base.db, 'm', rows)
  expect(await clausesToEmbed(base.db, 'm', 10)).toEqual([])
  expect((await near([1, 0])).map((c) => c.id)).toEqual([open[0]?.id, open[2]?.id])
  expect((await near([1, 0]))[0]?.near).toBeCloseTo(1)
  expect(await near([1, 0], [documentId + 1])).toEqual([])
})

test('a vector of another length finds nothing and breaks nothing', async () => {
  expect(await near([1, 0, 0])).toEqual([])
})

test('a clause whose words changed is offered again, the others keep theirs', async () => {
  await write('低空航线', '农村公路提档', '基站建设')
  expect((await clausesToEmbed(base.db, 'm', 10)).map((c) => c.text)).toEqual(['一、任务 农村公路提档'])
})
