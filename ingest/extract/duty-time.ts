import type { Duty, DutyTiming } from '../../src/domain/document.ts'
import type { Day } from '../../src/domain/span.ts'
import { monthOf } from '../../src/text/calendar.ts'
import { type DateReading, findDates } from '../../src/text/dates.ts'
import { parseNumber } from '../../src/text/numbers.ts'
import { findRecurrences } from '../../src/text/recurrence.ts'
import type { Found } from '../../src/text/rule.ts'

export type DutyTime = Pick<Duty, 'due' | 'dueCertainty' | 'recurrence' | 'timing'>

export interface StageTime {
  readonly start: Day | null
  readonly end: Day | null
}

interface Words {
  /** The clauses that belong to this duty alone. */
  readonly words: string
  readonly sentence: string
}

/**
 * When a duty falls due, once for each of several days (6月25日、12月10日前). A recurrence in its words has no single
 * day. A date in its words is stated; one that opens the sentence holds for all of it; failing both, the end of the
 * stage is implied.
 */
export function dutyTimes(
  { words, sentence }: Words,
  at: { readonly year: number | null; readonly stage: StageTime | null },
): DutyTime[] {
  const dates = datesOf(words, at.year)
  const days = limitsOf(words, dates)
  const recurrence = twiceAYear(words, recurrenceOf(words, days.length > 0))
  if (recurrence)
    return [{ due: null, recurrence, timing: timingOf({ words, recurrence, dates, stage: at.stage }) }]
  const opening = datesOf(sentence, at.year).find((d) => d.start <= 1 && sentence[d.end] === '，')
  const due = days.length === 0 && opening ? [opening] : days
  if (due.length > 0) return due.map(dueOn)
  if (/定期|及时|适时|随时/.test(words) || !at.stage?.end) return [{ due: null, recurrence: null }]
  return [{ due: at.stage.end, dueCertainty: 'implied', recurrence: null }]
}

/** 每年6月底前和12月底前, 每年1月、7月: half a year apart it is a rhythm of half years. */
function twiceAYear(words: string, recurrence: Duty['recurrence']): Duty['recurrence'] {
  const months = /每年(?<a>\d{1,2})月(?:\d{1,2}日|底|末|份)?(?:之?前)?[、和及与](?<b>\d{1,2})月/.exec(
    words,
  )?.groups
  return recurrence === 'annual' && months && Number(months.b) - Number(months.a) === 6
    ? 'semiannual'
    : recurrence
}

/** 12月10日前报送全年总结: with a day of its own, the span is what the report covers. */
const recurrenceOf = (words: string, hasDay: boolean): Duty['recurrence'] =>
  findRecurrences(words).find(({ text }) => !hasDay || !/^(?:半年|全年|年[度终])/.test(text))?.value ?? null

const dueOn = ({ value }: Found<DateReading>): DutyTime => ({
  due: value.end,
  dueCertainty: value.certainty,
  recurrence: null,
})

/** The first limit, with the days joined to it by 、 or 和: 6月25日、12月10日前. */
function limitsOf(words: string, dates: readonly Found<DateReading>[]): Found<DateReading>[] {
  const first = dates.findIndex(isLimit)
  if (first < 0) return []
  const joined = (i: number): boolean => /^[、和及与]$/.test(words.slice(dates[i]?.end, dates[i + 1]?.start))
  let [from, to] = [first, first]
  while (from > 0 && joined(from - 1)) from--
  while (to + 1 < dates.length && joined(to)) to++
  return dates.slice(from, to + 1)
}

const datesOf = (text: string, year: number | null): Found<DateReading>[] =>
  findDates(text, { today: null, year })

const isLimit = ({ value, text }: Found<DateReading>): boolean =>
  value.bound === 'by' || (value.bound === 'in' && (value.grain === 'day' || /[底末]$/.test(text)))

/** 每个季度第1个月的20日前, 每月5日前, 每季度末月25日前. */
const WITHIN =
  /(?:第(?<month>[123一二三])个月|(?<first>首月)|(?<last>末月|最后一?个月))?(?:的|后)?(?<day>\d{1,2}|[一二三]?十[一二三四五六七八九]?)[日号](?:之?前|以前)/

interface Recurring {
  readonly words: string
  readonly recurrence: Duty['recurrence']
  readonly dates: readonly Found<DateReading>[]
  readonly stage: StageTime | null
}

function timingOf({ words, recurrence, dates, stage }: Recurring): DutyTiming {
  const within = WITHIN.exec(words)?.groups
  const yearly = recurrence === 'annual' || recurrence === 'semiannual' ? dates.find(isLimit) : undefined
  const ordinal = within?.first ? 1 : within?.last ? 3 : parseNumber(within?.month ?? '')
  return {
    from: dates.find((d) => d.value.bound === 'from')?.value.start ?? stage?.start ?? null,
    until: stage?.end ?? null,
    month: yearly ? ((monthOf(yearly.value.end) - 1) % (recurrence === 'annual' ? 12 : 6)) + 1 : ordinal,
    day: parseNumber(within?.day ?? ''),
  }
}
