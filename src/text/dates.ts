import type { Certainty, Day } from '../domain/span.ts'
import { dayOf, yearOf } from './calendar.ts'
import { BEFORE_NEW_YEAR, FESTIVAL } from './festivals.ts'
import { parseNumber } from './numbers.ts'
import { type Grain, WHOLE_YEAR, YEAR_PARTS, type YearPart } from './periods.ts'
import { RELATIVE_DATES } from './relative-dates.ts'
import { dropOverlaps, type Found, findAll, type Rule } from './rule.ts'

/** What a calendar phrase says: 6月底前 → by 06-30; 4月—10月 → in 04-01…10-31. */
export interface DateReading {
  /** null where only an end is said (6月底前). */
  readonly start: Day | null
  readonly end: Day
  /** by: 前, 到2027年. from: 自3月1日起. in: a day or span, nothing more. */
  readonly bound: 'by' | 'in' | 'from'
  readonly grain: Grain
  /** Of the year: written here; inherited from the context or an earlier date; implied by today. */
  readonly certainty: Certainty
}

/** For documents `today` is null and `year` that of the heading or title; for talk it is the other way round. */
export interface DateContext {
  readonly today: Day | null
  readonly year: number | null
}

/** A year as said: 2025, or so many years from the present one (今年 0, 去年 −1). */
type YearSaid = { readonly year: number } | { readonly offset: number }

interface Point {
  readonly year: YearSaid | null
  readonly part: YearPart
  readonly until: { readonly year: YearSaid | null; readonly part: YearPart } | null
}

const OFFSETS: Readonly<Record<string, number>> = {
  前: -2,
  去: -1,
  上: -1,
  今: 0,
  本: 0,
  当: 0,
  明: 1,
  来: 1,
  次: 1,
  后: 2,
}

export const YEARS: readonly Rule<YearSaid, DateContext>[] = [
  {
    name: 'year: 2025年, 2025年度, 2025—2027年, 2025Q2',
    pattern: /(?<!\d)(?<y>20\d{2})(?:年度?|(?=[—–~至到-]+20\d{2}年)|(?=[Qq][1-4]))/g,
    read: ({ groups }) => ({ year: Number(groups.y) }),
  },
  {
    name: 'year in characters: 二〇二五年',
    pattern: /(?<y>二[〇零○][一二三四五六七八九][〇零○一二三四五六七八九])年度?/g,
    read: ({ groups }) => ({ year: parseNumber((groups.y ?? '').replaceAll('○', '〇')) ?? 0 }),
  },
  {
    name: 'short year, in talk only: 22年, 25年',
    pattern: /(?<![\d第近约.])(?<y>1[89]|2\d|3[0-5])年度?(?![内来间期以限])/g,
    read: ({ groups }, { today }) => (today === null ? null : { year: 2000 + Number(groups.y) }),
  },
  {
    name: 'year from now: 今年, 去年, 本年度, 明年',
    pattern:
      /(?<![\d一二三四五六七八九十几多])(?<o>[去今本当明来次]|上(?!半)一?|前(?![\d两三几])|后)年度?(?![轻龄级])/g,
    read: ({ groups }) => ({ offset: OFFSETS[(groups.o ?? '').slice(0, 1)] ?? 0 }),
  },
]

/**
 * Every calendar phrase of `text`, in reading order. A year once written governs the later phrases without one.
 * Phrases whose year nothing tells are left out.
 */
export function findDates(text: string, context: DateContext): Found<DateReading>[] {
  const points = joinRanges(joinYears(text, context), text)
  const dated = resolveYears(points, context)
  return dropOverlaps([
    ...findAll(text, [...RELATIVE_DATES, FESTIVAL, BEFORE_NEW_YEAR], context),
    ...dated,
  ]).map((found) => bound(found, text))
}

