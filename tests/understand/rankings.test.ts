import { expect, test } from 'vitest'
import { intentOf } from '../../src/understand/intents.ts'

test.each([
  '牵头任务最多的前五个单位',
  '哪个单位的任务最多',
  '牵头任务最多的是哪个单位',
  '按牵头任务给单位排个序',
  '任务数排名前三的单位',
])('%s ranks units', (text) => {
  expect(intentOf(text)?.intent).toBe('ranking')
})

test.each([
  ['经信局和数据局哪个牵头的多', 'compare'],
  ['市经信局和市交通运输局谁牵头的多', 'compare'],
  ['最多能建多少家智能工厂', 'metric'],
  ['第52项谁负责', 'lead'],
  ['10月底前要完成的任务有哪些', 'tasks'],
  ['低空经济怎么样了', 'progress'],
  ['还有谁没报', 'progress'],
] as const)('%s does not', (text, intent) => {
  expect(intentOf(text)?.intent).toBe(intent)
})
