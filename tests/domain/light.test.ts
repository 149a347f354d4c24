import { expect, test } from 'vitest'
import { type Judged, type LightFacts, lightOf } from '../../src/domain/light.ts'
import type { MetricStanding } from '../../src/domain/standing.ts'

const metric = (value: number, last: number | null, over: Partial<MetricStanding> = {}): MetricStanding => ({
  ...{ name: '商业航线', op: '>=', value, valueMax: null, unit: '条', kind: 'total', period: null, by: null },
  ...{ raw: '', before: null, share: null },
  last: last === null ? null : { value: last, unit: over.unit ?? '条', period: '2026Q3', on: '2026-10-15' },
  ...over,
})

/** 20 December of a task of the year: the pace is 97%. */
const facts = (over: Partial<LightFacts>): LightFacts => {
  const today = over.today ?? '2026-12-20'
  return {
    ...{ today, paceOn: today, window: { startsOn: '2026-01-01', dueOn: '2026-12-31' }, dueImplied: true },
    ...{ metrics: [], state: 'ongoing', reported: true, expectedFinish: null, owed: null },
    ...{ workingDaysLeft: null, ...over },
  }
}

const name = '商业航线'
const metrics = (...of: MetricStanding[]) => ({ metrics: of })
const unreported = { reported: false, state: null } as const
const ceiling = { op: '<=', kind: 'share', unit: '%' } as const
const growth = { kind: 'growth', unit: '%' } as const
const own = (dueOn: string) => ({ window: { startsOn: '2026-01-01', dueOn }, dueImplied: false })
const noDays = { window: { startsOn: null, dueOn: null } }

