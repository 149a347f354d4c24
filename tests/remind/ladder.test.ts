import { describe, expect, test } from 'vitest'
import type { Addressee, RemindSettings, Staff } from '../../src/domain/reminding.ts'
import type { Ask, Request } from '../../src/domain/request.ts'
import { type LadderInput, ladder } from '../../src/remind/ladder.ts'
import { workingDays } from '../../src/text/working-days.ts'

const SETTINGS: RemindSettings = {
  ...{ before: [7, 3, 1], from: '09:00', until: '18:00', leaderAfter: 3, listAfter: 5 },
  ...{ perDay: 1, perRequest: 9, returnDays: 3 },
}
const WATER = 100
const person = (personId: number, name: string, unitId: number | null = WATER, reach = true): Addressee => ({
  ...{ personId, name, title: null, unitId },
  to: reach ? { kind: 'person', channel: 'web', account: `person:${personId}` } : null,
})
const JIANG = person(1, '江小波')
const ZHOU = { ...person(2, '周怀远', null), oversees: [WATER] }
const LI = person(3, '李敏', null)
const STAFF: Staff = {
  liaisons: [JIANG],
  leaders: [ZHOU],
  supervisors: [LI],
  leaves: [],
  people: [JIANG, ZHOU, LI],
}

const request = (id: number, over: Partial<Request> = {}): Request => ({
  ...{ id, unitId: WATER, unit: '市水务局', kind: 'progress', period: '2026Q2' },
  ...{ dueOn: '2026-07-20', statedOn: '2026-07-20', opensOn: '2026-07-09', grounds: [], state: 'open' },
  ...{ answeredAt: null, reopenedOn: null, tasks: [], asked: 0 },
  ...over,
})
const ask = (rung: string, askedOn: string, over: Partial<Ask> = {}): Ask => ({
  ...{ requestId: 1, rung, personId: 1, askedOn, outcome: 'sent', reason: null, sendKey: 'k' },
  ...over,
})

/** What becomes of each line on a day: audience, rung, outcome, why, whom. */
function on(today: string, over: Partial<LadderInput> = {}): string[] {
  const input = { requests: [request(1)], asks: [], snoozes: [], staff: STAFF, calendar: workingDays() }
  return ladder({ ...input, settings: SETTINGS, today, time: '09:00', ...over }).map(
    ({ audience, rung, outcome, reason, person: whom }) =>
      [audience, rung || '-', outcome, reason.why, whom?.name ?? '-'].join(' '),
  )
}

describe('the rungs of one request', () => {
  const told = [ask('T', '2026-07-20')]
  test.each<readonly [string, readonly Ask[], readonly string[]]>([
    ['2026-07-08', [], ['liaison - wait notYet 江小波']],
    ['2026-07-09', [], ['liaison T-7 send rung 江小波']],
    ['2026-07-09', [ask('T-7', '2026-07-09')], ['liaison T-7 wait taken 江小波']],
    ['2026-07-10', [ask('T-7', '2026-07-09')], ['liaison T-7 wait taken 江小波']],
    ['2026-07-10', [], ['liaison T-7 send caughtUp 江小波']],
    ['2026-07-15', [ask('T-7', '2026-07-09')], ['liaison T-3 send rung 江小波']],
    ['2026-07-16', [ask('T-7', '2026-07-09')], ['liaison T-3 send caughtUp 江小波']],
    ['2026-07-17', [], ['liaison T-1 send rung 江小波']],
    ['2026-07-18', [], ['liaison T-1 wait holiday 江小波']],
    ['2026-07-20', [], ['liaison T send rung 江小波']],
    ['2026-07-21', told, ['liaison late:1 send rung 江小波']],
    ['2026-07-22', told, ['liaison late:2 send rung 江小波']],
    ['2026-07-23', told, ['liaison late:3 send rung 江小波', 'leader leader send rung 周怀远']],
    ['2026-07-23', [], ['liaison late:3 send rung 江小波', 'leader leader wait notAskedYet 周怀远']],
    [
      '2026-07-27',
      [...told, ask('leader', '2026-07-23', { personId: 2 })],
      [
        'liaison late:5 send rung 江小波',
        'leader leader wait taken 周怀远',
        'supervisor list list rung 李敏',
      ],
    ],
  ])('%s after %j', (today, asks, expected) => {
    expect(on(today, { asks })).toEqual(expected)
  })

  test.each([
    ['08:59', 'quiet'],
    ['09:00', 'rung'],
    ['17:59', 'rung'],
    ['18:00', 'quiet'],
  ])('at %s: %s', (time, why) => {
    expect(on('2026-07-20', { time })[0]).toContain(why)
  })

  test('a make-up Sunday is a day of work, the holiday before it is none', () => {
    const requests = [request(1, { dueOn: '2026-09-21', opensOn: '2026-09-01' })]
    expect(on('2026-09-20', { requests })).toEqual(['liaison T-1 send rung 江小波'])
    expect(on('2026-09-19', { requests })[0]).toContain('holiday')
  })
})

