import type { Day } from '../domain/span.ts'
import { addDays, dayOf } from './calendar.ts'
import type { CalendarDay } from './working-days.ts'

const YEAR = /(?<year>20\d{2})年(?:部分)?节假日/
/** 二、春节：2月15日（农历腊月二十八、周日）至23日放假调休，共9天。2月14日（周六）上班。 */
const HOLIDAY =
  /^[（(]?[一二三四五六七八九十]*[）)]?[、.．]?\s*(?<name>[^：:，。\s]{2,9})[：:](?<words>[^：:]*(?:放假|上班).*)$/
/** Lines may be wrapped anywhere: items begin with their number. */
const ITEM = /(?=[一二三四五六七八九十]、)/
const DATE = /(?:(?<y>20\d{2})年)?(?:(?<m>\d{1,2})月)?(?<d>\d{1,2})日/g
const LONGEST = 15

/**
 * Reads the State Council's notice on the holidays of a year: days off and the weekends worked for them. Null for any other
 * text. A day without a month or year is of those written before it.
 */
export function readHolidayNotice(text: string): readonly CalendarDay[] | null {
  const plain = text.replace(/[（(][^（）()]*[）)]/g, '').replace(/\s/g, '')
  const year = Number(YEAR.exec(plain)?.groups?.year ?? 0)
  if (year === 0) return null
  const days = plain.split(ITEM).flatMap((item) => holidayDays(item, year))
  return days.length > 0 ? days.sort((a, b) => a.day.localeCompare(b.day)) : null
}

function holidayDays(item: string, year: number): readonly CalendarDay[] {
  const groups = HOLIDAY.exec(item)?.groups
  if (groups === undefined) return []
  const name = groups.name ?? ''
  let context = { year, month: 1 }
  return (groups.words ?? '').split('。').flatMap((sentence): CalendarDay[] => {
    const read = datesOf(sentence, context)
    context = read.context
    if (/上班/.test(sentence)) return read.days.map((day) => ({ day, working: true, name: `${name}调休` }))
    return /放假/.test(sentence) ? read.days.map((day) => ({ day, working: false, name })) : []
  })
}

interface Context {
  readonly year: number
  readonly month: number
}

/** Every day a sentence names, ranges written out. */
function datesOf(
  sentence: string,
  before: Context,
): { readonly days: readonly Day[]; readonly context: Context } {
  let context = before
  let end = 0
  const days: Day[] = []
  for (const match of sentence.matchAll(DATE)) {
    const { y, m, d } = match.groups ?? {}
    context = { year: y ? Number(y) : context.year, month: m ? Number(m) : context.month }
    const day = dayOf(context.year, { month: context.month, day: Number(d) })
    const last = days.at(-1)
    const range = last !== undefined && /^[至到—–-]+$/.test(sentence.slice(end, match.index))
    if (range) days.push(...between(last, day))
    else days.push(day)
    end = match.index + match[0].length
  }
  return { days, context }
}

/** The days after the first, up to the last; none where that is no holiday's length. */
function between(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = addDays(first, 1); day <= last && days.length < LONGEST; day = addDays(day, 1))
    days.push(day)
  return days
}
