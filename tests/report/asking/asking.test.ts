import { describe, expect, test } from 'vitest'
import { settleAsked } from '../../../src/chat/report/settle.ts'
import type { Order, ReportAsked } from '../../../src/domain/order.ts'
import type { Viewer } from '../../../src/domain/person.ts'
import { hear } from '../../../src/understand/progress/hear.ts'
import { LEXICON, liaisonOf, TASKS } from '../../understand/progress.ledger.ts'
import { ASKED, NO_ORDERS, QUESTIONS, STANDING } from './phrases.ts'

const TODAY = '2026-11-20'
const LEADERS = [{ name: '周怀远', unitIds: [2, 4] }]
const VIEWER: Viewer = { ...liaisonOf('市交通运输局'), roles: ['supervisor', 'leader'], oversees: [2, 7] }
const CHIEF: Viewer = { ...VIEWER, unitId: null, unit: null }
const lexicon = { ...LEXICON, rows: { ...LEXICON.rows, leaders: LEADERS } }

const heard = (q: string) =>
  hear(q, {
    viewer: /我们单位/.test(q) ? VIEWER : CHIEF,
    today: TODAY,
    lexicon,
    tasks: TASKS,
    history: [],
    last: [],
  })

const rows = (table: string): readonly (readonly [string, string])[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [said = '', want = ''] = line.split(' = ')
      return [said, want] as const
    })

/** Units and tasks by their names, else the words of the matter. */
function scopeOf(asked: ReportAsked, about: string): string {
  const tasks = asked.tasks.map((task) => TASKS.find((t) => t.id === task.id)?.key ?? '?')
  const scope = [...asked.units.map((unit) => unit.name), ...tasks, about].filter((words) => words !== '')
  return scope.length === 0 ? '' : `〔${scope.join('、')}〕`
}

function shown(order: Order | null): string {
  if (order === null) return 'question'
  if (order.do === 'report') {
    const { kind, period, about, lateOnly } = settleAsked(order, VIEWER, TODAY)
    return said([kind, period, scopeOf(order, about), lateOnly ? 'late' : '', order.form])
  }
  if (order.do === 'subscribe') {
    const { kind, about, lateOnly } = settleAsked(order, VIEWER, TODAY)
    const rhythm = Object.values(order.rhythm).filter((v) => v !== null)
    return said([
      'subscribe',
      kind,
      scopeOf(order, about),
      lateOnly ? 'late' : '',
      order.form,
      rhythm.join('/'),
    ])
  }
  return order.do === 'unsubscribe'
    ? said(['unsubscribe', order.report, order.every, order.all ? 'all' : ''])
    : order.do
}

const said = (words: readonly (string | null)[]): string =>
  words.filter((w) => w !== null && w !== '').join(' ')

describe('asked for', () => {
  test.each(rows(ASKED))('%s', (q, want) => {
    expect(shown(heard(q).order)).toBe(want)
  })
})

describe('stays a question', () => {
  test.each(rows(QUESTIONS))('%s', (q) => {
    expect(shown(heard(q).order)).toBe('question')
  })
})

describe('standing orders', () => {
  test.each(rows(STANDING))('%s', (q, want) => {
    expect(shown(heard(q).order)).toBe(want)
  })

  test.each(rows(NO_ORDERS))('%s orders nothing', (q) => {
    expect(shown(heard(q).order)).toBe('question')
  })
})
