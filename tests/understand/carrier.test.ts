import { expect, test } from 'vitest'
import { carrierAsked } from '../../src/understand/query/carrier.ts'
import { peopleOf } from '../../src/understand/query/people.ts'
import { readSlots } from '../../src/understand/read.ts'
import { LEXICON, LIAISON, TODAY } from './lexicon.ts'

test.each([
  ['会展中心由谁设计', { act: '设计' }],
  ['会展中心由哪家公司承建', { act: '承建', sort: '公司' }],
  ['会展中心中标单位是谁', { act: '中标' }],
  ['创业贷款由哪家银行放', { sort: '银行' }],
  // any body
  ['会展中心由谁牵头', {}],
  ['会展中心是哪家负责的', {}],
  ['会展中心的责任单位是谁', {}],
])('%s', (text, asked) => {
  expect(carrierAsked(text)).toEqual(asked)
})

test.each([
  ['督查室主任是谁', '督查室'],
  ['领导小组成员里有没有警备区的', '警备区'],
  ['1号议案领导小组组长是谁', undefined],
  ['领导小组有哪些成员', undefined],
])('%s: of %s', (text, body) => {
  const { slots } = readSlots(text, { lexicon: LEXICON, viewer: LIAISON, today: TODAY })
  expect(peopleOf(slots).body).toBe(body)
})
