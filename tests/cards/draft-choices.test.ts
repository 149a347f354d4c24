import { expect, test } from 'vitest'
import { draftCard } from '../../src/cards/progress/draft-card.ts'
import type { DraftView } from '../../src/domain/draft-view.ts'

const view = (notes: readonly string[], said = '治理类是850条'): DraftView => ({
  ...{
    id: 1,
    revision: 0,
    unit: '市交通运输局',
    today: '2026-10-12',
    items: [],
    unread: [],
    loose: [],
    owed: [],
  },
  ...{ said, notes },
})
const waysOf = (shown: DraftView) =>
  draftCard(shown).blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.map(({ text, action }) => ({ text, action })) : [],
  )

test('a task that may be several is chosen with one tap, which says the words of it', () => {
  expect(waysOf(view(['“治理类是”可能是5号第52项、11号第7项，请问是哪一项？']))).toEqual([
    { text: '5号第52项', action: { do: 'ask', q: '5号第52项，治理类是850条' } },
    { text: '11号第7项', action: { do: 'ask', q: '11号第7项，治理类是850条' } },
  ])
})

test.each([
  [['“850条”是哪个指标的数？'], '治理类是850条'],
  [['“治理类”可能是第52项，请问是哪一项？'], '治理类是850条'],
  [['“治理类是”可能是5号第52项、11号第7项，请问是哪一项？'], ''],
])('%j said as “%s” has none', (notes, said) => {
  expect(waysOf(view(notes, said))).toEqual([])
})
