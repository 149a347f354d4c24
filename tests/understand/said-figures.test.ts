import { expect, test } from 'vitest'
import { readSlots } from '../../src/understand/read.ts'
import { LEXICON, LIAISON, TODAY } from './lexicon.ts'

const slotsOf = (text: string) => readSlots(text, { viewer: LIAISON, today: TODAY, lexicon: LEXICON }).slots

test.each([
  ['航线工作报告说10条，2号建议案要几条', '航线', [1, 5]],
  ['算力工作报告4500P，11号文到2027年要多少', '算力', [1, 4]],
  ['绿道报告里写的增长20%以上，9号文定多少', '绿道', [1, 2]],
  ['口袋公园报告里第几条，9号文第几条', '口袋公园', [1, 2]],
  // of one document alone a figure is what is sought
  ['绿道工作报告30公里，谁牵头', '绿道 30公里', [1]],
  ['航线的检查报告写10条，9号文几条', '航线 检查报告', [2]],
])('%s: the matter is %s', (text, topic, documents) => {
  const slots = slotsOf(text)
  expect(slots.topics).toEqual([topic])
  expect([...(slots.documents?.ids ?? [])].sort()).toEqual(documents)
})
