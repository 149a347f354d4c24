import type { Recurrence } from '../domain/document.ts'
import { type Period, periodOf, shiftPeriod } from '../domain/period.ts'
import type { Day } from '../domain/span.ts'
import { monthOf, yearOf } from '../text/calendar.ts'
import { parseNumber } from '../text/numbers.ts'

/** The words a report's period is read from: what is to be handed in, then the whole sentence. */
interface Words {
  readonly what: string
  readonly text: string
}

const BEFORE: Readonly<Record<Recurrence, RegExp>> = {
  monthly: /上个?月|上一个?月/,
  quarterly: /上一?个?季度?/,
  semiannual: /上一?个半年/,
  annual: /上一?年度?(?!半)|去年/,
}
const CURRENT: Readonly<Record<Recurrence, RegExp>> = {
  monthly: /[当本]月/,
  quarterly: /[当本]季/,
  semiannual: /[当本]半年/,
  annual: /[当本]年/,
}

/**
 * The period a recurring report that falls due on a day is about. Its words say it (将上一季度进展情况, 报送当月简报); where
 * they do not, a report due in the first month of its quarter, half or year, or by the 10th of the month, is about the
 * period that has just ended, and any other about the one it falls in.
 */
export function recurringPeriod(recurrence: Recurrence, due: Day, words: Words): Period {
  const own = periodOf(recurrence, due)
  for (const said of [words.what, words.text]) {
    if (BEFORE[recurrence].test(said)) return shiftPeriod(own, -1)
    if (CURRENT[recurrence].test(said)) return own
  }
  return isEarly(recurrence, due) ? shiftPeriod(own, -1) : own
}

const STEP: Readonly<Record<Recurrence, number>> = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 }
const EARLY_DAY = 10

function isEarly(recurrence: Recurrence, due: Day): boolean {
  if (recurrence === 'monthly') return Number(due.slice(8)) <= EARLY_DAY
  return (monthOf(due) - 1) % STEP[recurrence] === 0
}

interface Said {
  readonly name: string
  readonly pattern: RegExp
  readonly read: (due: Day, groups: Readonly<Record<string, string | undefined>>) => Period
}

/** What a single report is about, by its name. First match wins. */
const SINGLE: readonly Said[] = [
  {
    name: 'half: 上半年工作小结, 半年小结 (in October: the second)',
    pattern: /(?<half>[上下])?半年/,
    read: (due, { half }) => {
      const second = half === '下' || (half === undefined && (monthOf(due) >= 10 || monthOf(due) <= 3))
      return `${second ? yearEnding(due, 12) : yearEnding(due, 6)}H${second ? 2 : 1}`
    },
  },
  {
    name: 'quarter: 第三季度进展情况, 一季度小结',
    pattern: /第?(?<q>[一二三四1-4])季度/,
    read: (due, { q }) => {
      const quarter = parseNumber(q ?? '') ?? 1
      return `${yearEnding(due, quarter * 3)}Q${quarter}`
    },
  },
  {
    name: 'quarter: 上一季度, 本季度',
    pattern: /(?<before>上一?个?)?季度/,
    read: (due, { before }) => recurringPeriod('quarterly', due, { what: before ? '上季度' : '', text: '' }),
  },
  {
    name: 'year: 全年总结, 年度小结, 年终总结',
    pattern: /全年|年度|年终|年底/,
    read: (due) => yearEnding(due, 12),
  },
  {
    name: 'month: 10月份进展情况',
    pattern: /(?<!\d)(?<m>1[0-2]|[1-9])月份/,
    read: (due, { m }) => `${yearEnding(due, Number(m))}-${String(m).padStart(2, '0')}`,
  },
]

/** The year of the period that ends in `month` and that one would report on a day: by December itself, or soon after. */
function yearEnding(due: Day, month: number): string {
  const soonAfter = monthOf(due) <= 3 && month - monthOf(due) > 6
  return String(yearOf(due) - (soonAfter ? 1 : 0))
}

/**
 * The period a report due on one day is about: by its name; a 总结 of the end of the year is about the year; else the month
 * that has just ended or goes on.
 */
export function singlePeriod(due: Day, { what }: Words): Period {
  for (const { pattern, read } of SINGLE) {
    const groups = pattern.exec(what)
    if (groups) return read(due, groups.groups ?? {})
  }
  if (/总结/.test(what) && (monthOf(due) >= 10 || monthOf(due) <= 2)) return yearEnding(due, 12)
  return recurringPeriod('monthly', due, { what: '', text: '' })
}
