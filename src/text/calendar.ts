import type { Day } from '../domain/span.ts'

/** Arithmetic of calendar days. Nothing here knows a clock or a time zone. */

/** Day 0 stands for the last day of the month. Days past the end of the month fall back to it. */
export interface MonthDay {
  readonly month: number
  readonly day: number
}

export function dayOf(year: number, { month, day }: MonthDay): Day {
  const last = lastDay(year, month)
  return iso(year, month, day === 0 ? last : Math.min(day, last))
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const monthOf = (day: Day): number => Number(day.slice(5, 7))
export const quarterOf = (day: Day): number => Math.ceil(monthOf(day) / 3)

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The first day of the month `months` away from that of `day`. */
export function addMonths(day: Day, months: number): Day {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months
  return iso(Math.floor(index / 12), (index % 12) + 1, 1)
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function iso(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** As an office writes it: 2026年10月9日. */
export function dayName(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