const CASES: readonly (readonly [string, Partial<LightFacts>, Judged])[] = [
  ['closed, whatever else', { ...own('2026-01-31'), state: 'closed' }, green('closed')],
  ['done', { state: 'done', ...own('2026-06-30') }, green('done')],
  ['done, though the report is late', { state: 'done', owed: owed('2026-12-01', 0) }, green('done')],
  ['done, but 8 of 10', { state: 'done', ...metrics(metric(10, 8)) }, behind('amber', 17)],
  ['done, 10 of 10', { state: 'done', ...metrics(metric(10, 10)) }, green('done')],
  ['on pace', metrics(metric(100, 97)), green('onPace')],
  ['10 points behind', metrics(metric(100, 87)), green('onPace')],
  ['11 points behind', metrics(metric(100, 86)), behind('amber', 11)],
  ['17 points behind', metrics(metric(10, 8)), behind('amber', 17)],
  ['30 points behind', metrics(metric(100, 67)), behind('amber', 30)],
  ['31 points behind', metrics(metric(100, 66)), behind('red', 31)],
  ['ahead', metrics(metric(10, 12)), green('onPace')],
  [
    'the worst of several',
    metrics(metric(10, 10), metric(10, 5, { name: '起降点' })),
    behind('red', 47, '起降点'),
  ],
  ['one of two without a reading', metrics(metric(10, 10), metric(5, null)), green('onPace')],
  [
    'in another scale',
    metrics(metric(1, 8000, { unit: '亿元', last: last(8000, '万元') })),
    behind('amber', 17),
  ],
  ['in another measure', metrics(metric(1, 8, { last: last(8, '公里') })), none()],
  ['a range is reached at its lower end', metrics(metric(1, 1, { valueMax: 2, op: '=' })), green('onPace')],
  ['about: 96 of 100', { ...own('2026-12-19'), ...metrics(metric(100, 96, { op: '~' })) }, green('onPace')],
  ['about: 90 of 100', { ...own('2026-12-19'), ...metrics(metric(100, 90, { op: '~' })) }, overdue(1)],
  ['more than ten: ten', { ...own('2026-12-19'), ...metrics(metric(10, 10, { op: '>' })) }, overdue(1)],
  ['below a ceiling', metrics(metric(35, 30, ceiling)), green('onPace')],
  ['at a ceiling', metrics(metric(35, 35, ceiling)), green('onPace')],
  [
    'at a ceiling that may not be reached',
    metrics(metric(35, 35, { ...ceiling, op: '<' })),
    over('amber', 1),
  ],
  ['above a ceiling', metrics(metric(35, 42, ceiling)), over('amber', 20)],
  ['far above a ceiling', metrics(metric(35, 49, ceiling)), over('red', 40)],
  ['nought allowed, one happened', metrics(metric(0, 1, { op: '=' })), over('red', 100)],
  ['nought allowed, none happened', metrics(metric(0, 0, { op: '=' })), green('onPace')],
  [
    'a growth stands all the year',
    { today: '2026-04-10', ...metrics(metric(15, 9, growth)) },
    behind('red', 40),
  ],
  ['a growth a little short', metrics(metric(15, 14, growth)), green('onPace')],
  ['a growth that fell', metrics(metric(6, -2, growth)), behind('red', 133)],
  ['a share counts as done so far', metrics(metric(13, 12.5, { kind: 'share', unit: '%' })), green('onPace')],
  [
    'the year at hand of several',
    metrics(metric(60, 60, { period: '2026' }), metric(90, 60, { period: '2028' })),
    green('onPace'),
  ],
  ['a year to come', metrics(metric(100, 0, { period: '2028' })), behind('red', 97)],
  [
    'a plan of two years',
    { window: { startsOn: '2026-01-01', dueOn: '2027-12-31' }, ...metrics(metric(100, 45)) },
    green('onPace'),
  ],
  [
    'its own year of two',
    {
      window: { startsOn: '2026-01-01', dueOn: '2027-12-31' },
      ...metrics(metric(100, 45, { period: '2026' })),
    },
    behind('red', 52),
  ],
  ['the whole, not the part', metrics(metric(10, 10), metric(5, 0, { by: '江北区' })), green('onPace')],
  ['a part without a whole', metrics(metric(5, 0, { by: '江北区' })), behind('red', 97)],
  [
    'measured at the end of a past period',
    { paceOn: '2026-06-30', ...metrics(metric(10, 5)) },
    green('onPace'),
  ],
  ['overdue', { ...own('2026-12-10'), ...metrics(metric(10, 9)) }, overdue(10)],
  ['on the day itself', { ...own('2026-12-20'), ...metrics(metric(100, 95)) }, green('onPace')],
  [
    'past its day with every target reached',
    { ...own('2026-12-10'), ...metrics(metric(10, 10)) },
    green('onPace'),
  ],
  [
    'past its day with one target unread',
    { ...own('2026-12-10'), ...metrics(metric(10, 10), metric(5, null)) },
    overdue(10),
  ],
  ['overdue and never reported', { ...own('2026-12-10'), ...unreported }, overdue(10)],
  [
    'an old plan nobody reported on',
    { window: { startsOn: '2023-01-01', dueOn: '2023-12-31' }, ...unreported },
    none(),
  ],
  [
    'an old plan somebody reported on',
    { window: { startsOn: '2025-01-01', dueOn: '2026-12-10' } },
    overdue(10),
  ],
  ['no deadline at all', { ...noDays, ...metrics(metric(10, 1)) }, green('onPace')],
  ['no deadline, no report', { ...noDays, ...unreported }, none()],
  ['nothing reported yet', unreported, none()],
  ['nothing reported of a target', { ...unreported, ...metrics(metric(10, null)) }, none()],
  ['words where the plan has a figure', metrics(metric(10, null)), none()],
  ['words where the plan has none', {}, green('onPace')],
  ['not begun', { state: 'notStarted', ...metrics(metric(10, null)) }, behind('red', 97, '')],
  ['not begun in January', { today: '2026-01-20', state: 'notStarted' }, green('onPace')],
  ['blocked', { state: 'blocked' }, { light: 'amber', reason: { kind: 'blocked' } }],
  ['blocked and far behind', { state: 'blocked', ...metrics(metric(10, 5)) }, behind('red', 47)],
  ['blocked and a little late', { state: 'blocked', ...metrics(metric(10, 8)) }, behind('amber', 17)],
  [
    'expects to end late',
    { expectedFinish: '2027-01-30' },
    { light: 'amber', reason: { kind: 'finishLate', finish: '2027-01-30', days: 30 } },
  ],
  ['expects to end in time', { expectedFinish: '2026-12-31' }, green('onPace')],
  ['report due in 3 working days', { owed: owed('2026-12-23', 3) }, due('2026-12-23', 3)],
  ['report due in 4 working days', { owed: owed('2026-12-24', 4) }, green('onPace')],
  [
    'report due today, nothing ever said',
    { ...unreported, owed: owed('2026-12-20', 0) },
    due('2026-12-20', 0),
  ],
  [
    'report overdue',
    { owed: owed('2026-12-19', 0) },
    { light: 'red', reason: { kind: 'reportLate', dueOn: '2026-12-19' } },
  ],
  [
    'due soon, not a word yet',
    { ...own('2026-12-22'), ...unreported, workingDaysLeft: 2 },
    due('2026-12-22', 2),
  ],
  ['due soon, reported', { ...own('2026-12-22'), workingDaysLeft: 2 }, green('onPace')],
]

test.each(CASES)('%s', (_, over, expected) => {
  const { light, reason, reasons } = lightOf(facts(over))
  expect({ light, reason }).toEqual(expected)
  expect(reasons[0]).toEqual(reason)
})

function green(kind: 'closed' | 'done' | 'onPace') {
  return { light: 'green', reason: { kind } } as const
}
function none() {
  return { light: 'none', reason: { kind: 'unknown' } } as const
}
function behind(light: 'amber' | 'red', points: number, of = name) {
  return { light, reason: { kind: 'behind', points, metric: of } } as const
}
function over(light: 'amber' | 'red', points: number) {
  return { light, reason: { kind: 'over', points, metric: name } } as const
}
function overdue(days: number) {
  return { light: 'red', reason: { kind: 'overdue', days } } as const
}
function due(dueOn: string, workingDays: number) {
  return { light: 'amber', reason: { kind: 'reportDue', dueOn, workingDays } } as const
}
function owed(dueOn: string, workingDays: number) {
  return { dueOn, workingDays }
}
function last(value: number, unit: string) {
  return { value, unit, period: '2026Q3', on: '2026-10-15' }
}

test('every reason is told, red ones first', () => {
  const over = { owed: owed('2026-12-01', 0), state: 'blocked' as const, ...metrics(metric(10, 8)) }
  expect(lightOf(facts(over)).reasons.map(({ kind }) => kind)).toEqual(['reportLate', 'behind', 'blocked'])
})
