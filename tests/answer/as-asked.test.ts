import { describe, expect, test } from 'vitest'
import type { Figure } from '../../src/answer/figure.ts'
import { asAsked } from '../../src/answer/kinds/as-asked.ts'
import { compare } from '../../src/answer/kinds/compare.ts'
import { standingLine } from '../../src/cards/answer/progress-words.ts'
import type { ProgressQuery } from '../../src/domain/progress-query.ts'
import type { LightReason, TaskStanding } from '../../src/domain/standing.ts'
import type { Lexicon } from '../../src/understand/prepare.ts'

const lexicon = {
  unitById: new Map([
    [1, { id: 1, short: '市集邮局', succeededBy: 2 }],
    [2, { id: 2, short: '市邮票局', succeededBy: null }],
    [3, { id: 3, short: '市风筝局', succeededBy: null }],
  ]),
} as unknown as Lexicon
const bare = { metrics: [], statements: [], responsible: [], report: null, state: null, pace: null }
const led = (...leads: TaskStanding['leads']) => ({ ...bare, leads }) as unknown as TaskStanding
const old = { id: 1, name: '市集邮局' }
const now = { id: 2, name: '市邮票局' }
const other = { id: 3, name: '市风筝局' }

describe('units are counted under the name they have now', () => {
  const asked: ProgressQuery = { kind: 'progress', filter: { states: ['behind'] }, byUnit: true }
  test.each([
    ['a unit and its successor are one', [old, now, other], [now, other]],
    ['a name the registry does not know stays', [{ id: null, name: '某局' }], [{ id: null, name: '某局' }]],
  ])('%s', (_, leads, expected) => {
    expect(asAsked(led(...leads), asked, lexicon).leads).toEqual(expected)
  })

  test('of a task told the names stay as written', () => {
    expect(asAsked(led(old), { kind: 'progress', filter: {} }, lexicon).leads).toEqual([old])
  })
})

describe('each reason is told once', () => {
  const lit = (...reasons: readonly LightReason[]) =>
    standingLine({ ...led(other), light: 'red', reason: reasons[0]!, reasons } as TaskStanding, '2026-11-22')
  const late: LightReason = { kind: 'overdue', days: 9 }
  test.each([
    ['twice the same', [late, late], '还没有进展，超过完成时限9天'],
    ['two of them', [late, { kind: 'blocked' }], '还没有进展，超过完成时限9天，推进受阻'],
  ] as const)('%s', (_, reasons, expected) => {
    expect(lit(...reasons)).toBe(expected)
  })
})

describe('figures set beside one another', () => {
  const figure = (document: number, value: number, name = '书店'): Figure =>
    ({ name, value, unit: '家', kind: 'total', year: 2026, document: { id: document } }) as unknown as Figure
  test.each([
    ['two things counted in one document', [figure(1, 30), figure(1, 3500), figure(2, 3500)], null],
    ['书店 beside 书店、画廊', [figure(1, 30), figure(2, 40, '书店、画廊')], null],
    ['one thing in two documents', [figure(1, 30), figure(2, 30)], { verdict: 'agree', difference: null }],
    [
      'two values of it',
      [figure(1, 30), figure(2, 35)],
      { verdict: 'differ', difference: { value: 5, unit: '家' } },
    ],
  ])('%s', (_, figures, expected) => {
    expect(compare(figures)).toEqual(expected)
  })
})
