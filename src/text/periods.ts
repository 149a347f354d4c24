import type { MonthDay } from './calendar.ts'
import { parseNumber } from './numbers.ts'
import type { Match, Rule } from './rule.ts'

/**
 * A part of a year, the year itself left open: 6月底, 4月—10月, 二季度, 上半年, 年底. `dates.ts` joins it with the
 * year written before it or implied.
 */
export interface YearPart {
  readonly from: MonthDay
  readonly to: MonthDay
  readonly grain: Grain
}

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'

const FIRST: MonthDay = { month: 1, day: 1 }
const LAST: MonthDay = { month: 12, day: 31 }
export const WHOLE_YEAR: YearPart = { from: FIRST, to: LAST, grain: 'year' }

/** Parts of a month as its first and last day; 0 is the month's last. */
export const ENDS: Readonly<Record<string, readonly [number, number]>> = {
  初: [1, 10],
  上旬: [1, 10],
  中旬: [11, 20],
  中: [11, 20],
  下旬: [21, 0],
  底: [0, 0],
  末: [0, 0],
}

const number = (text: string | undefined): number => parseNumber(text ?? '') ?? 0
const months = (from: number, to: number, grain: Grain): YearPart | null =>
  from >= 1 && to <= 12 && from <= to
    ? { from: { month: from, day: 1 }, to: { month: to, day: 0 }, grain }
    : null

function readDay({ groups }: Match): YearPart | null {
  const at = { month: number(groups.m), day: number(groups.d) }
  if (at.month < 1 || at.month > 12 || at.day < 1 || at.day > 31) return null
  return { from: at, to: { month: at.month, day: number(groups.e) || at.day }, grain: 'day' }
}

function readMonth({ groups }: Match): YearPart | null {
  const month = number(groups.m)
  const [from, to] = ENDS[groups.part ?? ''] ?? [1, 0]
  if (month < 1 || month > 12) return null
  return { from: { month, day: from }, to: { month, day: to }, grain: from === to ? 'day' : 'month' }
}

function readQuarter({ groups }: Match): YearPart | null {
  const quarter = groups.q === '首' ? 1 : number(groups.q ?? groups.n)
  if (quarter < 1 || quarter > 4) return null
  const end = months(quarter * 3, quarter * 3, 'quarter')
  return groups.end
    ? end && { from: end.to, to: end.to, grain: 'day' }
    : months(quarter * 3 - 2, quarter * 3, 'quarter')
}

export const YEAR_PARTS: readonly Rule<YearPart>[] = [
  {
    name: 'day: 3月31日, 六月三十日, 9月1—15日',
    pattern:
      /(?<![\d个])(?<m>\d{1,2}|十[一二]?|[一二三四五六七八九])月份?的?(?<d>\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:[—–~至-]+(?<e>\d{1,2}))?[日号]/g,
    read: readDay,
  },
  {
    name: 'month: 6月, 6月底, 十一月上旬, 3月份',
    pattern:
      /(?<![\d个第])(?<m>\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?<part>上旬|中旬|下旬|[初底末中](?!型|小))?/g,
    read: readMonth,
  },
  {
    name: 'months: 4月—10月, 4—10月, 4至10月',
    pattern:
      /(?<![\d个])(?<a>\d{1,2}|十[一二]?|[一二三四五六七八九])(?:月份?)?[—–~至到-]+(?<b>\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?!\d{1,2}[日号]|底|[上中下]旬)/g,
    read: ({ groups }) => months(number(groups.a), number(groups.b), 'month'),
  },
  {
    name: 'quarter: 二季度, 第二季度, Q2, 一季度末',
    pattern: /(?:第?(?<q>[一二三四1-4首])个?季度?|[Qq](?<n>[1-4])(?!\d))(?<end>[底末])?/g,
    read: readQuarter,
  },
  {
    name: 'half: 上半年, 下半年',
    pattern: /(?<half>[上下])半年/g,
    read: ({ groups }) => (groups.half === '上' ? months(1, 6, 'half') : months(7, 12, 'half')),
  },
  {
    name: 'half end: 半年底, 年中',
    pattern: /年中(?![国心部央小期型])/g,
    read: () => ({ from: { month: 6, day: 0 }, to: { month: 6, day: 0 }, grain: 'day' }),
  },
  {
    name: 'year end: 年底, 年末, 2025年底, 岁末',
    pattern: /年[底末]|(?<=年)[底末]|岁末/g,
    read: () => ({ from: LAST, to: LAST, grain: 'day' }),
  },
  {
    name: 'within the year: 年内, 全年, 年度内',
    pattern: /(?<![\d一二三四五六七八九十两几])年度?[内间](?!外)|全年/g,
    read: () => WHOLE_YEAR,
  },
]
