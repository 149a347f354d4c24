import { expect, test } from 'vitest'
import { tellingWords } from '../../../src/chat/progress/telling.ts'
import type { TaskUpdate } from '../../../src/domain/heard.ts'

const task = { id: 1, document: '', path: [], no: 52, part: null }
const update = (text: string, over: Partial<TaskUpdate> = {}): TaskUpdate => ({
  ...{ task, text, readings: [{ metric: '低空商业航线', value: 8, unit: '条' }] },
  ...{
    state: null,
    expectedFinish: null,
    noChange: false,
    difficulty: null,
    help: null,
    declined: false,
    ...over,
  },
})

test.each([
  ['52项商业八条', ''],
  ['52项商业航线开了8条', ''],
  ['等下，商业是8条', ''],
  ['刚才说错了，是8条', ''],
  ['商业8条，空域已批复', '空域已批复'],
  ['52项商业航线8条，正在等空域批复', '正在等空域批复'],
  ['目前商业航线累计8条，其中江北到临港两条已试飞', '其中江北到临港两条已试飞'],
])('%s tells “%s” beside its figures', (said, told) => {
  expect(tellingWords(update(said))).toBe(told)
})

test.each([
  ['北斗没变化', ''],
  ['第48项无变化', ''],
  ['同上季度', ''],
  ['没变化，还在等用地批复', '还在等用地批复'],
])('%s: no change, and “%s”', (said, told) => {
  expect(tellingWords(update(said, { readings: [], noChange: true }))).toBe(told)
})

test.each([
  ['第92项主桥合龙了', '主桥合龙了'],
  ['大桥钢梁吊完了', '大桥钢梁吊完了'],
])('%s is the whole report: %s', (said, told) => {
  expect(tellingWords(update(said, { readings: [] }))).toBe(told)
})
