import { describe, expect, test } from 'vitest'
import { readGoals } from '../../ingest/extract/goal.ts'
import { node } from './tree.ts'

const TEXT = '完善体系。到2027年，建成社区食堂40家，老年人满意率达到95%以上。'
const names = (heading: string, paragraphs: readonly string[] = [TEXT]) =>
  readGoals(node({ children: [node({ heading, paragraphs })] })).map((g) => g.name)

describe('which parts hold goals', () => {
  test.each([
    '工作目标',
    '主要目标',
    '发展目标',
    '总体目标',
    '总体要求',
    '目标任务',
    '主要预期目标',
    '总体要求和目标任务',
  ])('%s', (heading) => {
    expect(names(heading)).toEqual(['社区食堂', '老年人满意率'])
  })
  test.each(['重点任务', '工作要求', '保障措施', '实施步骤', '目标考核'])('not %s', (heading) => {
    expect(names(heading)).toEqual([])
  })
})

test('of 总体要求 only the part named goals, where there is one', () => {
  const part = (heading: string, text: string) => node({ heading, paragraphs: [text] })
  const tree = node({
    children: [
      node({
        heading: '总体要求',
        children: [part('基本原则', '现有食堂12家。'), part('主要目标', '建成食堂40家。')],
      }),
    ],
  })
  expect(readGoals(tree).map((g) => g.value)).toEqual([40])
})

test('goals said above the first heading, where no part is named for them', () => {
  const tree = (heading: string) =>
    node({
      paragraphs: ['现有食堂12家。', '主要预期目标是：新建食堂40家；覆盖率95%。'],
      children: [node({ heading, paragraphs: ['培育企业9家。'] })],
    })
  expect(readGoals(tree('重点任务')).map((g) => g.value)).toEqual([40, 95])
  expect(readGoals(tree('工作目标')).map((g) => g.value)).toEqual([9])
})

test('a paragraph broken at a comma goes on', () => {
  const [goal] = readGoals(
    node({
      children: [node({ heading: '总体要求', paragraphs: ['完善体系。到2027年，', '建成社区食堂40家。'] })],
    }),
  )
  expect(goal).toMatchObject({ name: '社区食堂', value: 40, period: '2027' })
})

test('a table flattened into lines is left to its own reader', () => {
  expect(names('主要目标', ['建成食堂40家。主要目标表', '指标单位目标值', '覆盖率%50'])).toEqual(['食堂'])
})

test('sources point at the words', () => {
  const child = node({ heading: '工作目标', paragraphs: ['建成社区食堂40家。'] })
  const [goal] = readGoals(node({ children: [child] }))
  const start = child.paragraphs[0]?.starts[0] ?? 0
  expect(goal?.source).toEqual({ start, end: start + '建成社区食堂40家'.length })
})
