import type { Day } from '../domain/span.ts'
import { addDays, addMonths, dayOf, monthOf, quarterOf, weekdayOf, yearOf } from './calendar.ts'
import type { DateContext, DateReading } from './dates.ts'
import { parseNumber } from './numbers.ts'
import { ENDS, type Grain } from './periods.ts'
import type { Match, Rule } from './rule.ts'

/** Phrases that say their own year, or count from today. Those that need today read as nothing without one. */

type Read = (match: Match, today: Day) => DateReading | null

const fromToday =
  (read: Read) =>
  (match: Match, context: DateContext): DateReading | null =>
    context.today === null ? null : read(match, context.today)

function span(start: Day, end: Day, grain: Grain): DateReading {
  return { start, end, grain, bound: 'in', certainty: 'stated' }
}

/** The month, quarter or week `step` away from today's. */
const monthAway = (today: Day, step: number): DateReading =>
  span(addMonths(today, step), addDays(addMonths(today, step + 1), -1), 'month')

function quarterAway(today: Day, step: number): DateReading {
  const first = dayOf(yearOf(today), { month: quarterOf(today) * 3 - 2, day: 1 })
  return span(addMonths(first, step * 3), addDays(addMonths(first, step * 3 + 3), -1), 'quarter')
}

function weekAway(today: Day, step: number): DateReading {
  const monday = addDays(today, 1 - weekdayOf(today) + step * 7)
  return span(monday, addDays(monday, 6), 'week')
}

/** The next day of that number, today included. */
function dayToCome(today: Day, day: number): Day {
  const months = [0, 1, 2].map((step) => monthAway(today, step))
  const days = months.flatMap(({ start, end }) => {
    const at = addDays(start ?? end, day - 1)
    return at >= today && at <= end ? [at] : []
  })
  return days[0] ?? today
}

const STEPS: Readonly<Record<string, number>> = { 上: -1, 本: 0, 这: 0, 当: 0, 此: 0, 下: 1 }
const DAYS: Readonly<Record<string, number>> = {
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
}
const step = ({ groups }: Match): number => STEPS[groups.step ?? ''] ?? 0

function readIso({ groups }: Match): DateReading | null {
  const [month, day] = [Number(groups.m), Number(groups.d)]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const at = dayOf(Number(groups.y), { month, day })
  return span(at, at, 'day')
}

/** 十五五 is 2026–2030; the fourteenth plan began in 2021. */
function readPlan({ groups }: Match): DateReading | null {
  const first = 2021 + ((parseNumber(groups.n ?? '') ?? 4) - 4) * 5
  const last = dayOf(first + 4, { month: 12, day: 31 })
  return span(groups.end ? last : dayOf(first, { month: 1, day: 1 }), last, groups.end ? 'day' : 'year')
}

function readWeekday({ groups, ...match }: Match, today: Day): DateReading {
  const weekday = groups.day === '日' || groups.day === '天' ? 7 : (parseNumber(groups.day ?? '') ?? 1)
  const at = addDays(weekAway(today, step({ groups, ...match })).start ?? today, weekday - 1)
  return span(at, at, 'day')
}

