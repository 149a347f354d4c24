import { describe, expect, test } from 'vitest'
import type { AddedDuty, DutyChange } from '../../src/domain/duty-change.ts'
import { dutyKeys } from '../../src/remind/duty.ts'
import { DATA, makeDuty, makeDutyDocument, NORTH, planned, SOUTH, TRADE, WATER } from './make.ts'

const monthly = makeDuty({ what: '工作简报', recurrence: 'monthly', day: 25 })
const quarterly = makeDuty({
  what: '责任事项完成情况',
  recurrence: 'quarterly',
  month: 1,
  day: 20,
  from: '2026-04-01',
})

describe('who is asked for which tasks', () => {
  test.each([
    ['各牵头单位', [`${WATER}:10`, `${TRADE}:11`, `${DATA}:12`]],
    ['牵头单位', [`${WATER}:10`, `${TRADE}:11`, `${DATA}:12`]],
    ['各责任单位', [`${TRADE}:10`, `${DATA}:12`, `${NORTH}:10`, `${SOUTH}:11`]],
    ['各承办单位', [`${WATER}:10`, `${TRADE}:10,11`, `${DATA}:12`, `${NORTH}:10`, `${SOUTH}:11`]],
    ['各有关单位', [`${WATER}:10`, `${TRADE}:10,11`, `${DATA}:12`, `${NORTH}:10`, `${SOUTH}:11`]],
    ['各区、各部门', [`${WATER}:10`, `${TRADE}:10,11`, `${DATA}:12`, `${NORTH}:10`, `${SOUTH}:11`]],
    ['各区人民政府', [`${NORTH}:10`, `${SOUTH}:11`]],
    ['各区', [`${NORTH}:10`, `${SOUTH}:11`]],
    ['各县（市、区）人民政府', [`${NORTH}:10`, `${SOUTH}:11`]],
    ['各地、市直有关部门', [`${WATER}:10`, `${TRADE}:10,11`, `${DATA}:12`, `${NORTH}:10`, `${SOUTH}:11`]],
    ['市直有关部门', [`${WATER}:10`, `${TRADE}:10,11`, `${DATA}:12`]],
    ['任务承担单位', [`${WATER}:10`, `${TRADE}:10,11`, `${DATA}:12`, `${NORTH}:10`, `${SOUTH}:11`]],
    ['各配合单位', [`${DATA}:11`]],
    ['市商务局', [`${TRADE}:10,11`]],
    ['市水务局、市数据局', [`${WATER}:10`, `${DATA}:12`]],
    ['各牵头单位和责任单位', [`${WATER}:10`, `${TRADE}:10,11`, `${DATA}:12`, `${NORTH}:10`, `${SOUTH}:11`]],
  ])('%s', (who, expected) => {
    const { requests } = planned([makeDutyDocument([{ ...monthly, who }])])
    expect(requests.map((r) => `${r.unitId}:${r.tasks.map((t) => t.taskId)}`)).toEqual(expected)
  })

  test('a unit that leads one task and answers for another reports each as what it is', () => {
    const { requests } = planned([makeDutyDocument([{ ...monthly, who: '市商务局' }])])
    expect(requests[0]?.tasks).toEqual([
      { taskId: 10, capacity: 'responsible' },
      { taskId: 11, capacity: 'lead' },
    ])
  })
})

describe('what asks nobody, and why', () => {
  test.each([
    [{ who: null }, 'nobodyNamed'],
    [{ who: '领导小组办公室' }, 'unknownUnit'],
    [{ who: '市应急局' }, 'unknownUnit'],
    [{ recurrence: null, day: null }, 'noDay'],
    [{ recurrence: null, due: '2026-07-10', who: '各配合单位', day: null }, null],
  ] as const)('%j: %s', (over, why) => {
    const { idle } = planned([makeDutyDocument([{ ...monthly, ...over }])])
    expect(idle.map((one) => one.why)).toEqual(why === null ? [] : [why])
  })

  test('what was due before the document came in is not pressed for; a day before that is a question of what-if', () => {
    const late = makeDutyDocument([makeDuty({ what: '办理方案', due: '2026-07-10' })], {
      addedOn: '2026-07-15',
    })
    expect(planned([late], { today: '2026-07-16' }).idle.map(({ why }) => why)).toEqual(['overBeforeRead'])
    expect(planned([late], { today: '2026-07-08' }).requests.length).toBe(3)
  })

  const regime = (what: string, recurrence: 'monthly' | 'quarterly' | 'annual') =>
    makeDuty({ who: null, to: null, what, recurrence })

  test('of 月调度、季通报、全年总结 the finest asks; the others are made of what it brings', () => {
    const document = makeDutyDocument([
      regime('月调度', 'monthly'),
      regime('季通报', 'quarterly'),
      regime('全年总结', 'annual'),
    ])
    const { requests, idle } = planned([document])
    expect([...new Set(requests.map((r) => `${r.period} ${r.statedOn}`))]).toEqual(['2026-07 2026-07-31'])
    expect(idle.map(({ duty, why }) => `${duty.what} ${why}`)).toEqual([
      '季通报 coveredByOthers',
      '全年总结 coveredByOthers',
    ])
  })

  test('where a sentence tells somebody to report regularly, a mere rhythm asks nobody', () => {
    const { requests } = planned([makeDutyDocument([regime('每季度调度', 'quarterly'), monthly])])
    expect(new Set(requests.map((r) => r.period))).toEqual(new Set(['2026-07']))
  })
})

