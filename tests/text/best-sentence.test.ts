import { expect, test } from 'vitest'
import { saidAtOnce } from '../../src/text/best-sentence.ts'

const said = (tokens: readonly string[], ...texts: readonly string[]) =>
  saidAtOnce(
    tokens,
    texts.map((text) => ({ heading: '', text })),
  )

test('the sentence that says most counts, not the text as a whole', () => {
  const [apart, together] = said(['物流', '航线'], '物流园区。航线加密。', '前言。物流航线开通。')
  expect([apart, together]).toEqual([0.5, 1])
})

test('a word that few of the texts have weighs more', () => {
  const [common, rare] = said(['航线', '直升'], '航线。', '航线。直升机。', '航线。')
  expect(common).toBeLessThan(rare!)
})

test('what no text has counts for none of them', () => {
  expect(said(['航线', '奥运'], '航线开通。')).toEqual([1])
  expect(said(['奥运'], '航线开通。', '')).toEqual([0, 0])
  expect(said([], '航线开通。')).toEqual([0])
  expect(saidAtOnce(['航线'], [])).toEqual([])
})

test('a sentence is read under its heading', () => {
  const texts = [
    { heading: '低空经济', text: '开通航线。' },
    { heading: '农村公路', text: '低空提及。开通航线。' },
  ]
  expect(saidAtOnce(['低空', '航线'], texts)[0]).toBe(1)
  expect(saidAtOnce(['低空', '航线'], texts)[1]).toBeLessThan(1)
})

test('tokens of dictionary words and of full-width text are read as they are written', () => {
  expect(said(['w航线', '5g'], '航线５Ｇ覆盖。')).toEqual([1])
})