describe('the burden', () => {
  const two = [request(1), request(2, { dueOn: '2026-07-15', opensOn: '2026-07-06' })]

  test('all of a person on one card', () => {
    expect(on('2026-07-15', { requests: two })).toEqual([
      'liaison T-3 send rung 江小波',
      'liaison T merge oneCard 江小波',
    ])
  })

  test('whoever had a card today gets no second; the one there is changed', () => {
    expect(on('2026-07-15', { requests: two, asks: [ask('T-3', '2026-07-15')] })).toEqual([
      'liaison T-3 wait taken 江小波',
      'liaison T merge askedToday 江小波',
    ])
  })

  test('nine asks, then no more, said once', () => {
    const asks = Array.from({ length: 9 }, (_, i) => ask(`x${i}`, '2026-07-01'))
    expect(on('2026-07-20', { asks })).toEqual(['liaison T avoid askedEnough 江小波'])
    const spared = [...asks, ask('late:1', '2026-07-21', { outcome: 'avoided', reason: 'askedEnough' })]
    expect(on('2026-07-21', { asks: spared })[0]).toBe('liaison late:1 wait askedEnough 江小波')
    expect(on('2026-07-22', { asks: spared })[0]).toBe('liaison late:2 wait askedEnough 江小波')
  })

  test('a press by a supervisor is not one of the nine', () => {
    const asks = Array.from({ length: 9 }, (_, i) => ask(`press:${i}`, '2026-07-01'))
    expect(on('2026-07-20', { asks })).toEqual(['liaison T send rung 江小波'])
  })
})

describe('later, as the person wished', () => {
  const snoozes = [{ requestId: 1, personId: 1, until: '2026-07-16' }]
  test.each([
    ['2026-07-10', 'liaison - wait snoozed 江小波'],
    ['2026-07-15', 'liaison - wait snoozed 江小波'],
    ['2026-07-16', 'liaison later:2026-07-16 send rung 江小波'],
    ['2026-07-17', 'liaison T-1 send rung 江小波'],
  ])('%s', (today, expected) => {
    expect(on(today, { snoozes })).toEqual([expected])
  })

  test('never past the day it is due', () => {
    expect(on('2026-07-20', { snoozes: [{ requestId: 1, personId: 1, until: '2026-08-20' }] })).toEqual([
      'liaison T send rung 江小波',
    ])
  })
})

describe('a returned report', () => {
  const requests = [request(1, { reopenedOn: '2026-07-28' })]
  test.each([
    ['2026-07-28', ['liaison T-3@2026-07-28 send rung 江小波']],
    ['2026-07-31', ['liaison T@2026-07-28 send rung 江小波']],
    ['2026-08-03', ['liaison late:1@2026-07-28 send rung 江小波']],
  ])('has three working days more: %s', (today, expected) => {
    expect(on(today, { requests, asks: [ask('late:3', '2026-07-23')] })).toEqual(expected)
  })
})

test('a returned report is asked for anew, however often it was before', () => {
  const requests = [request(1, { reopenedOn: '2026-07-28' })]
  const asks = Array.from({ length: 9 }, (_, i) => ask(`x${i}`, '2026-07-01'))
  expect(on('2026-07-28', { requests, asks })).toEqual(['liaison T-3@2026-07-28 send rung 江小波'])
})

describe('whom', () => {
  const away = { personId: 1, from: '2026-07-01', until: '2026-07-31', substituteId: 4 }
  const wang = person(4, '王芳')
  const nobody = (why: string) => [`liaison T list ${why} -`, `supervisor nobody list ${why} 李敏`]
  const leaves = [{ ...away, substituteId: null }]
  test.each<readonly [string, Partial<Staff>, readonly string[]]>([
    ['no liaison', { liaisons: [] }, nobody('noLiaison')],
    ['no account', { liaisons: [person(1, '江小波', WATER, false)] }, nobody('noAccount')],
    ['nobody to tell either', { liaisons: [], supervisors: [] }, ['liaison T list noLiaison -']],
    ['a substitute', { leaves: [away], people: [JIANG, wang] }, ['liaison T send rung 王芳']],
    ['on leave, a second liaison', { leaves, liaisons: [JIANG, wang] }, ['liaison T send rung 王芳']],
    ['on leave, nobody else', { leaves }, nobody('onLeave')],
    ['back', { leaves: [{ ...away, until: '2026-07-17' }] }, ['liaison T send rung 江小波']],
  ])('%s', (_, over, expected) => {
    expect(on('2026-07-20', { staff: { ...STAFF, ...over } })).toEqual(expected)
  })

  test('the head of the unit before the leader who has it under them; neither: it is said', () => {
    const head = { ...person(5, '郭明', WATER), oversees: [WATER] }
    const late = { asks: [ask('T', '2026-07-20')] }
    const whom = (staff: Partial<Staff>) => on('2026-07-23', { ...late, staff: { ...STAFF, ...staff } })[1]
    expect(whom({ leaders: [ZHOU, head] })).toBe('leader leader send rung 郭明')
    expect(whom({ leaders: [] })).toBe('leader leader wait noLeader -')
  })
})