export const RELATIVE_DATES: readonly Rule<DateReading, DateContext>[] = [
  {
    name: 'iso day: 2025-06-30, 2025.6.30, 2025/6/30',
    pattern: /(?<!\d)(?<y>20\d{2})[-./](?<m>\d{1,2})[-./](?<d>\d{1,2})(?!\d)/g,
    read: readIso,
  },
  {
    name: 'five-year plan: “十四五”期间, 十五五末',
    pattern: /十(?<n>[三四五六七])五[”"]?(?:(?<end>末)|期间|时期)/g,
    read: readPlan,
  },
  {
    name: 'day from today: 今天, 昨天, 明天',
    pattern: /前天|昨[天日]|今[天日]|明[天日]|后天/g,
    read: fromToday((match, today) => {
      const at = addDays(today, DAYS[match.text] ?? 0)
      return span(at, at, 'day')
    }),
  },
  {
    name: 'week: 本周, 上周, 下个星期',
    pattern: /(?<step>[上本这下])个?(?:周|星期|礼拜)(?![一二三四五六日天边])/g,
    read: fromToday((match, today) => weekAway(today, step(match))),
  },
  {
    name: 'weekday: 周五, 下周三, 本周日',
    pattern: /(?<step>[上本这下])?(?:周|星期)(?<day>[一二三四五六日天])(?![年期])/g,
    read: fromToday(readWeekday),
  },
  {
    name: 'day of a month from now: 本月25日, 下月20号, 下个月8号',
    pattern:
      /(?<step>[上本这下当])个?月的?(?<d>\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]/g,
    read: fromToday((match, today) => {
      const month = monthAway(today, step(match))
      const at = addDays(month.start ?? today, (parseNumber(match.groups.d ?? '') ?? 0) - 1)
      return at < (month.start ?? today) || at > month.end ? null : span(at, at, 'day')
    }),
  },
  {
    name: 'day to come, no month said: 25日前, 31号之前',
    pattern: /(?<![\d月年.—–~至-])(?<d>[12]\d|3[01]|[1-9])[日号](?=之?前|以前)/g,
    read: fromToday((match, today) => {
      const at = dayToCome(today, Number(match.groups.d))
      return span(at, at, 'day')
    }),
  },
  {
    name: 'month: 本月, 上个月, 下月, 下月中旬, 本月底',
    pattern: /(?<step>[上本这下当])个?月(?!\d)(?<part>上旬|中旬|下旬|[初底末])?/g,
    read: fromToday((match, today) => {
      const month = monthAway(today, step(match))
      const [from, to] = ENDS[match.groups.part ?? ''] ?? [1, 0]
      const first = month.start ?? today
      const at = (day: number): Day => (day === 0 ? month.end : addDays(first, day - 1))
      return span(at(from), at(to), from === to ? 'day' : 'month')
    }),
  },
  {
    name: 'within this month: 月内',
    pattern: /(?<![\d一二三四五六七八九十个每当本上下这份])月内/g,
    read: fromToday((_, today) => monthAway(today, 0)),
  },
  {
    name: 'end of this month: 月底前',
    pattern: /(?<![\d一二三四五六七八九十个每当本上下这份])月[底末]/g,
    read: fromToday((_, today) => {
      const { end } = monthAway(today, 0)
      return span(end, end, 'day')
    }),
  },
  {
    name: 'quarter: 本季度, 上个季度, 这季度',
    pattern: /(?<step>[上本这下当])(?:个|一)?季度?(?:度)?/g,
    read: fromToday((match, today) => quarterAway(today, step(match))),
  },
  {
    name: 'this half: 本半年, 这半年',
    pattern: /[本这]半年/g,
    read: fromToday((_, today) => {
      const first = monthOf(today) <= 6 ? 1 : 7
      const year = yearOf(today)
      return span(dayOf(year, { month: first, day: 1 }), dayOf(year, { month: first + 5, day: 0 }), 'half')
    }),
  },
  {
    name: 'last months: 近三个月, 最近一个月, 过去半年',
    pattern: /(?:最近|过去|近)(?:(?<n>\d{1,2}|[一两二三四五六])个?月|(?<half>半年))/g,
    read: fromToday(({ groups }, today) => {
      const back = groups.half ? 6 : (parseNumber(groups.n ?? '') ?? 1)
      const start = addDays(addMonths(today, -back), Number(today.slice(8)) - 1)
      return span(start, today, 'month')
    }),
  },
  {
    name: 'within days: 3天内, 一周内, 两周之内',
    pattern: /(?<n>\d{1,3}|[一两二三四五六七八九十]{1,3})(?<unit>天|日|周|个?星期)之?内/g,
    read: fromToday(({ groups }, today) => {
      const days = (parseNumber(groups.n ?? '') ?? 1) * (/[天日]/.test(groups.unit ?? '') ? 1 : 7)
      return { ...span(today, addDays(today, days), 'day'), bound: 'by' }
    }),
  },
]
