import { expect, test } from 'vitest'
import { score } from '../../src/eval/ranking.ts'
import { measure } from './retrieval.ts'
import { loadSet } from './retrieval-set.ts'

test('scores', () => {
  const right = [new Set(['a']), new Set(['b']), new Set(['c'])]
  expect(score([['a', 'x'], ['x', 'b'], ['x']], right)).toEqual({ hit1: 1 / 3, recall10: 2 / 3, mrr10: 0.5 })
})

const set = loadSet('cmrc2018', 40)

/** A fortieth of the queries: enough to see a broken index or tokeniser, a few seconds. The floors are the script's. */
test.skipIf(set === null)('the store finds what is asked for', { timeout: 60_000 }, async () => {
  const { words } = await measure(set!, null)
  expect(words.hit1).toBeGreaterThan(0.94)
  expect(words.recall10).toBeGreaterThan(0.98)
})
