import { describe, expect, test } from 'vitest'
import { findUnitClauses } from '../../ingest/extract/unit-clause.ts'
import { mapped } from '../../src/text/mapped.ts'
import { cases, none } from './unit-clause.corpus.ts'

const short = { lead: '牵', responsible: '责', supporting: '配' } as const

describe('units named for a task', () => {
  test.each(cases)('%s', (want, phrasings) => {
    for (const phrase of phrasings) {
      const found = findUnitClauses(mapped(phrase))
      expect(
        found.flatMap((c) => c.units.map((u) => `${short[u.role]}${u.unit.name}`)).join(' '),
        phrase,
      ).toBe(want)
    }
  })

  test.each(none)('no units: %s', (phrase) => {
    expect(findUnitClauses(mapped(phrase))).toEqual([])
  })
})

test('a time among the units is kept apart', () => {
  const time = (phrase: string) => findUnitClauses(mapped(phrase))[0]?.time?.text
  expect(time('建成。（责任单位：市数据局；完成时限：2026年6月底前）')).toBe('2026年6月底前')
  expect(time('建成。（市数据局牵头，2026年底前完成）')).toBe('2026年底前完成')
  expect(time('建成。（市数据局牵头）')).toBeUndefined()
})

test('what widens a group and what is another name', () => {
  const [clause] = findUnitClauses(
    mapped('建成。（责任单位：各区人民政府〈含高新区、临港区管委会，下同〉，港城管委会〈江北区人民政府〉）'),
  )
  expect(clause?.groups.map((g) => [g.name, g.includes])).toEqual([
    ['各区人民政府', ['高新区管委会', '临港区管委会']],
  ])
  expect(clause?.otherNames.map((o) => [o.name, o.other])).toEqual([['港城管委会', '江北区人民政府']])
})
