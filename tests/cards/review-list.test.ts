import { expect, test } from 'vitest'
import { reviewList } from '../../src/cards/progress/review.ts'
import type { Progress } from '../../src/domain/progress.ts'

const waiting = (id: number, unit: string, period: string) =>
  ({
    ...{ id, unitId: unit.length, unit, period, insisted: null },
    reportedAt: new Date('2026-11-24T01:00:00Z'),
  }) as Progress

const taps = (list: readonly Progress[]) =>
  reviewList(list).blocks.flatMap((b) => (b.kind === 'buttons' ? b.buttons.map((x) => x.text) : []))

test('units are counted once, and told apart by their periods only where one has several', () => {
  const one = [waiting(1, '市水务局', '2026-11'), waiting(2, '市交通运输局', '2026-11')]
  expect(reviewList(one).title).toBe('待审核：2家2项')
  expect(taps(one)).toEqual(['市水务局', '市交通运输局'])
  const two = [waiting(1, '市水务局', '2026-11'), waiting(2, '市水务局', '2026Q4')]
  expect(reviewList(two).title).toBe('待审核：1家2项')
  expect(taps(two)).toEqual(['市水务局 2026年11月', '市水务局 2026年第四季度'])
})
