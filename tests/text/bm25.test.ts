import { expect, test } from 'vitest'
import { bm25 } from '../../src/text/bm25.ts'

const scores = (question: string, ...texts: readonly string[]) =>
  bm25(
    question.split(' '),
    texts.map((text) => text.split(' ')),
  )
/** Places of the texts, best first. */
const order = (question: string, ...texts: readonly string[]) => {
  const scored = scores(question, ...texts)
  return scored.map((_, i) => i).sort((a, b) => scored[b]! - scored[a]!)
}

test.each([
  ['a rare word beats a common one', '航线 建设', ['建设 基站', '航线 开通', '建设 公路'], [1, 0, 2]],
  ['a short text beats a long one', '航线', ['航线 开通 物流 园区 提升 服务', '航线 开通'], [1, 0]],
  ['more often counts more', '航线', ['航线 开通 公路', '航线 航线 公路'], [1, 0]],
  ['asked twice counts twice', '航线 航线 公路', ['公路 开通', '航线 开通'], [1, 0]],
])('%s', (_, question, texts, expected) => {
  expect(order(question, ...texts)).toEqual(expected)
})

test('by the formula: ln(1 + 1.5 / 1.5) of two texts, one of which has it, at its mean length', () => {
  expect(scores('航线', '航线 开通', '公路 养护')).toEqual([Math.log(2), 0])
})

test('nothing asked, nothing to search', () => {
  expect(bm25(['航线'], [])).toEqual([])
  expect(bm25([], [['航线']])).toEqual([0])
})
