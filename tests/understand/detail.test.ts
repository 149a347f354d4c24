import { expect, test } from 'vitest'
import { detailOf } from '../../src/understand/detail.ts'
import { intentOf } from '../../src/understand/intents.ts'

const read = (text: string, parts: readonly string[] = []) =>
  detailOf(text, { intent: intentOf(text)?.intent ?? null, parts })

test.each([
  ['低空货运航线具体是哪些航线', 'names', '低空货运航线'],
  ['引进的总部企业到底是哪两家', 'names', '引进的总部企业'],
  ['20家示范书店是哪20家', 'names', '20家示范书店'],
  ['技术攻关具体攻哪些', 'names', '技术攻关'],
  ['夜游航线要加密哪几条', 'names', '夜游航线'],
  ['老街区点了哪几个片区', 'place', '老街区'],
  ['招才团由哪些企业组成', 'names', '招才团'],
  ['示范书店10家分别是哪些单位', 'names', '示范书店10家'],
  ['三个孵化计划分别叫什么名字', 'names', '三个孵化计划'],
  ['示范书店的完整名单', 'names', '示范书店'],
  ['8家精品酒店都是什么品牌', 'names', '8家精品酒店'],
  ['会展中心建在哪个街道', 'place', '会展中心'],
  ['书画院选址在哪里', 'place', '书画院'],
  ['导游培训在哪里上课', 'place', '导游培训'],
  ['引才专场去哪些城市', 'place', '引才专场'],
  ['创业数据多久统计一次', 'rhythm', '创业数据 统计一次'],
  ['低空监测数据隔几天更新一回', 'rhythm', '低空监测数据 更新一回'],
  ['充电桩为什么只建200个', 'reason', '充电桩 只建200个'],
  ['产权交易所是哪年成立的', 'day', '产权交易所 的'],
  ['示范书店的评选标准是什么', 'terms', '示范书店'],
  ['示范书店申报条件有哪些', 'terms', '示范书店'],
  ['示范书店30家都有谁', 'names', '示范书店30家'],
  ['招聘会在哪些高校办', 'place', '招聘会'],
] as const)('%s asks for %s', (text, of, rest) => {
  expect(read(text)).toMatchObject({ of, rest: expect.stringContaining(rest) })
})

test('what is to be named', () => {
  expect(read('低空货运航线具体是哪些航线')?.noun).toBe('航线')
  expect(read('会展中心建在哪个街道')?.noun).toBe('街道')
})

test.each([
  // answers of their own: tasks, units, files, headings, people, duties
  '低空货运航线是哪一项',
  '市经信局具体牵头哪几项',
  '会展中心具体是哪几家负责',
  '5号文的八大行动是哪八个',
  '总部企业在哪几个文件里提过',
  '李敏在两个方案里分别是什么职务',
  '领导小组多久开一次会',
  '各单位多久报一次进度',
  '领导小组办公室设在哪里',
  '市经信局有几项，分别是什么',
  '第26项是什么',
  // a place in the text
  '五十个新站点写在哪儿',
  // no one thing more
  '低空货运航线要开几条',
  '会展中心什么时候建成',
  '夜游航线涉及哪几条',
  '领导小组由哪些单位组成',
  '监管平台是哪几家一起建',
  '示范书店10家分别由哪些单位负责',
])('%s asks for no detail', (text) => {
  expect(read(text)).toBeNull()
})

test('where a thing of a district is stands in the tables', () => {
  expect(read('江北区的示范路在哪条路', ['江北区'])).toBeNull()
})