describe('when', () => {
  const due = (over: Parameters<typeof planned>[1] = {}, duty = quarterly) =>
    planned([makeDutyDocument([duty])], over).requests.map((r) =>
      [r.period, r.statedOn, r.dueOn, r.opensOn].join(' '),
    )[0]

  test('a Saturday is moved to the Friday, or by setting to the Monday', () => {
    expect(due({}, monthly)).toBe('2026-07 2026-07-25 2026-07-24 2026-07-15')
    expect(due({ holiday: 'later' }, monthly)).toBe('2026-07 2026-07-25 2026-07-27 2026-07-16')
  })

  test('a holiday week: the first day off goes back to the last of work', () => {
    const window = { from: '2026-10-01', to: '2026-10-31' }
    const early = makeDuty({ what: '上月进展', recurrence: 'monthly', day: 5 })
    expect(due({ window, today: '2026-09-25' }, early)).toBe('2026-09 2026-10-05 2026-09-30 2026-09-20')
  })

  test('a report on the last quarter of the plan falls due after it, one on the quarter after does not', () => {
    const winter = { window: { from: '2027-01-01', to: '2027-06-30' }, today: '2027-01-01' }
    const { requests } = planned([makeDutyDocument([quarterly])], winter)
    expect(new Set(requests.map((r) => `${r.period} ${r.statedOn}`))).toEqual(new Set(['2026Q4 2027-01-20']))
  })

  test('nothing before 自第二季度起, nor after the stage is over', () => {
    const whole = { from: '2026-01-01', to: '2026-12-31' }
    const { requests } = planned(
      [makeDutyDocument([{ ...monthly, from: '2026-04-01', until: '2026-06-30' }])],
      {
        window: whole,
        today: '2026-02-01',
      },
    )
    expect([...new Set(requests.map((r) => r.period))]).toEqual(['2026-04', '2026-05', '2026-06'])
  })

  test('每月报送, no day told: the last of the month', () => {
    expect(due({}, { ...monthly, day: null })).toBe('2026-07 2026-07-31 2026-07-31 2026-07-22')
    const { requests } = planned([makeDutyDocument([{ ...monthly, day: null }])])
    expect(requests[0]?.grounds[0]?.dayImplied).toBe(true)
  })
})

describe('one request a unit and period', () => {
  test('two documents that ask the same on the same day make one, with both grounds', () => {
    const other = makeDutyDocument([quarterly], {
      ...{ id: 2, name: '云政办〔2026〕9号', series: '9' },
      tasks: [{ taskId: 20, leads: [WATER], responsible: [], supporting: [] }],
    })
    const { requests } = planned([makeDutyDocument([quarterly]), other])
    const own = requests.filter(({ unitId }) => unitId === WATER)
    expect(own.map((r) => [r.tasks.map((t) => t.taskId), r.grounds.map((g) => g.document)])).toEqual([
      [
        [10, 20],
        ['云政办〔2026〕5号', '云政办〔2026〕9号'],
      ],
    ])
  })

  test('办理方案和名单 are two requests of one day, the list without tasks', () => {
    const { requests } = planned([
      makeDutyDocument([makeDuty({ what: '办理方案和联络员名单', due: '2026-07-10' })]),
    ])
    expect(requests.filter((r) => r.unitId === WATER).map((r) => [r.kind, r.period, r.tasks.length])).toEqual(
      [
        ['contacts', '2026', 0],
        ['handlingPlan', '2026', 1],
      ],
    )
  })
})

