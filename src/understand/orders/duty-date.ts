import type { Recurrence } from '../../domain/document.ts'
import type { SaidDate } from '../../domain/duty-change.ts'
import type { Day } from '../../domain/span.ts'
import { dayOf, yearOf } from '../../text/calendar.ts'
import { parseNumber } from '../../text/numbers.ts'
import { findAll, type Match, type Rule } from '../../text/rule.ts'

const N = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
/** 25日, 25号前, 底, 末, 初. Nothing: the period's last day. */
const DAY = `(?:的)?(?:(?<day>${N})[日号]|(?<last>月?[底末])|(?<first>月?初))?(?:之?前)?`
const number = (said: string | undefined): number | null => parseNumber(said ?? '')

function dayIn({ groups }: Match): number | null | undefined {
  if (groups.first) return 1
  const day = number(groups.day)
  return day !== null && (day < 1 || day > 31) ? undefined : day
}

/** null: no such day or month. */
function every(recurrence: Recurrence, match: Match, month: number | null): SaidDate | null {
  const day = dayIn(match)
  const most = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 }[recurrence]
  return day === undefined || (month ?? 1) < 1 || (month ?? 1) > most ? null : { recurrence, month, day }
}

const NTH = `(?:的?(?:第?(?<nth>${N})个月|(?<head>首月|头个?月)|(?<tail>末月|最后一?个月)))?`
const nthOf = ({ groups }: Match, last: number): number | null =>
  groups.head ? 1 : groups.tail ? last : number(groups.nth)

interface Context {
  readonly today: Day
}

/** When a report falls due, as a supervisor says it. Tried in order; the first that reads decides. */
const DATES: readonly Rule<SaidDate, Context>[] = [
  {
    name: 'quarterly: 每季度第1个月25日前, 每季度末月底, 每季首月20号, 每季度结束后10日内',
    pattern: new RegExp(`每(?:一?个)?季度?${NTH}${DAY}`, 'g'),
    read: (match) => every('quarterly', match, nthOf(match, 3)),
  },
  {
    name: 'after the quarter: 季后10日内, 季度结束后10日内',
    pattern: new RegExp(`每?季度?(?:结束)?后(?<day>${N})日(?:内|前)`, 'g'),
    read: (match) => every('quarterly', match, 1),
  },
  {
    name: 'half-yearly: 每半年第1个月10日前',
    pattern: new RegExp(`每半年${NTH}${DAY}`, 'g'),
    read: (match) => every('semiannual', match, nthOf(match, 6)),
  },
  {
    name: 'half-yearly: 每年1月、7月10日前',
    pattern: new RegExp(`每年(?<month>[1-6]|[一二三四五六])月[、和](?<other>${N})月${DAY}`, 'g'),
    read: (match) => {
      const month = number(match.groups.month)
      return number(match.groups.other) === (month ?? 0) + 6 ? every('semiannual', match, month) : null
    },
  },
  {
    name: 'yearly: 每年12月10日前, 每年年底',
    pattern: new RegExp(`每年(?:(?<end>年?[底末])|(?<month>${N})月份?${DAY})`, 'g'),
    read: (match) =>
      match.groups.end
        ? { recurrence: 'annual', month: 12, day: null }
        : every('annual', match, number(match.groups.month)),
  },
  {
    name: 'monthly: 每月5日前, 每个月底',
    pattern: new RegExp(`每(?:个|一)?月(?:份)?${DAY}`, 'g'),
    read: (match) => every('monthly', match, null),
  },
  {
    name: 'once: 2026年12月5日前, 12月5日, 12月底',
    pattern: new RegExp(
      `(?:(?<year>\\d{4})年|(?<rel>今|明)年)?(?<month>${N})月份?(?:(?<day>${N})[日号]|(?<last>[底末]))(?:之?前)?`,
      'g',
    ),
    read: (match, { today }) => once(match, today),
  },
  {
    name: 'the day alone, the rhythm stays: 推迟到25日, 月底前',
    pattern: new RegExp(
      `(?<![\\d月一二三四五六七八九十])(?:[本当]月)?(?:(?<day>${N})[日号]|(?<last>月?[底末]))(?:之?前)?`,
      'g',
    ),
    read: (match) => {
      const day = dayIn(match)
      return day === undefined ? null : { recurrence: null, month: null, day }
    },
  },
]

/** A day without a year is the next one. null: no such day. */
function once({ groups }: Match, today: Day): SaidDate | null {
  const [month, day] = [number(groups.month) ?? 0, groups.last ? 0 : (number(groups.day) ?? -1)]
  if (month < 1 || month > 12 || day < 0 || day > 31) return null
  const said = groups.year
    ? Number(groups.year)
    : groups.rel
      ? yearOf(today) + (groups.rel === '明' ? 1 : 0)
      : null
  const own = dayOf(said ?? yearOf(today), { month, day })
  return { due: said === null && own < today ? dayOf(yearOf(today) + 1, { month, day }) : own }
}

export interface FoundDate {
  readonly date: SaidDate
  readonly start: number
  readonly end: number
}

/** The last date a text names: in 把每月25日的月报改到每月底 the new one. Null: it names none. */
export function lastDutyDate(text: string, today: Day): FoundDate | null {
  for (const rule of DATES) {
    const found = findAll(text, [rule], { today }).at(-1)
    if (found) return { date: found.value, start: found.start, end: found.end }
  }
  return null
}
