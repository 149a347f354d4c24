import calendar from 'chinese-days'
import type { Day } from '../domain/span.ts'
import { addDays, yearOf } from './calendar.ts'
import type { DateContext, DateReading } from './dates.ts'
import type { Rule } from './rule.ts'

/** Month and day of a festival; those of the lunar calendar are worked out year by year. */
const SOLAR: Readonly<Record<string, string>> = {
  元旦: '01-01',
  五一: '05-01',
  劳动节: '05-01',
  国庆: '10-01',
  圣诞: '12-25',
}
const LUNAR: Readonly<Record<string, string>> = { 春节: '01-01', 元宵: '01-15', 端午: '05-05', 中秋: '08-15' }

function festivalOf(name: string, year: number): Day | null {
  const fixed = SOLAR[name]
  if (fixed) return `${year}-${fixed}`
  const lunar = LUNAR[name]
  return lunar ? calendar.getSolarDateFromLunar(`${year}-${lunar}`).date : null
}

/** The next one, today included: 春节 said in December is that of the year to come. */
function nextFestival(name: string, today: Day): Day | null {
  const years = [yearOf(today), yearOf(today) + 1]
  return years.map((year) => festivalOf(name, year)).find((day) => day !== null && day >= today) ?? null
}

/** 年前 in talk: before the new year of the moon. */
export const BEFORE_NEW_YEAR: Rule<DateReading, DateContext> = {
  name: 'before the new year: 年前, 春节之前',
  pattern: /(?<![\d一二两三四五六七八九十百几多数半今去明后前当每往本])年之?前(?![\d几后三五十])/g,
  read: (_, { today }) => {
    const day = today && nextFestival('春节', today)
    return day
      ? { start: null, end: addDays(day, -1), bound: 'by', grain: 'day', certainty: 'implied' }
      : null
  },
}

/** 国庆前 → by 09-30, the day before; 春节 → the day itself. Needs today. */
export const FESTIVAL: Rule<DateReading, DateContext> = {
  name: 'festival: 国庆前, 春节前, 元旦, 中秋节',
  pattern: /(?<name>元旦|春节|元宵|五一(?!路|街|广场)|劳动节|端午|中秋|国庆|圣诞)节?(?<before>之?前(?!后))?/g,
  read: ({ groups }, { today }) => {
    const day = today && nextFestival(groups.name ?? '', today)
    if (!day) return null
    const certainty = 'implied'
    if (groups.before) return { start: null, end: addDays(day, -1), bound: 'by', grain: 'day', certainty }
    return { start: day, end: day, bound: 'in', grain: 'day', certainty }
  },
}
