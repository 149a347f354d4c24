import { expect, test } from 'vitest'
import { partsOf } from '../../src/answer/topics.ts'

test.each([
  ['援疆和援藏', ['援疆', '援藏']],
  ['书店、画廊', ['书店', '画廊']],
  // what the last alone has belongs to each
  ['商业航天和低空经济产业规模', ['商业航天产业规模', '低空经济产业规模']],
  ['软件业规模和制造业规模', ['软件业规模', '制造业规模']],
  ['书刊借阅率和设施覆盖率', ['书刊借阅率', '设施覆盖率']],
  ['新开工和新投产亿元项目', ['新开工亿元项目', '新投产亿元项目']],
])('%s is %j', (topic, parts) => {
  expect(partsOf(topic, [])).toEqual(parts)
})

test('what the texts say in one breath is one matter', () => {
  expect(partsOf('书店、画廊', ['新建书店、画廊30家'])).toEqual(['书店、画廊'])
})
