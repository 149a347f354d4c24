import type { Day } from '../../../domain/span.ts'
import { addDays, dayOf, monthOf, yearOf } from '../../../text/calendar.ts'
import { type DateReading, findDates } from '../../../text/dates.ts'
import { parseNumber } from '../../../text/numbers.ts'
import type { Found } from '../../../text/rule.ts'
import { ROW } from '../figure/row.ts'
import {
  AFTER_IT,
  AHEAD,
  BEGINNING,
  DONE,
  ENDING,
  HARD,
  INTERIM,
  LEFT,
  MOVED,
  OPENS,
  OTHERS,
  PASSED,
  RATE,
  SEASON,
  SO_FAR,
  STEP,
} from './finish-words.ts'

/** What the day is looked for in. */
export interface FinishIn {
  readonly clauses: readonly string[]
  readonly today: Day
  /** The task asks for work to begin (开工建设…): its beginning is its end. */
  readonly begins: boolean
  /** How many of each thing the task asks for: 第8条12月首飞 ends it where eight are asked for. */
  readonly targets: readonly number[]
}

/** The day by which the speaker expects the task done: 预计11月底全部完成, 春节前签完. null: none said. */
export function expectedFinish({ clauses, today, begins, targets }: FinishIn): Day | null {
  const ending = begins ? new RegExp(`${ENDING.source}|${BEGINNING.source}`, 'u') : ENDING
  const days = clauses.flatMap((clause, i) => {
    const said = around(clause, today)
    if (said === null) return []
    const previous = clauses[i - 1] ?? ''
    const nth = nthIn(said.before === '' ? previous + clause : clause)
    const isLast = nth !== null && targets.includes(nth)
    if (nth !== null && targets.length > 0 && !isLast) return []
    const beside = { isLast, previous, next: clauses[i + 1] ?? '' }
    return !isOther(said) && promises({ ...said, ...beside }, ending) ? [said.day] : []
  })
  return days.at(-1) ?? null
}

/** 第六条下周首飞, of eight: one of a row and not its last. */
function nthIn(clause: string): number | null {
  const nth = NTH.exec(clause)?.groups?.n
  return nth === undefined ? null : parseNumber(nth)
}

const NTH = new RegExp(`第(?<n>\\d+|[一二三四五六七八九十百]+)${ROW}(?!任务|工作)`)

/** The last day to come of a clause, and what stands around it. */
interface DaySaid {
  readonly day: Day
  readonly before: string
  readonly after: string
  /** A span that has begun (今年, 本月, 四季度 in October): as well the time of what is done. */
  readonly running: boolean
  /** 12月底前: a limit, never the time of what is done. */
  readonly limit: boolean
}

function around(clause: string, today: Day): DaySaid | null {
  const dates = findDates(clause, { today, year: null })
    .map((date) => nextYears(date, today, clause.slice(date.end)))
    .filter(
      (date) =>
        isToCome(date, today) &&
        !AFTER_IT.test(clause.slice(date.end)) &&
        !isOfLastYear(date, today, { before: clause.slice(0, date.start), after: clause.slice(date.end) }),
    )
  const last = dates.filter((d) => d.value.grain !== 'year').at(-1) ?? dates.at(-1)
  if (last === undefined || INTERIM.test(clause) || SEASON.test(clause.slice(last.end))) return null
  const { start, end, bound } = last.value
  const running = bound === 'in' && start !== null && start <= today
  return {
    day: end,
    before: clause.slice(0, last.start).replace(RATE, ''),
    after: clause.slice(last.end).replace(RATE, ''),
    running,
    limit: bound === 'by',
  }
}

/** Further back than this a month without its year is that of the year to come: 1月15日前, said in November. */
const LONG_AGO = 180

function nextYears(date: Found<DateReading>, today: Day, after: string): Found<DateReading> {
  const { end, bound, certainty } = date.value
  const ahead = bound === 'by' || (bound === 'in' && !/[\d了过已的]/.test(after))
  if (!ahead || certainty !== 'implied' || addDays(end, LONG_AGO) >= today) return date
  const next = dayOf(yearOf(end) + 1, { month: monthOf(end), day: Number(end.slice(8)) })
  return { ...date, value: { ...date.value, end: next } }
}

/** 12月26日已验收, 10月22日印发, said in January: a day of the year that has just ended. */
const isOfLastYear = (
  { value, text }: Found<DateReading>,
  today: Day,
  { before, after }: { readonly before: string; readonly after: string },
): boolean =>
  value.certainty === 'implied' &&
  value.bound !== 'by' &&
  /[日号]$/.test(text) &&
  value.end > addDays(today, LONG_AGO) &&
  !AHEAD.test(before) &&
  !/^(?:前|将|拟|计划|预计)/.test(after)

/** 大会定于9月24日召开: not yet, whatever the verb; 国庆前已全部完成 is done. */
export function saysDayToCome(clause: string, today: Day): boolean {
  const said = around(clause, today)
  return said !== null && !said.running && !/已|了/.test(said.before + said.after)
}

/** 春节前's day is the eve; a span that has ended is no expectation. */
const isToCome = ({ value, text }: Found<DateReading>, today: Day): boolean =>
  !/^(?:全年|当年|今天)$/.test(text) &&
  value.end >= today &&
  value.bound !== 'from' &&
  !isUpTo(value, text, today)

/** 截至今日. */
const isUpTo = ({ end }: DateReading, text: string, today: Day): boolean =>
  /^截[至止]/.test(text) && end <= today

/** 四季度集中开工的132个项目: the day tells which things are meant. */
const OF_THINGS =
  /^\p{Script=Han}{0,4}(?:开工|启动|完成|建成|投产|签约|到期|召开|举办)的\p{Script=Han}{0,2}[\d\p{Script=Han}]/u

/** The day is of what is done, of others' doings, or doubted. */
const isOther = ({ before, after, running, limit }: DaySaid): boolean =>
  HARD.test(after) ||
  OF_THINGS.test(after) ||
  OTHERS.test(after) ||
  OTHERS.test(before) ||
  PASSED.test(before.slice(-6)) ||
  (!AHEAD.test(before) &&
    ((!limit && DONE.test(after)) || (running && (SO_FAR.test(after) || STEP.test(after)))))

interface Promised extends Pick<DaySaid, 'before' | 'after' | 'limit'> {
  /** The very last of a row. */
  readonly isLast: boolean
  /** The clauses beside the day's. */
  readonly previous: string
  readonly next: string
}

function promises({ before, after, limit, isLast, previous, next }: Promised, ending: RegExp): boolean {
  if (MOVED.test(before) || ending.test(after) || (limit && OPENS.test(after))) return true
  if (ending.test(before) && AHEAD.test(before)) return true
  if (after.length <= 2 && ending.test(next)) return true
  if (after === '' && /(?:预计|预期|计划|力争|争取)(?:在|到)?$/.test(before)) return true
  const left = isLast || LEFT.test(before === '' ? previous : before)
  return (
    left &&
    /^\p{Script=Han}{0,3}$/u.test(after) &&
    !STEP.test(after) &&
    (before === '' || after !== '' || limit)
  )
}
