import { expect, test } from 'vitest'
import { draftCard } from '../../src/cards/progress/draft-card.ts'
import type { DraftView, OpenQuestion } from '../../src/domain/draft-view.ts'

const WHICH_TASK: OpenQuestion = {
  note: '“治理类是”可能是5号第52项、11号第7项，请问是哪一项？',
  words: '治理类是',
  choices: [
    { text: '5号第52项', task: 3, metric: null },
    { text: '11号第7项', task: 9, metric: null },
  ],
}
const WHICH_METRIC: OpenQuestion = {
  note: '“850条”是哪个指标的数？“商业航线”、“治理类航线”',
  words: '850条',
  choices: [{ text: '商业航线', task: 3, metric: '商业航线' }],
}

const view = (notes: readonly string[], questions: readonly OpenQuestion[]): DraftView => ({
  ...{ id: 1, revision: 4, unit: '市交通运输局', today: '2026-10-12', items: [], unread: [], loose: [] },
  ...{ owed: [], said: '', notes, questions },
})
const waysOf = (shown: DraftView) =>
  draftCard(shown).blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.map(({ text, action }) => ({ text, action })) : [],
  )
const choose = { do: 'choose', draft: 1, revision: 4 }

test('a task or a metric that may be meant is chosen with one tap', () => {
  expect(waysOf(view([WHICH_TASK.note, WHICH_METRIC.note], [WHICH_TASK, WHICH_METRIC]))).toEqual([
    { text: '5号第52项', action: { ...choose, question: 0, task: 3 } },
    { text: '11号第7项', action: { ...choose, question: 0, task: 9 } },
    { text: '商业航线', action: { ...choose, question: 1, task: 3, metric: '商业航线' } },
  ])
})

test('a note that cannot be answered with a tap has no button', () => {
  expect(waysOf(view(['“850条”是哪个指标的数？'], []))).toEqual([])
})
