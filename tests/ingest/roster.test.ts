import { describe, expect, test } from 'vitest'
import { splitGlued } from '../../ingest/extract/person-name.ts'
import { readRoster } from '../../ingest/extract/roster.ts'
import { node } from './tree.ts'

const read = (lines: readonly string[], known: readonly string[] = []) =>
  readRoster(
    { letter: null, body: node({}), annexes: [node({ heading: '领导小组组成人员名单', lines })] },
    known,
  ).map((r) => [r.role, r.name, r.title])

test('spaced names, roles said once, posts that run over', () => {
  expect(
    read([
      '助老服务领导小组组成人员名单',
      '组   长：钱   穆   市人民政府副市长',
      '副组长：孔   令   市人民政府办公厅副主任',
      '石敢当   市民政局局长',
      '成   员：欧阳明   市教育局副局长',
      '安   然   开发区管委会工委委员，云山区委常委、',
      '区人民政府副区长',
      '卓玛央宗   市民宗委二级巡视员',
      '',
      '抄送：市委办公厅',
      '高  山  不在名单',
    ]),
  ).toEqual([
    ['组长', '钱穆', '市人民政府副市长'],
    ['副组长', '孔令', '市人民政府办公厅副主任'],
    ['副组长', '石敢当', '市民政局局长'],
    ['成员', '欧阳明', '市教育局副局长'],
    ['成员', '安然', '开发区管委会工委委员，云山区委常委、区人民政府副区长'],
    ['成员', '卓玛央宗', '市民宗委二级巡视员'],
  ])
})

test('names and posts printed without a space', () => {
  expect(
    read(['组长：钱穆市人民政府副市长', '成员：石敢当云山区人民政府副区长', '安然市市场监管局副局长']),
  ).toEqual([
    ['组长', '钱穆', '市人民政府副市长'],
    ['成员', '石敢当', '云山区人民政府副区长'],
    ['成员', '安然', '市市场监管局副局长'],
  ])
})

test('a sentence about the group ends the list', () => {
  const lines = [
    '组长：钱穆副市长',
    '成员：石敢当云山区副区长',
    '领导小组办公室主任由钱穆同志兼任，日常',
    '工作由市民政局承担。',
  ]
  expect(read(lines)).toEqual([
    ['组长', '钱穆', '副市长'],
    ['成员', '石敢当', '云山区副区长'],
  ])
})

test('posts in brackets', () => {
  expect(read(['总指挥：钱穆（副市长）', '副总指挥：石敢当（市应急局局长）'])).toEqual([
    ['总指挥', '钱穆', '副市长'],
    ['副总指挥', '石敢当', '市应急局局长'],
  ])
  expect(read(['成员：钱穆（市发改委副主任）、石敢当（市应急局副局长），安然（市财政局总会计师）'])).toEqual([
    ['成员', '钱穆', '市发改委副主任'],
    ['成员', '石敢当', '市应急局副局长'],
    ['成员', '安然', '市财政局总会计师'],
  ])
})

test('the source is the line of the person', () => {
  const annex = node({ lines: ['组长：钱穆 市长', '成员：石敢当 市民政局局长'] })
  const [, second] = readRoster({ letter: null, body: node({}), annexes: [annex] })
  expect(second?.source.start).toBe((annex.lines[1]?.text.starts[0] ?? 0) + '成员：'.length)
})

test('a text without roles is no roster', () => {
  expect(read(['市民政局 负责养老服务', '组织领导 加强统筹'])).toEqual([])
})

/** Name, post, and names of units known from elsewhere. */
const GLUED: readonly (readonly [string, string, (readonly string[])?])[] = [
  ['钱穆', '市公安局副局长'],
  ['钱市', '市公安局副局长'],
  ['石敢当', '市公安局副局长'],
  ['欧阳山', '市财政局副局长'],
  ['司马相如', '市财政局副局长'],
  ['安然', '省发展改革委副主任'],
  ['石敢当', '中国电信云山分公司总经理'],
  ['钱穆', '湖北省供销社副主任'],
  ['石敢当', '云山区人民政府副区长'],
  ['钱穆', '云山区人民政府常务副区长'],
  ['安然', '东西岭区人民政府副区长', ['东西岭区人民政府']],
  ['石敢当', '云山新港管委会副主任', ['云山新港管委会']],
  ['安然', '市市场监管局副局长'],
  ['石敢当', '副市长'],
  ['钱穆', '云山区副区长'],
  ['石敢当', '云山区常务副区长'],
  ['石敢当', '市场监管总局副局长', ['市场监管总局']],
]

describe('parting of name and post', () => {
  test.each(GLUED.map(([name, title, known]) => ({ name, title, known: known ?? [] })))(
    '$name | $title',
    ({ name, title, known }) => {
      expect(splitGlued(`${name}${title}`, known)).toEqual({ name, title })
    },
  )

  test.each(['加强组织领导', '各单位明确联络员', '钱穆'])('%s is no person with a post', (text) => {
    expect(splitGlued(text, [])).toBeNull()
  })
})