describe("a supervisor's word", () => {
  const document = makeDutyDocument([monthly])
  const [key = ''] = dutyKeys(document.series, document.duties)
  const whole = { window: { from: '2026-05-01', to: '2026-09-30' }, today: '2026-05-01' }
  const days = (changes: readonly DutyChange[]) => [
    ...new Set(planned([document], { ...whole, changes }).requests.map((r) => `${r.period} ${r.statedOn}`)),
  ]
  const all = [
    '2026-05 2026-05-25',
    '2026-06 2026-06-25',
    '2026-07 2026-07-25',
    '2026-08 2026-08-25',
    '2026-09 2026-09-25',
  ]
  const date = { recurrence: 'monthly', month: null, day: 28 } as const

  test.each<readonly [string, readonly DutyChange[], readonly string[]]>([
    ['none', [], all],
    [
      'moved from July on',
      [{ change: 'moved', duty: key, body: { from: '2026-07-01', date } }],
      [...all.slice(0, 2), '2026-07 2026-07-28', '2026-08 2026-08-28', '2026-09 2026-09-28'],
    ],
    [
      'paused in June, taken up in August',
      [
        { change: 'paused', duty: key, body: { from: '2026-06-01' } },
        { change: 'resumed', duty: key, body: { from: '2026-08-01' } },
      ],
      [all[0] ?? '', ...all.slice(3)],
    ],
    ['ended in July', [{ change: 'ended', duty: key, body: { from: '2026-07-01' } }], all.slice(0, 2)],
    [
      'put off once',
      [{ change: 'shifted', duty: key, body: { of: '2026-06-25', due: '2026-07-03' } }],
      [all[0] ?? '', '2026-06 2026-07-03', ...all.slice(2)],
    ],
    [
      'put off twice, and brought forward across the edge of the window',
      [
        { change: 'shifted', duty: key, body: { of: '2026-06-25', due: '2026-07-03' } },
        { change: 'shifted', duty: key, body: { of: '2026-07-03', due: '2026-07-10' } },
        { change: 'shifted', duty: key, body: { of: '2026-10-25', due: '2026-09-29' } },
        { change: 'shifted', duty: key, body: { of: '2026-09-25', due: '2026-10-09' } },
      ],
      [all[0] ?? '', '2026-06 2026-07-10', all[2] ?? '', all[3] ?? '', '2026-10 2026-09-29'],
    ],
    [
      'put off once, after it was moved for all',
      [
        { change: 'moved', duty: key, body: { from: '2026-07-01', date } },
        { change: 'shifted', duty: key, body: { of: '2026-07-28', due: '2026-07-30' } },
      ],
      [...all.slice(0, 2), '2026-07 2026-07-30', '2026-08 2026-08-28', '2026-09 2026-09-28'],
    ],
    ['said of another duty', [{ change: 'ended', duty: 'other', body: { from: '2026-07-01' } }], all],
  ])('%s', (_, changes, expected) => {
    expect(days(changes)).toEqual(expected)
  })

  test('a report put off stays about its period', () => {
    const summary = makeDutyDocument([makeDuty({ what: '进展情况', due: '2026-08-31' })])
    const [own = ''] = dutyKeys(summary.series, summary.duties)
    const changes: readonly DutyChange[] = [
      { change: 'moved', duty: own, body: { from: '2026-08-01', date: { due: '2026-09-08' } } },
    ]
    const { requests } = planned([summary], { ...whole, changes })
    expect(new Set(requests.map((r) => `${r.period} ${r.statedOn}`))).toEqual(new Set(['2026-08 2026-09-08']))
  })

  test('a duty of their own, over the tasks of all documents', () => {
    const body: AddedDuty = {
      documentId: null,
      who: '各牵头单位',
      what: '安全生产专项进展',
      kind: 'progress',
      date: { due: '2026-06-15' },
      from: null,
      until: null,
    }
    const { requests } = planned([makeDutyDocument([])], {
      ...whole,
      changes: [{ change: 'added', id: 7, body }],
    })
    expect(requests.map((r) => [r.unitId, r.grounds[0]?.document, r.period])).toEqual([
      [WATER, '督查室安排', '2026-06'],
      [TRADE, '督查室安排', '2026-06'],
      [DATA, '督查室安排', '2026-06'],
    ])
  })
})
