import { expect, test } from 'vitest'
import { score } from '../../src/eval/ranking.ts'
import { measure } from './retrieval.ts'
import { loadSet, type RetrievalSet } from './retrieval-set.ts'

test('scores', () => {
  const right = [new Set(['a']), new Set(['b']), new Set(['c'])]
  expect(score([['a', 'x'], ['x', 'b'], ['x']], right)).toEqual({ hit1: 1 / 3, recall10: 2 / 3, mrr10: 0.5 })
})

/** A quarter of the documents and some of their queries: enough to see a broken index or tokeniser in seconds. */
function sample(): RetrievalSet | null {
  const whole = loadSet('cmrc2018', 20)
  if (whole === null) return null
  const documents = whole.documents.slice(0, 300)
  const ids = new Set(documents.map((d) => d._id))
  return { ...whole, documents, queries: whole.queries.filter((q) => [...q.right].some((id) => ids.has(id))) }
}
const set = sample()

/** The floors that count are the script's; with fewer documents to tell apart these must be higher still. */
test.skipIf(set === null)('the store finds what is asked for', { timeout: 60_000 }, async () => {
  const { words } = await measure(set!, null)
  expect(words.hit1).toBeGreaterThanOrEqual(0.96)
  expect(words.recall10).toBeGreaterThanOrEqual(0.99)
})
