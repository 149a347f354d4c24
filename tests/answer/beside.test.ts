import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asking, openAsking } from './ask.ts'

let asking: Asking
beforeAll(async () => {
  asking = await openAsking()
}, 60_000)
afterAll(() => asking.close())

describe('one beside the other', () => {
  test.each([
    ['数字化车间和农村公交候车亭哪个多', 'compare', ['数字化车间更多', '相差20个']],
    ['2026年市经信局和市交通运输局参与的任务哪个多', 'compare', ['市经信局参与2项', '市交通运输局参与2项']],
    ['工作报告和1号议案哪个任务更多', 'compare', ['5号更多', '相差']],
    ['数字经济占比2023年和2026年差几个点', 'compare', ['9%', '13%', '4个百分点']],
  ])('%s', async (question, kind, said) => {
    const answer = await asking.ask(question)
    expect(answer.kind).toBe(kind)
    for (const words of said) expect(answer.text).toContain(words)
  })

  test('two figures in different measures are no pair', async () => {
    expect((await asking.ask('智能工厂和低空商业航线哪个多')).text).not.toMatch(/更多|相差/)
  })
})

describe('what nobody wrote stays unanswered', () => {
  test.each([
    '智能工厂每家补多少',
    '低空商业航线票价多少',
    '候车亭是谁设计的',
    '数据标注基地哪年获批',
    '低空商业航线造价多少',
  ])('%s', async (question) => {
    expect((await asking.ask(question)).kind).toBe('none')
  })
})

test.each([
  ['智能工长要建几家', '12家'],
  ['数据镖注基地谁牵头', '市数据局'],
])('%s: a slip is mended and said so', async (question, said) => {
  const { text } = await asking.ask(question)
  expect(text).toContain(said)
  expect(text).toContain('理解')
})

describe('another document on the same', () => {
  test.each(['1号议案怎么说的', '那1号议案里写的是多少'])('%s', async (question) => {
    const answer = await asking.talk('工作报告里数字经济占比多少', question)
    expect(answer.text).toContain('9%')
    expect(answer.text).not.toContain('13%')
  })

  test('with a matter of its own it is a new question', async () => {
    const answer = await asking.talk('工作报告里数字经济占比多少', '1号议案数据中心机架怎么说的')
    expect(answer.text).toContain('4万')
  })
})
