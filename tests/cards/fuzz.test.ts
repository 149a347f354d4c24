import { expect, test } from 'vitest'
import { checkCard } from '../../src/cards/check-card.ts'
import { cardOf, pageCount } from '../../src/cards/print.ts'
import type { Block, Field } from '../../src/domain/message.ts'
import { message, reply } from './messages.ts'

/** A small generator with a fixed beginning: the same messages every time. */
function dice(start: number): (sides: number) => number {
  let state = start
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

const WORDS = [
  '',
  ' ',
  '任务',
  '**',
  '**粗**',
  '<at id=all>',
  '|---|',
  '\n',
  '\n\n- 一',
  '🟡',
  '𠮷',
  '`',
  '&lt;',
  '[a](b)',
  '%',
  '“引”',
  '1. ',
  '长'.repeat(700),
  '*_~#'.repeat(60),
]

function blocksOf(roll: (sides: number) => number, depth = 0): Block[] {
  const words = () => Array.from({ length: roll(5) }, () => WORDS[roll(WORDS.length)]).join('')
  const many = <T>(most: number, make: (i: number) => T) =>
    Array.from({ length: roll(most) }, (_, i) => make(i))
  const button = () => ({
    text: words(),
    action: { do: 'ask', q: '问' } as const,
    ...(roll(2) ? { confirm: words() } : {}),
  })
  const field = (i: number): Field => {
    const base = { name: `n${i}`, label: words(), value: words(), required: roll(2) === 0 }
    const options = many(130, (n) => ({ text: words(), value: roll(9) ? `${n % 90}` : '' }))
    return (
      [
        { kind: 'input', ...base, lines: roll(14), hint: words() },
        { kind: 'select', ...base, options },
        { kind: 'date', ...base },
      ] as const
    )[roll(3)]!
  }
  const kinds: readonly (() => Block)[] = [
    () => ({ kind: 'text', text: words() }),
    () => ({ kind: 'heading', text: words() }),
    () => ({ kind: 'note', text: words() }),
    () => ({
      kind: 'rows',
      pageSize: roll(20),
      rows: many(40, () => ({ lead: words(), text: words(), small: words(), light: 'red', source: roll(3) })),
    }),
    () => ({ kind: 'quote', text: words(), marked: roll(2) ? words() : null, source: roll(3) }),
    () => ({ kind: 'table', columns: many(60, words), rows: many(60, () => many(60, words)) }),
    () => ({ kind: 'figures', figures: many(12, () => ({ label: words(), value: words() })) }),
    () => ({ kind: 'chart', spec: { type: 'bar', data: words() }, caption: words() }),
    () => ({ kind: 'form', name: `f${roll(1e9)}`, fields: many(90, field), submit: button() }),
    () => ({ kind: 'buttons', buttons: many(30, button) }),
    () => ({ kind: 'fold', title: words(), blocks: depth < 4 ? blocksOf(roll, depth + 1) : [] }),
  ]
  return many(depth === 0 ? 9 : 5, () => kinds[roll(kinds.length)]!())
}

test('whatever is said, every page is a card the platform takes', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const r = reply(message(blocksOf(dice(seed))))
    const pages = pageCount(r, () => '/documents/1')
    for (const page of new Set([0, 1, Math.floor(pages / 2), pages - 1])) {
      const faults = checkCard(cardOf({ ...r, page }, () => '/documents/1'))
      expect({ seed, page, faults }).toEqual({ seed, page, faults: [] })
    }
  }
})
