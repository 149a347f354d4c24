import { expect, test } from 'vitest'
import type { Query } from '../../src/domain/query.ts'
import { understand } from '../../src/understand/understand.ts'
import { LEXICON, LIAISON } from './lexicon.ts'

const units = [{ ids: [2], name: '市经信局', said: null }]
const ONE = { query: { kind: 'progress', filter: { numbers: [4] } } as Query, tasks: [{ id: 40 }] }
const LIST = {
  query: { kind: 'tasks', filter: { units, roles: ['lead'] } } as Query,
  tasks: [{ id: 40 }, { id: 41 }],
}
const RED = {
  query: { kind: 'progress', filter: {}, lights: ['red'] } as Query,
  tasks: [{ id: 40 }, { id: 41 }],
}

/** What of the last turn a short question leans on. */
function leans(text: string, last: typeof ONE): string {
  const { query } = understand(text, {
    viewer: LIAISON,
    history: [last],
    today: '2026-11-22',
    lexicon: LEXICON,
  })
  if (query.kind !== 'progress') return query.kind
  const { among, units: of } = query.filter
  return among !== undefined
    ? `tasks ${among.join()}`
    : of !== undefined
      ? `units ${of[0]?.ids.join()}`
      : 'nothing'
}

test.each([
  ['为什么是黄灯', ONE, 'tasks 40'],
  ['它为什么是黄灯', ONE, 'tasks 40'],
  ['上次报了多少', ONE, 'tasks 40'],
  ['历次报送呢', ONE, 'tasks 40'],
  ['困难是什么', LIST, 'tasks 40,41'],
  ['和上季度比怎么样', LIST, 'tasks 40,41'],
  ['哪些滞后', LIST, 'units 2'],
  ['红灯的呢', LIST, 'units 2'],
  ['完成率多少', LIST, 'units 2'],
  ['黄灯呢', RED, 'nothing'],
  ['哪些逾期了', ONE, 'nothing'],
  ['还有谁没报', LIST, 'nothing'],
  ['全市哪些滞后', LIST, 'nothing'],
  ['哪些单位滞后', LIST, 'nothing'],
] as const)('%s', (text, last, expected) => {
  expect(leans(text, last)).toBe(expected)
})
