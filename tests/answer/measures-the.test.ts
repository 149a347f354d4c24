import { expect, test } from 'vitest'
import { measuresThe } from '../../src/answer/speaks-of.ts'

/** What is measured stands ahead of its measure, in one stretch of the text. */
test.each([
  ['规上工业增加值', '规上工业增加值增长6%', true],
  ['规上工业增加值', '核心产业增加值增长10%，规上工业企业覆盖率80%', false],
  ['网络零售额', '网络零售额突破500亿元', true],
  ['农产品产量', '粮食产量稳定，农产品品牌50个', false],
  ['充电桩', '建充电桩500个', true],
])('%s in %s: %s', (topic, text, told) => {
  expect(measuresThe(topic)(text)).toBe(told)
})
