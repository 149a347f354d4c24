import { expect, test } from 'vitest'
import { fuse } from '../../src/text/fuse.ts'

const BLANK = { heading: '', text: '无关' }

/** Clauses by name, as the two searches scored them. */
function order(words: Readonly<Record<string, number>>, near: Readonly<Record<string, number>>): string {
  const names = [...new Set([...Object.keys(words), ...Object.keys(near)])]
  const found = names.map((name) => ({ name, ...BLANK, words: words[name] ?? 0, near: near[name] ?? 0 }))
  return fuse(['航线'], found)
    .map(({ name }) => name)
    .join('')
}

test.each([
  ['words alone keep their order', { a: 9, b: 5, c: 1 }, {}, 'abc'],
  ['vectors alone keep theirs', {}, { a: 0.2, b: 0.9 }, 'ba'],
  ['a weak vector does not topple a clear first', { a: 9, b: 4 }, { b: 0.9, a: 0.4 }, 'ab'],
  ['a near clause settles a close race', { a: 9, b: 8.9 }, { a: 0.2, b: 0.9 }, 'ba'],
  ['what only vectors find comes in below good words', { a: 9, b: 1 }, { c: 0.9 }, 'acb'],
  ['words that match nothing count nothing', { a: 0, b: 0 }, { b: 0.5 }, 'ba'],
  ['nothing', {}, {}, ''],
])('%s', (_, words, near, expected) => {
  expect(order(words, near)).toBe(expected)
})

const LONG = '低空经济加快发展。物流园区建成。监管平台上线。航线逐步加密。'
const SHORT = '低空物流航线开通6条。'

test('a sentence that says it whole comes before a text that says it in pieces', () => {
  const found = [LONG, SHORT].map((text, i) => ({ heading: '', text, words: 10 - i, near: 0 }))
  expect(fuse(['低空', '物流', '航线'], found).map(({ text }) => text)).toEqual([SHORT, LONG])
})
