import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveChunks } from '../../src/store/chunks.ts'
import { insertDocument, publishDocument } from '../../src/store/documents.ts'
import { insertFile } from '../../src/store/files.ts'
import { findLexical, type LexicalKind } from '../../src/store/lexical.ts'
import { readClauses } from '../../src/store/read-clauses.ts'
import { tokensOf } from '../../src/text/tokens.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { makeDocument } from '../make-document.ts'

const CLAUSES = [
  '新开通低空物流航线6条，培育低空观光线路。',
  '建设5G基站2700个，实现重点场所连续覆盖。',
  '提升农村公路养护水平，完成危桥改造40座。',
  '加强低空飞行服务保障，完善低空监管制度，低空经济规模持续扩大。',
  '推进政务服务一网通办，压减办理时限。',
]
const OTHER = ['低空物流航线纳入年度考核。']

let base: TestDatabase
let kinds: readonly LexicalKind[]
let other = 0
beforeAll(async () => {
  base = await freshDatabase()
  const kind = await findLexical(base.db)
  kinds = kind === 'bm25' ? ['bm25', 'fulltext'] : ['fulltext']
  await add('a', CLAUSES)
  other = await add('b', OTHER)
})
afterAll(() => base.close())

async function add(name: string, clauses: readonly string[]): Promise<number> {
  const { db } = base
  const file = { name, format: 'txt', hash: name, body: '', addedAt: new Date(0), addedBy: null }
  const fileId = await insertFile(db, file)
  const document = makeDocument({ title: name })
  const row = await insertDocument(db, { fileId, ordinal: 0, series: name, status: 'draft', document })
  const chunks = clauses.map((text) => ({
    path: [],
    heading: '',
    text,
    source: { start: 0, end: text.length },
  }))
  await saveChunks(db, row.id, chunks)
  await publishDocument(db, row.id)
  return row.id
}

/** Both ways of ranking, where the server has both: what one finds first the other does too. */
describe.each(['bm25', 'fulltext'] as const)('ranking by %s', (kind) => {
  const find = (question: string, documents: readonly number[] | null = null) =>
    readClauses(base.db, kind, { documents, tokens: tokensOf(question), limit: 3 })

  test.each([
    ['5G基站建多少', CLAUSES[1]],
    ['危桥改造', CLAUSES[2]],
    ['一网通办', CLAUSES[4]],
    ['低空监管', CLAUSES[3]],
  ])('%s', async (question, clause) => {
    if (!kinds.includes(kind)) return
    expect((await find(question))[0]?.text).toBe(clause)
  })

  test('within a document', async () => {
    if (!kinds.includes(kind)) return
    expect((await find('低空物流航线', [other])).map((c) => c.text)).toEqual(OTHER)
  })

  test('within a document, nothing but what holds a word', async () => {
    if (!kinds.includes(kind)) return
    expect(await find('危桥改造', [other])).toEqual([])
  })

  test('within many documents, and beside many clauses that are no longer in force', async () => {
    if (!kinds.includes(kind)) return
    const gone = await add(`gone ${kind}`, Array(9).fill('低空物流航线。'))
    await base.db.query(`update document set status = 'withdrawn' where id = $1`, [gone])
    const many = [other, gone, ...[91, 92, 93, 94].map((n) => n + gone)]
    expect((await find('低空物流航线', many)).map((c) => c.text)).toEqual(OTHER)
    expect((await find('低空物流航线')).map((c) => c.text)).toEqual(expect.arrayContaining(OTHER))
  })

  test('nothing that holds none of the words', async () => {
    if (!kinds.includes(kind)) return
    expect(await find('奥运会')).toEqual([])
  })
})
