import { expect, test } from 'vitest'
import { fuse } from '../../src/text/fuse.ts'

const scored = (scores: Readonly<Record<number, number>>) =>
  Object.entries(scores).map(([id, score]) => ({ id: Number(id), score }))

test.each([
  ['words alone keep their order', { 1: 9, 2: 5, 3: 1 }, {}, [1, 2, 3]],
  ['vectors alone keep theirs', {}, { 1: 0.2, 2: 0.9 }, [2, 1]],
  ['a weak vector does not topple a clear first', { 1: 9, 2: 4 }, { 2: 0.9, 1: 0.4 }, [1, 2]],
  ['a near clause settles a close race', { 1: 9, 2: 8.9 }, { 1: 0.2, 2: 0.9 }, [2, 1]],
  ['what only vectors find comes in below good words', { 1: 9, 2: 1 }, { 3: 0.9 }, [1, 3, 2]],
  ['words that match nothing count nothing', { 1: 0, 2: 0 }, { 2: 0.5 }, [2, 1]],
  ['nothing', {}, {}, []],
])('%s', (_, words, near, order) => {
  expect(fuse(scored(words), scored(near)).map((found) => found.id)).toEqual(order)
})
