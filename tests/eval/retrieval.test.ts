import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readRetrievalSet, scoreRetrieval } from '../../src/app/eval/retrieval.ts'
import { loadConfig } from '../../src/config.ts'
import { rankingOf } from '../../src/eval/ranking.ts'

test('shares of queries', () => {
  const right = [new Set(['a']), new Set(['b']), new Set(['c'])]
  const ranking = { hit1: 1 / 3, recall10: 2 / 3, mrr10: 0.5, queries: 3 }
  expect(rankingOf([['a', 'x'], ['x', ['y', 'b']], ['x']], right)).toEqual(ranking)
})

test('the eleventh place is none', () => {
  const ten = Array.from({ length: 10 }, (_, i) => `x${i}`)
  expect(rankingOf([[...ten, 'a']], [new Set(['a'])])).toEqual({ hit1: 0, recall10: 0, mrr10: 0, queries: 1 })
})

const CMRC = resolve(import.meta.dirname, '../../../shared/bench/cmrc2018')

/** A fortieth of the queries: enough to see a broken index or tokeniser. The floors are those of `duban eval`. */
test.skipIf(!existsSync(CMRC))('the store finds what is asked for', { timeout: 60_000 }, async () => {
  const around = { config: loadConfig({}), embedder: null, now: new Date(0), progress: () => {} }
  const { legs } = await scoreRetrieval(readRetrievalSet(CMRC, 40), around)
  expect(legs.words?.hit1).toBeGreaterThan(0.94)
  expect(legs.words?.recall10).toBeGreaterThan(0.98)
})
