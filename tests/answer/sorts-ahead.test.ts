import { expect, test } from 'vitest'
import { speaksOf } from '../../src/answer/speaks-of.ts'

const speaks = (topic: string, text: string) => speaksOf(topic, { documentById: new Map() })(1, text)

test.each([
  ['小微企业贷款余额', '科技企业贷款余额达90亿元', false],
  ['小微企业贷款余额', '小微企业贷款余额达90亿元', true],
  ['企业贷款余额', '科技企业贷款余额达90亿元', true],
])('%s in “%s”: %s', (topic, text, expected) => {
  expect(speaks(topic, text)).toBe(expected)
})
