import { describe, expect, test } from 'vitest'
import { questionTokens } from '../../src/text/question-tokens.ts'
import { tokensOf } from '../../src/text/tokens.ts'

describe('words that ask are not searched for', () => {
  test.each([
    ['低空航线的主管部门是谁？', '低空航线的主管部门', ''],
    ['航线一共开通多少条', '航线一共开通', '条'],
    ['5G基站覆盖哪些区域', '5G基站覆盖', '区域'],
    ['营商环境怎么优化呢？', '营商环境', '优化'],
    ['为何发展数字经济', '发展数字经济', ''],
    ['建几个示范园', '建', '示范园'],
    ['是否设立专项资金吗', '设立专项资金', ''],
  ])('%s', (question, ahead, behind) => {
    expect(questionTokens(question)).toEqual([...tokensOf(ahead), ...tokensOf(behind)])
  })
})

describe('what only looks like asking is searched for', () => {
  test.each(['几何课程改革', '几内亚医疗援助', '哪吒主题乐园', '呢绒产业园', '吗啡管控', '酒吧街改造'])(
    '%s',
    (name) => {
      expect(questionTokens(name)).toEqual(tokensOf(name))
    },
  )
})

test('a question of asking words alone is searched as it stands', () => {
  expect(questionTokens('是什么')).toEqual(tokensOf('是什么'))
  expect(questionTokens('')).toEqual([])
})
