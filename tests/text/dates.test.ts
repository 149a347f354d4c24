import { describe, expect, test } from 'vitest'
import { type DateContext, findDates } from '../../src/text/dates.ts'
import { documents, TODAY, talk } from './dates.corpus.ts'

const read = (text: string, context: DateContext) => findDates(text, context).map((found) => found.value)

describe('in talk', () => {
  const rows = talk.flatMap(([value, words]) => words.map((text) => ({ text, value })))
  test.each(rows)('$text', ({ text, value }) => {
    expect(read(text, { today: TODAY, year: null })).toEqual(value)
  })

  test.each(rows.filter((r) => r.value.length > 0))('$text within a sentence', ({ text, value }) => {
    expect(read(`请问${text}，各单位的进展如何`, { today: TODAY, year: null })).toEqual(value)
  })
})

describe('in documents', () => {
  const rows = documents.flatMap(([year, value, words]) => words.map((text) => ({ text, year, value })))
  test.each(rows)('$text of $year', ({ text, year, value }) => {
    expect(read(text, { today: null, year })).toEqual(value)
  })

  test('a year once written governs what follows', () => {
    const found = findDates('2023年5月底前编制清单。9月底前完成验收', { today: null, year: null })
    expect(found.map((f) => [f.value.end, f.value.certainty])).toEqual([
      ['2023-05-31', 'stated'],
      ['2023-09-30', 'inherited'],
    ])
  })

  test('a find carries the words it was read from', () => {
    const text = '力争到2026年底建成三座泵站，次年6月前投用'
    for (const found of findDates(text, { today: null, year: 2026 })) {
      expect(text.slice(found.start, found.end)).toBe(found.text)
    }
  })
})
