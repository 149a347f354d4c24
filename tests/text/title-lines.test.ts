import { expect, test } from 'vitest'
import { titleLines } from '../../src/text/title-lines.ts'

/** [title, its lines of at most 19 letters] */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['低空经济任务进展情况', ['低空经济任务进展情况']],
  [
    '关于2026年第三季度市《政府工作报告》目标任务办理情况的通报',
    ['关于2026年第三季度市《政府工作报告》', '目标任务办理情况的通报'],
  ],
  [
    '关于2026年上半年市政府工作报告目标任务办理情况的小结',
    ['关于2026年上半年市政府工作报告', '目标任务办理情况的小结'],
  ],
  [
    '关于云川市第十五届人民代表大会第六次会议第1号议案办理进展情况的报告',
    ['关于云川市第十五届人民代表大会', '第六次会议第1号议案办理进展情况的报告'],
  ],
]

test.each(CASES)('%s', (title, lines) => {
  expect(titleLines(title, 19)).toEqual(lines)
})

test('nothing is lost or over the measure, whatever the title', () => {
  const titles = ['', '长'.repeat(60), '1'.repeat(90), `《${'名'.repeat(30)}》`, ...CASES.map(([t]) => t)]
  for (const title of titles) {
    const lines = titleLines(title, 19)
    expect(lines.join('')).toBe(title)
    expect(lines.every((line) => line.length <= 38)).toBe(true)
  }
})
