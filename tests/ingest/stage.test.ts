import { describe, expect, test } from 'vitest'
import { readStages } from '../../ingest/extract/stage.ts'
import { node } from './tree.ts'

/** heading, then name, start, end. The plan is of 2025. */
const STAGES: readonly (readonly [string, readonly [string, string | null, string | null] | null])[] = [
  ['动员部署阶段（2025年3月底之前）', ['动员部署阶段', null, '2025-03-31']],
  ['动员部署阶段（2025年3月31日前）', ['动员部署阶段', null, '2025-03-31']],
  ['动员部署阶段（2025年3月）', ['动员部署阶段', '2025-03-01', '2025-03-31']],
  ['动员部署阶段（3月）', ['动员部署阶段', '2025-03-01', '2025-03-31']],
  ['动员部署阶段（3月底前）', ['动员部署阶段', null, '2025-03-31']],
  ['办理落实阶段（2025年4—10月）', ['办理落实阶段', '2025-04-01', '2025-10-31']],
  ['办理落实阶段（2025年4月—10月）', ['办理落实阶段', '2025-04-01', '2025-10-31']],
  ['办理落实阶段（2025年4月至10月）', ['办理落实阶段', '2025-04-01', '2025-10-31']],
  ['组织实施阶段（2025年4月1日至2027年12月31日）', ['组织实施阶段', '2025-04-01', '2027-12-31']],
  ['总结评价阶段（2028年1月1日至3月31日）', ['总结评价阶段', '2028-01-01', '2028-03-31']],
  ['督促检查阶段（2025年11月—12月）', ['督促检查阶段', '2025-11-01', '2025-12-31']],
  ['集中攻坚阶段：2025年5月至9月', ['集中攻坚阶段', '2025-05-01', '2025-09-30']],
  ['全面推进阶段（2025—2026年）', ['全面推进阶段', '2025-01-01', '2026-12-31']],
  ['启动阶段（一季度）', ['启动阶段', '2025-01-01', '2025-03-31']],
  ['收尾阶段（下半年）', ['收尾阶段', '2025-07-01', '2025-12-31']],
  ['第一阶段：摸底排查（3月1日—3月20日）', ['摸底排查', '2025-03-01', '2025-03-20']],
  ['动员部署（2025年3月）', ['动员部署', '2025-03-01', '2025-03-31']],
  ['持续提升阶段', ['持续提升阶段', null, null]],
  ['建立工作机制', null],
  ['加强组织领导（2025年版）', null],
]

const steps = (heading: string, text = '成立专班。') =>
  node({
    children: [
      node({ heading: '实施步骤', children: [node({ heading, paragraphs: [`${heading}。${text}`] })] }),
    ],
  })

describe('headings', () => {
  test.each(STAGES.filter(([h]) => !h.startsWith('加强')))('%s', (heading, wanted) => {
    const found = readStages(steps(heading), 2025).map((s) => [s.name, s.start, s.end])
    expect(found).toEqual(wanted ? [wanted] : [])
  })
})

test('the text is what stands under the heading, without it', () => {
  expect(readStages(steps('动员部署阶段（2025年3月）', '成立专班。分解任务。'), null)[0]?.text).toBe(
    '成立专班。分解任务。',
  )
})

test('a heading on a line of its own', () => {
  const tree = node({
    children: [node({ heading: '动员部署阶段（2025年3月）', paragraphs: ['成立专班。'] })],
  })
  expect(readStages(tree, null)[0]).toMatchObject({ text: '成立专班。', end: '2025-03-31' })
})

test('the year of one stage holds for the next', () => {
  const tree = node({
    heading: '进度安排',
    children: ['动员阶段（2026年3月）', '落实阶段（4月—10月）', '总结阶段（11月底前）'].map((heading) =>
      node({ heading, paragraphs: ['做好工作。'] }),
    ),
  })
  expect(readStages(tree, null).map((s) => [s.start, s.end])).toEqual([
    ['2026-03-01', '2026-03-31'],
    ['2026-04-01', '2026-10-31'],
    [null, '2026-11-30'],
  ])
})

test('a time at the head of the text instead of the heading', () => {
  expect(readStages(steps('宣传发动阶段', '2025年4月底前，印发方案。'), null)[0]).toMatchObject({
    start: null,
    end: '2025-04-30',
  })
})
