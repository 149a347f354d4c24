import { expect, test } from 'vitest'
import { withoutClaims } from '../../src/understand/claims.ts'

test.each([
  ['老旧小区260个，望川占几个', '老旧小区 ，望川占几个'],
  ['算力报告说1500P，三年方案要多少', '算力报告 ，三年方案要多少'],
  // all there is, and what is asked of it, stay
  ['1500P，是哪一条说的，几年', '1500P，是哪一条说的，几年'],
  ['5G基站1800个谁负责', '5G基站1800个谁负责'],
  ['智能工厂几家，数字化车间60个归谁', '智能工厂几家，数字化车间60个归谁'],
])('%s', (said, left) => {
  expect(withoutClaims(said)).toBe(left)
})
