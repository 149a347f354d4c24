import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { duePeriod, type Known } from '../../../src/chat/progress/period.ts'
import type { Progress } from '../../../src/domain/progress.ts'
import type { Request } from '../../../src/domain/request.ts'
import { reportPeriods } from '../../../src/remind/report-periods.ts'
import { workingDays } from '../../../src/text/working-days.ts'
import { DATA, makeDuty, makeDutyDocument, REGISTRY, TRADE, WATER } from '../../remind/make.ts'
import { openTown, type Town, talkOf } from './stage.ts'

const TODAY = '2026-11-20'
const periodsOf = (duties: Parameters<typeof makeDutyDocument>[0], today = TODAY) =>
  reportPeriods({
    ...{ documents: [makeDutyDocument(duties)], changes: [], registry: REGISTRY, calendar: workingDays() },
    ...{ window: { from: today, to: today }, today, holiday: 'earlier', opens: 7 },
  })
const quarterly = makeDuty({ what: '上一季度进展情况', recurrence: 'quarterly', month: 1, day: 20 })
const monthly = makeDuty({ what: '工作简报', recurrence: 'monthly', day: 25 })
const annual = makeDuty({ what: '全年工作总结', due: '2026-12-05' })

describe('by the duties of its document', () => {
  test.each([
    ['a quarterly one: the quarter', [quarterly], TODAY, '2026Q4'],
    ['just past the day it was due: the next quarter', [quarterly], '2026-10-21', '2026Q4'],
    ['on the day it is due: the one it is about', [quarterly], '2026-10-20', '2026Q3'],
    ['a monthly one: the month', [monthly], TODAY, '2026-11'],
    ['after its day of the month the next has not begun: this one', [monthly], '2026-11-27', '2026-11'],
    ['a single one: what it is about', [annual], TODAY, '2026'],
    ['of several the finest', [annual, quarterly], TODAY, '2026Q4'],
    ['of several the finest', [quarterly, monthly], TODAY, '2026-11'],
  ] as const)('%s', (_, duties, today, want) => {
    expect(periodsOf(duties, today).get(WATER)?.get(10)).toBe(want)
  })

  test('who is not asked has none: a duty of leads is none of the others’', () => {
    const periods = periodsOf([quarterly])
    expect([periods.get(TRADE)?.get(10), periods.get(TRADE)?.get(11), periods.get(DATA)?.get(12)]).toEqual([
      undefined,
      '2026Q4',
      '2026Q4',
    ])
  })
})

describe('what decides first', () => {
  const request = (period: string, dueOn: string, state: 'asked' | 'reported'): Request =>
    ({ kind: 'progress', period, dueOn, tasks: [{ taskId: 10, state }] }) as unknown as Request
  const report = (period: string, reportedOn: string): Progress =>
    ({ period, reportedOn }) as unknown as Progress
  const known = (over: Partial<Known>): Known => ({
    ...{ requests: [], latest: [], reports: [], byDuty: new Map(), today: TODAY },
    ...over,
  })
  const quarter = new Map([[10, '2026Q4']])
  test.each([
    [
      'an open request',
      { requests: [request('2026Q3', '2026-10-20', 'asked')], byDuty: quarter },
      '2026Q3',
      false,
    ],
    ['the one just answered', { latest: [request('2026-11', '2026-11-25', 'reported')] }, '2026-11', false],
    [
      'a report of the last days, corrected',
      { reports: [report('2026Q3', '2026-11-12')], byDuty: quarter },
      '2026Q3',
      false,
    ],
    [
      'the duty, whatever was said long ago',
      { reports: [report('2026-07', '2026-08-01')], byDuty: quarter },
      '2026Q4',
      false,
    ],
    ['no duty: the rhythm of the last report', { reports: [report('2026Q2', '2026-07-01')] }, '2026Q4', true],
    [
      'no duty: the rhythm it was asked in',
      { latest: [request('2026Q2', '2026-07-20', 'reported')] },
      '2026Q4',
      true,
    ],
    ['nothing at all: the month', {}, '2026-11', true],
  ] as const)('%s', (_, over, period, assumed) => {
    expect(duePeriod(10, known(over))).toMatchObject({ period, assumed })
  })
})

describe('in talk', () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
  }, 60_000)
  afterAll(() => town.close())
  beforeEach(() => town.reset())
  const report = async () => {
    await town.db.query(`update request set state = 'answered', answered_at = now()`)
    await town.db.query(`update request_task set state = 'reported'`)
    town.clock.now = new Date('2026-11-20T01:30:00Z')
    return talkOf(town, '江小波').say('35项60公里')
  }

  test('a report nobody asked for goes to the quarter its document reports by', async () => {
    const card = await report()
    expect(card.text).toContain('四季度报送')
    expect(card.text).not.toContain('没有定期报送要求')
    await talkOf(town, '江小波').tap(card, '确认报送')
    expect(await town.db.query('select period from progress')).toEqual([{ period: '2026Q4' }])
  })

  test('where the duty is over its rhythm is taken, and the card says so', async () => {
    const ended = JSON.stringify({ from: '2026-10-01' })
    for (const { duty } of await town.reminding.duties.list('2026-10-12'))
      await town.db.query(
        `insert into duty_change (duty, change, body, made_at) values ($1, 'ended', $2, now())`,
        [duty.key, ended],
      )
    try {
      const card = await report()
      expect(card.text).toContain('第35项没有定期报送要求，记为第四季度的进展。')
    } finally {
      await town.db.query('delete from duty_change')
    }
  })
})
