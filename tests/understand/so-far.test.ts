import { expect, test } from 'vitest'
import { understand } from '../../src/understand/understand.ts'
import { LEXICON, LIAISON, TODAY } from './lexicon.ts'

const soFar = (text: string): boolean => {
  const { query } = understand(text, { viewer: LIAISON, history: [], today: TODAY, lexicon: LEXICON })
  return query.kind === 'metric' && query.soFar === true
}

test.each(['口袋公园助学金今年发了多少万', '电工今年培训了多少人', '绿道现在开通了几条'])(
  '%s asks how far it has come',
  (text) => {
    expect(soFar(text)).toBe(true)
  },
)

test.each(['助学金今年要发多少万', '电工今年培训多少人', '今年方案定了多少人'])(
  '%s asks for the target',
  (text) => {
    expect(soFar(text)).toBe(false)
  },
)
