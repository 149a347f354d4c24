import { describe, expect, test } from 'vitest'
import { readCalendarFile } from '../../src/text/calendar-file.ts'
import { readHolidayNotice } from '../../src/text/holiday-notice.ts'
import { workingDays } from '../../src/text/working-days.ts'

const official = workingDays()

describe('working days of the official calendar', () => {
  test.each([
    ['2026-10-01', false, 'National Day'],
    ['2026-10-10', true, 'a Saturday made up for it'],
    ['2026-09-20', true, 'a Sunday made up for it'],
    ['2026-10-17', false, 'a Saturday'],
    ['2026-10-19', true, 'a Monday'],
    ['2027-01-01', true, 'a Friday of a year not known yet: nobody may claim it is off'],
    ['2027-10-02', false, 'a weekend of a year not known yet'],
  ])('%s: %s, %s', (day, expected) => {
    expect(official.isWorkingDay(day)).toBe(expected)
  })

  test.each([
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-10-08', -3, '2026-09-28'],
    ['2026-10-08', 3, '2026-10-12'],
    ['2026-10-09', 1, '2026-10-10'],
    ['2026-10-03', 1, '2026-10-08'],
    ['2026-10-03', -1, '2026-09-30'],
    ['2026-07-20', -7, '2026-07-09'],
    ['2026-07-20', 0, '2026-07-20'],
  ])('%s %i → %s', (day, count, expected) => {
    expect(official.add(day, count)).toBe(expected)
  })

  test('nearest working days and counts', () => {
    expect(official.onOrBefore('2026-10-03')).toBe('2026-09-30')
    expect(official.onOrAfter('2026-10-03')).toBe('2026-10-08')
    expect(official.onOrAfter('2026-10-10')).toBe('2026-10-10')
    expect(official.between('2026-09-30', '2026-10-12')).toBe(4)
    expect(official.between('2026-10-12', '2026-09-30')).toBe(0)
  })

  test('says which years it knows; a weekend on 1 October is no knowledge', () => {
    expect([2026, 2027, 2028, 2033].map((year) => official.knows(year))).toEqual([true, false, false, false])
  })
})

describe('imported days go first', () => {
  const { days } = readCalendarFile('2027-10-01~2027-10-07,休,国庆节\n2027-10-09,班\n2026-10-19,休,市人代会')
  const calendar = workingDays(days)

  test.each([
    ['2027-10-05', false],
    ['2027-10-09', true],
    ['2026-10-19', false],
    ['2026-10-20', true],
  ])('%s %s', (day, expected) => {
    expect(calendar.isWorkingDay(day)).toBe(expected)
  })

  test('a year is known by its National Day, not by a holiday of the city', () => {
    expect([calendar.knows(2027), workingDays(readCalendarFile('2027-06-12,休').days).knows(2027)]).toEqual([
      true,
      false,
    ])
  })
})

test.each([
  ['2027-02-06,休,春节', [{ day: '2027-02-06', working: false, name: '春节' }]],
  ['2027年2月20日，班', [{ day: '2027-02-20', working: true, name: '调休上班' }]],
  ['2027/5/1\t放假\t劳动节', [{ day: '2027-05-01', working: false, name: '劳动节' }]],
  [
    '2027.5.1至2027.5.2，休',
    [
      { day: '2027-05-01', working: false, name: '放假' },
      { day: '2027-05-02', working: false, name: '放假' },
    ],
  ],
  ['日期,班休,名称\n# 说明\n\n2027-01-01,休,元旦', [{ day: '2027-01-01', working: false, name: '元旦' }]],
  ['2027-01-01,休\n2027-01-01,班,值守', [{ day: '2027-01-01', working: true, name: '值守' }]],
])('reads %j', (text, days) => {
  expect(readCalendarFile(text)).toEqual({ days, problems: [] })
})

test.each([
  '2027-02-30,休',
  '春节,休',
  '2027-02-06,调',
  '2027-02-06~2027-01-06,休',
  '2027-01-01~2027-12-31,休',
])('names the line it cannot read: %s', (text) => {
  const { days, problems } = readCalendarFile(`# 安排\n${text}`)
  expect([days, problems.map(({ line }) => line)]).toEqual([[], [2]])
})

describe('the notice on the holidays of a year, as text', () => {
  const notice = [
    '关于2027年部分节假日安排的通知',
    '各有关单位：现将2027年放假安排通知如下。',
    '一、元旦：2026年12月31日（周四）至2027年1月2日（周六）放假调休，共3天。',
    '二、春节：2月5日（农历腊月二十九、周五）至11日（周四）放假调休，共7\n天。1月31日（周日）、2月20日（周六）上班。',
    '三、清明节、寒食节：4月5日（周一）放假，与周末连休。',
    '四、节假日期间，各地区要妥善安排好值班。',
  ].join('\n')
  const { days, problems } = readCalendarFile(notice)
  const named = days.map(({ day, working, name }) => `${day} ${working ? '班' : '休'} ${name}`)

  test('days off and the weekends worked for them', () => {
    expect(problems).toEqual([])
    expect(named).toEqual([
      '2026-12-31 休 元旦',
      '2027-01-01 休 元旦',
      '2027-01-02 休 元旦',
      '2027-01-31 班 春节调休',
      ...[5, 6, 7, 8, 9].map((day) => `2027-02-0${day} 休 春节`),
      '2027-02-10 休 春节',
      '2027-02-11 休 春节',
      '2027-02-20 班 春节调休',
      '2027-04-05 休 清明节、寒食节',
    ])
  })

  test('a text that merely speaks of holidays is no notice', () => {
    expect(readHolidayNotice('2027年节假日期间要加强值班，10月1日前报送情况。')).toBe(null)
  })
})
