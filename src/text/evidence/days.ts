import { dropOverlaps, findAll, type Match, type Rule } from '../rule.ts'

/** A date as far as it is said: 11月底 → {month: 11, day: 30}; parts not said are null. */
export interface SaidDay {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

export interface FoundDay {
  readonly value: SaidDay
  readonly text: string
  readonly start: number
  readonly end: number
}

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const RELATIVE: Readonly<Record<string, number>> = { 去: -1, 今: 0, 本: 0, 明: 1, 后: 2 }

const DAYS: readonly Rule<SaidDay, number>[] = [
  {
    name: 'day: 2026年11月30日, 今年11月底, 11月, 每月25日',
    pattern:
      /(?:(?<y>20\d{2})年|(?<r>[去今本明后])年)?(?<m>1[0-2]|0?[1-9])月(?:份|(?<d>3[01]|[12]\d|0?[1-9])[日号]|(?<end>[底末]))?/g,
    read: ({ groups }, year) => said(groups, year),
  },
  {
    name: 'day of numbers: 2026-11-30, 2026.11.30, 2026/11/30',
    pattern: /(?<!\d)(?<y>20\d{2})[-./](?<m>1[0-2]|0?[1-9])[-./](?<d>3[01]|[12]\d|0?[1-9])(?!\d)/g,
    read: ({ groups }, year) => said(groups, year),
  },
  {
    name: 'year end: 2026年底前, 今年年底, 年末',
    pattern: /(?:(?<y>20\d{2})年?|(?<r>[去今本明后])年)?年?[底末](?=前|[,，。;；、]|$)/g,
    read: (match, year) =>
      match.text.includes('年') ? said({ ...match.groups, m: '12', d: '31' }, year) : null,
  },
  {
    name: 'year: 2026年, 今年, 明年',
    pattern: /(?<!\d)(?<y>20\d{2})年|(?<r>[去今明后])年/g,
    read: ({ groups }, year) => said(groups, year),
  },
  {
    name: 'day of a month: 每月25日, 首月20日',
    pattern: /(?<=每?月|每个?月|\d、)(?<d>3[01]|[12]\d|0?[1-9])[日号](?!议案|建议)/g,
    read: ({ groups }, year) => said(groups, year),
  },
]

/** Every date of a flat text. `year` is the present one, for 今年 and 明年. */
export function findDays(text: string, year: number): FoundDay[] {
  return dropOverlaps(findAll(text, DAYS, year))
}

function said(groups: Match['groups'], present: number): SaidDay {
  const relative = RELATIVE[groups.r ?? '']
  const year = groups.y ? Number(groups.y) : relative === undefined ? null : present + relative
  const month = groups.m ? Number(groups.m) : null
  const end = groups.end && month !== null ? (LAST_DAYS[month - 1] ?? null) : null
  return { year, month, day: groups.d ? Number(groups.d) : end }
}

/**
 * True when the evidence says that day: month and day as in one of its dates, the year that date's, or, where that
 * date has none, any year the evidence names.
 */
export function isDaySaid(day: SaidDay, evidence: readonly SaidDay[]): boolean {
  const years = new Set(evidence.map((e) => e.year))
  if (day.month === null && day.day === null) return years.has(day.year)
  return evidence.some(
    (e) =>
      (day.month === null || e.month === day.month) &&
      (day.day === null || e.day === day.day) &&
      (day.year === null || e.year === day.year || (e.year === null && years.has(day.year))),
  )
}
