import { expect, test } from 'vitest'
import { recordAsked } from '../../../src/chat/progress/record-words.ts'

test.each([
  ['有没有佐证', 'evidence'],
  ['第41项的佐证', 'evidence'],
  ['41项佐证', 'evidence'],
  ['第41项佐证有哪些', 'evidence'],
  ['我传过哪些佐证', 'evidence'],
  ['退回第52项，数据没有佐证', null],
  ['退回第41项，没有佐证', null],
  ['第41项完成12家，附佐证', null],
  ['52项商业航线6条，见佐证', null],
  ['退回第52项，理由是口径不对', null],
  ['为什么退回', 'judged'],
  ['催了几次', 'asked'],
])('%s', (text, of) => {
  expect(recordAsked(text)).toBe(of)
})
