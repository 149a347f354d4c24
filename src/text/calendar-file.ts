import type { Day } from '../domain/span.ts'
import { addDays, dayOf } from './calendar.ts'
import { readHolidayNotice } from './holiday-notice.ts'
import type { CalendarDay } from './working-days.ts'

export interface CalendarFile {
  readonly days: readonly CalendarDay[]
  /** Lines that could not be read, counted from 1, with what was expected. */
  readonly problems: readonly { readonly line: number; readonly words: string }[]
}

const LINE =
  /^(?<from>[^,，\t]+?)(?:[~～至到—–]+(?<to>[^,，\t]+?))?[,，\t]+(?<state>班|上班|调休上班|休|放假|休息)(?:[,，\t]+(?<name>.*))?$/
const DATE = /^(?<y>20\d{2})(?:-|\/|\.|年)(?<m>\d{1,2})(?:-|\/|\.|月)(?<d>\d{1,2})日?$/
/** No holiday is longer: a range beyond it is a slip of the pen. */
const LONGEST = 31

/**
 * Reads a holiday list as a clerk types it, a day or a range a line: 2027-02-06,休,春节 · 2027年2月20日，班 ·
 * 2027-10-01~2027-10-07,休,国庆节. Empty lines, lines after # and a head (日期,班休,名称) are passed over. Of a day
 * written twice the last line counts. The State Council's notice itself, pasted as text, is read too.
 */
export function readCalendarFile(text: string): CalendarFile {
  const notice = readHolidayNotice(text)
  if (notice !== null) return { days: notice, problems: [] }
  const days = new Map<Day, CalendarDay>()
  const problems: { line: number; words: string }[] = []
  for (const [i, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#') || /^日期/.test(line)) continue
    const read = readLine(line)
    if (typeof read === 'string') problems.push({ line: i + 1, words: read })
    else for (const day of read) days.set(day.day, day)
  }
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), problems }
}

function readLine(line: string): readonly CalendarDay[] | string {
  const groups = LINE.exec(line)?.groups
  if (groups === undefined) return `“${line}”看不懂，应写成：2027-02-06,休,春节`
  const from = readDate(groups.from ?? '')
  const to = groups.to === undefined ? from : readDate(groups.to)
  if (from === null || to === null) return `“${line}”里的日期不对，应写成：2027-02-06`
  if (to < from || to >= addDays(from, LONGEST)) return `“${line}”的起止日期不对（最长 ${LONGEST} 天）`
  const working = /班$/.test(groups.state ?? '')
  const name = groups.name?.trim() || (working ? '调休上班' : '放假')
  const days: CalendarDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push({ day, working, name })
  return days
}

/** 30 February is no day: null, not 28 February. */
function readDate(text: string): Day | null {
  const groups = DATE.exec(text.trim())?.groups
  if (groups === undefined) return null
  const [year, month, day] = [Number(groups.y), Number(groups.m), Number(groups.d)]
  if (month < 1 || month > 12 || day < 1) return null
  const read = dayOf(year, { month, day })
  return Number(read.slice(8)) === day ? read : null
}
