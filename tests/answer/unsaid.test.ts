import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asking, openAsking } from './ask.ts'

/** What the documents do not say is not answered with what stands near it; beside each a question of like shape that they answer. */
let asking: Asking
beforeAll(async () => {
  asking = await openAsking()
}, 60_000)
afterAll(() => asking.close())

describe('of another', () => {
  test.each([
    ['place', '海州市低空商业航线开几条', '上海的低空商业航线开几条'],
    ['document', '77号文谁牵头', '8号议案有几项任务'],
    ['document of another year', '2023年政府工作报告里智能工厂目标多少', '2023年政府工作报告有几项任务'],
    ['number', '5号文第88项谁牵头', '第99项的配合单位有哪些'],
    ['year', '2031年智能工厂要新建几家', '2031年候车亭建多少个'],
  ])('%s: %s; %s', async (_, ...questions) => {
    for (const question of questions) {
      const answer = await asking.ask(question)
      expect(answer.text, question).toMatch(/没有/)
      expect(answer.kind, question).toBe('none')
    }
  })

  test.each([
    ['低空商业航线开几条', '10条'],
    ['2026年政府工作报告里智能工厂目标多少', '12家'],
    ['5号文第4项谁牵头', '市交通运输局'],
    ['2026年候车亭建多少个', '40个'],
  ])('%s: %s', async (question, value) => {
    expect((await asking.ask(question)).text).toContain(value)
  })

  test('a figure of another year stands beside the no', async () => {
    expect((await asking.ask('2031年智能工厂要新建几家')).text).toContain('12家')
  })
})

describe('a thing of another kind, so its figure is none of it', () => {
  test.each([
    '国际航线开几条',
    '城区候车亭要建多少个',
    '农业增加值占GDP比重目标多少',
    '冷链车间建多少个',
    '智能仓库新建多少家',
    '国际航线谁牵头',
  ])('%s: not said', async (question) => {
    const answer = await asking.ask(question)
    expect(answer.text).toMatch(/没有/)
    expect(answer.text.split('\n')[0]).not.toMatch(/\d/)
  })

  test.each([
    ['低空航线开几条', '10条'],
    ['公交候车亭要建多少个', '40个'],
    ['数字经济核心产业占GDP比重目标多少', '13%'],
    ['机架数量要到多少', '4万个'],
    ['低空航线谁牵头', '市交通运输局'],
    ['数字化车间谁牵头', '市经信局'],
  ])('%s: %s', async (question, value) => {
    expect((await asking.ask(question)).text).toContain(value)
  })
})

describe('one thing more', () => {
  test.each([
    '12家智能工厂具体是哪12家',
    '国家级数据标注基地建在哪个街道',
    '数据标注基地为什么要争创',
    '低空商业航线多久检修一次',
    '国家级数据标注基地是哪年成立的',
    '智能工厂定期评估多久一次',
  ])('%s: not said', async (question) => {
    const answer = await asking.ask(question)
    expect(answer.kind).toBe('none')
    expect(answer.query.kind).toBe('detail')
  })

  test('候车亭放在哪几个区: the districts among the units of its task', async () => {
    const { text } = await asking.ask('农村公交候车亭放在哪两个区')
    expect(text).toContain('江北区')
  })
})

test.each([
  ['智能工厂要新建多少台', 'none', '没有'],
  ['国家级数据标注基地要建多少座', 'none', '没有'],
  ['候车亭的票价', 'none', '没有写“候车亭的票价”'],
  ['智能工厂评选是第几届', 'none', '没有'],
  // the figure there is, and the word it does not speak of
  ['智能工厂12家里咖啡馆有多少家', 'passages', '没有'],
  // what came of it is not what was to be
  ['2026年智能工厂实际完成了多少家', 'metric', '没有写实际完成多少'],
  // one counter or another of the same things
  ['数字化车间要建多少间', 'metric', '60个'],
  ['农村公交候车亭要建多少座', 'metric', '40个'],
])('an attribute or a counter of its own: %s', async (question, kind, words) => {
  const answer = await asking.ask(question)
  expect(answer.kind).toBe(kind)
  expect(answer.text).toContain(words)
})

test.each([
  ['候车亭由哪家公司施工', 'none', '没有'],
  ['候车亭中标单位是谁', 'none', '没有'],
  ['候车亭由哪家银行贷款', 'none', '没有'],
  ['9号文是谁起草的', 'none', '由谁起草'],
  ['谁批准了9号文', 'none', '由谁批准'],
  ['候车亭由谁牵头', 'lead', '市交通运输局'],
])('%s', async (question, kind, words) => {
  const answer = await asking.ask(question)
  expect(answer.kind).toBe(kind)
  expect(answer.text).toContain(words)
})

describe('units', () => {
  test.each([
    ['市数据局2026年单独负责的任务有哪些', 'tasks', '第3项'],
    ['市财政局2026年单独负责哪几项', 'none', '没有'],
    ['江北区政府单独负责什么', 'none', '没有'],
    ['市海洋经济局牵头几项', 'none', '没有'],
  ])('%s', async (question, kind, words) => {
    const answer = await asking.ask(question)
    expect(answer.kind).toBe(kind)
    expect(answer.text).toContain(words)
  })
})

test.each([
  ['候车亭现在建了几个', '还没有收到进展报送'],
  ['智能工厂新建了几家了', '还没有收到进展报送'],
])('%s: the target, and that nobody has reported', async (question, words) => {
  expect((await asking.ask(question)).text).toContain(words)
})

test('候车亭江北要建几个: a district without 区', async () => {
  expect((await asking.ask('候车亭江北要建几个')).text).toContain('15个')
})

test('全市候车亭建多少，江北区多少: the whole beside the part', async () => {
  const { text } = await asking.ask('全市候车亭建多少个，江北区建多少个')
  expect(text).toContain('40个')
  expect(text).toContain('15个')
})

describe('a cell in words tells where and when', () => {
  test.each([
    ['云溪堤哪年修', '2026年9月'],
    ['江北滨水示范段几月动工', '2026年9月'],
    ['云溪堤是哪个区的，哪年弄', '江北区'],
    ['云溪堤是哪个区的', '江北区'],
    ['江北候车亭一年几个', '15个'],
  ])('%s: %s', async (question, said) => {
    const answer = await asking.ask(question)
    expect(answer.kind).not.toBe('none')
    expect(answer.text).toContain(said)
  })

  test.each(['云溪堤的票价', '临港区云溪堤几月动工'])('%s: not said', async (question) => {
    expect((await asking.ask(question)).text).toMatch(/没有/)
  })
})