/** 2025年 + 6月底 → one point; a year alone is the whole of it; a part alone has its year open. */
function joinYears(text: string, context: DateContext): Found<Point>[] {
  const years = dropOverlaps(findAll(text, YEARS, context)).map((found) => ({ kind: 'year' as const, found }))
  const parts = dropOverlaps(findAll(text, YEAR_PARTS, undefined)).map((found) => ({
    kind: 'part' as const,
    found,
  }))
  const points: Found<Point>[] = []
  for (const one of [...years, ...parts].sort((a, b) => a.found.start - b.found.start)) {
    const last = points.at(-1)
    if (one.kind === 'year') {
      points.push({ ...one.found, value: { year: one.found.value, part: WHOLE_YEAR, until: null } })
    } else if (last && adjoins(last, one.found, text)) {
      const value = { ...last.value, part: one.found.value }
      points[points.length - 1] = place(text, { ...last, value, end: one.found.end })
    } else if (!last || last.end <= one.found.start) {
      points.push({ ...one.found, value: { year: null, part: one.found.value, until: null } })
    }
  }
  return points
}

/** A whole year right before a part of one: 2025年|6月底, 今年|年底 (one 年 shared), 去年的|12月. */
function adjoins(year: Found<Point>, part: Found<YearPart>, text: string): boolean {
  if (year.value.part !== WHOLE_YEAR || year.value.year === null || part.start <= year.start) return false
  return part.start <= year.end || (part.start === year.end + 1 && text[year.end] === '的')
}

/** 2025年4月1日 至 2027年12月31日 → one span. */
function joinRanges(points: readonly Found<Point>[], text: string): Found<Point>[] {
  const joined: Found<Point>[] = []
  for (const point of points) {
    const last = joined.at(-1)
    const gap = last && text.slice(last.end, point.start)
    if (last && gap && /^(?:[—–~-]+|[至到])$/.test(gap) && last.value.until === null) {
      joined[joined.length - 1] = place(text, {
        ...last,
        end: point.end,
        value: { ...last.value, until: point.value },
      })
    } else joined.push(point)
  }
  return joined
}

const place = <T>(text: string, found: Found<T>): Found<T> => ({
  ...found,
  text: text.slice(found.start, found.end),
})

function resolveYears(points: readonly Found<Point>[], context: DateContext): Found<DateReading>[] {
  const now = context.year ?? (context.today === null ? null : yearOf(context.today))
  const present = context.today === null ? context.year : yearOf(context.today)
  let year = now
  let certainty: Certainty = context.year === null ? 'implied' : 'inherited'
  return points.flatMap(({ value: { year: said, part, until }, ...found }) => {
    const told = toldYear(said, present)
    if (told !== null) [year, certainty] = [told, 'inherited']
    if (year === null) return []
    const end = until ? dayOf(toldYear(until.year, present) ?? year, until.part.to) : dayOf(year, part.to)
    const value: DateReading = {
      start: dayOf(year, part.from),
      end,
      grain: part.grain,
      bound: 'in',
      certainty: told === null ? certainty : 'stated',
    }
    return [{ ...found, value }]
  })
}

function toldYear(said: YearSaid | null, present: number | null): number | null {
  if (said === null) return null
  if ('year' in said) return said.year
  return present === null ? null : present + said.offset
}

const BY_AFTER = /^(?:之前|以前|前夕?|止|为止)(?![后提期瞻景沿列往身述款者三五十\d])/
const BY_BEFORE = /(?:到|至|截至|截止|最迟|不晚于)$/
const FROM_AFTER = /^(?:起|以来|开始|之后|以后)/

/** Reads the words around a date: 前 and 到 make it a limit, 起 a beginning. */
function bound(found: Found<DateReading>, text: string): Found<DateReading> {
  const after = BY_AFTER.exec(text.slice(found.end, found.end + 4))
  if (after)
    return place(text, {
      ...found,
      end: found.end + after[0].length,
      value: { ...found.value, start: null, bound: 'by' },
    })
  const before = BY_BEFORE.exec(text.slice(Math.max(0, found.start - 4), found.start))
  if (before && found.value.bound === 'in') {
    return place(text, {
      ...found,
      start: found.start - before[0].length,
      value: { ...found.value, start: null, bound: 'by' },
    })
  }
  return FROM_AFTER.test(text.slice(found.end, found.end + 2))
    ? { ...found, value: { ...found.value, bound: 'from' } }
    : found
}
