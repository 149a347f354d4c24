import { describe, expect, test } from 'vitest'
import { figureOffers } from '../../src/domain/figure-offers.ts'

describe('what may have been meant', () => {
  const roads = { name: '治理类航线', kind: 'total', unit: '条', saidUnit: null } as const
  test.each([
    ['a nought too many', { ...roads, value: 9050, target: 1000, last: 812 }, [905]],
    ['a nought too few', { ...roads, value: 90, target: 1000, last: 812 }, [900, 902]],
    ['only the new ones', { ...roads, value: 93, target: 1000, last: 812 }, [930, 905]],
    ['万 left out', { ...roads, unit: '人', value: 22.6, target: 300000, last: null }, [226000]],
    ['nothing likely', { ...roads, value: 81234, target: 10, last: null }, []],
  ] as const)('%s', (_, said, offers) => {
    expect(figureOffers(said)).toEqual(offers)
  })
})
