import { expect, test } from 'vitest'
import { restated } from '../../src/understand/restated.ts'

test.each([
  ['六千亿，不对，五千八百亿是哪条说的', '五千八百亿是哪条说的'],
  ['市体育局，说错了，市医保局牵头几项', '市医保局牵头几项'],
  ['三百亿…不对三百五十亿是什么指标', '三百五十亿是什么指标'],
  // nothing is put in its place
  ['易涝点22处这个数不对吧', '易涝点22处这个数不对吧'],
  ['这个目标写错了吗', '这个目标写错了吗'],
  ['第52项，不对，是53', '第52项，不对，是53'],
])('%s', (said, meant) => {
  expect(restated(said)).toBe(meant)
})
