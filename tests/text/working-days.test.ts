import { describe, expect, test } from 'vitest'
import { readCalendarFile } from '../../src/text/calendar-file.ts'
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
