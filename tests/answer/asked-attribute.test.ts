import { expect, test } from 'vitest'
import type { FiguresFacts } from '../../src/answer/figures-facts.ts'
import { NO_AGREEMENT } from '../../src/answer/kinds/agreement.ts'
import { speaksOfAttribute, statesAttribute } from '../../src/answer/kinds/asked-attribute.ts'

const facts = (topic: string, goal: string): FiguresFacts => {
  const row = { name: goal.replace(/\d.*/, ''), raw: goal } as FiguresFacts['goals'][number]
  const empty = { tasks: [], indicators: [], clauses: [], figures: [], heads: [] }
  const rest = { by: null, year: null, compared: null, ...NO_AGREEMENT }
  return { kind: 'figures', topic, goals: [row], ...empty, ...rest }
}

test.each([
  ['创业贷款 利率', '新增创业贷款20亿元', false],
  ['创业贷款 利率', '创业贷款利率不高于3%', true],
  ['老楼改造每户补', '老楼改造14个', false],
  ['老楼改造每户补', '老楼改造每户补2万元', true],
  ['人均GDP', '地区生产总值增长6%', false],
  ['大桥投资', '新建大桥2座', false],
  ['大桥投资', '大桥总投资30亿元', true],
  ['绿地面积', '新增绿地100公顷、面积30万平方米', true],
  ['园区面积', '园区面积达到500亩', true],
  // no attribute is asked for by name; 每年 and 每万人 are parts of targets
  ['创业贷款', '新增创业贷款20亿元', true],
  ['每万人拥有基站数', '每万人拥有基站数30个', true],
  ['每年筹集岗位', '每年筹集岗位50万个', true],
])('%s of “%s”: %s', (topic, goal, stated) => {
  expect(statesAttribute(facts(topic, goal))).toBe(stated)
})

test.each([
  ['动物园 门票 价格', '开放动物园夜场', false],
  ['动物园 门票 价格', '动物园门票定价从低', true],
  ['返乡创业补贴', '落实返乡创业补贴政策', true],
  // no attribute by name
  ['动物园夜场', '开放植物园', true],
])('%s asked openly, “%s”: %s', (topic, text, speaks) => {
  expect(speaksOfAttribute(topic, [text])).toBe(speaks)
})
