import { describe, expect, test } from 'vitest'
import { fold, tokensOf, wordsOf } from '../../src/text/tokens.ts'

describe('tokensOf', () => {
  test.each([
    ['5G基站2万个', ['5g', '2', '基站', '万个', 'w基站', 'w万个']],
    ['ＩＰｖ６ 规模', ['ipv6', '规模', 'w规模']],
    ['ヴァロン式', ['ヴァロン', '式']],
    ['路', ['路']],
    ['荀𧈢公', ['荀𧈢', '𧈢公']],
    ['，。！', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(tokensOf(text)).toEqual(expected)
  })

  test('words of the trade stand whole beside their bigrams', () => {
    expect(tokensOf('工业互联网平台')).toEqual(expect.arrayContaining(['工业', '业互', 'w工业互联网']))
  })

  test('a number keeps its decimals, and repeats are kept for ranking', () => {
    expect(tokensOf('5.5米')).toContain('5.5')
    expect(tokensOf('道路道路').filter((token) => token === '道路')).toHaveLength(2)
  })
})

test('wordsOf cuts by the trade dictionary', () => {
  expect(wordsOf('独角兽企业')).toEqual(['独角兽', '企业'])
})

test('fold makes writings comparable', () => {
  expect(fold('ＧＤＰ６％')).toBe('gdp6%')
})
