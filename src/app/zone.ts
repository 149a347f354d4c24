import type { Day } from '../domain/span.ts'

/** The calendar day of an instant in a time zone. */
export function dayIn(zone: string, now: Date): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now)
}

/** HH:MM on the clock of a time zone. */
export const timeIn = (zone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at)

/** An hour (HH:MM) of a day in a zone: taken as if in UTC, then set right by what the zone's clock shows then. */
export function instantIn(zone: string, day: Day, time: string): Date {
  const guess = new Date(`${day}T${time}:00Z`)
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  const there = new Date(`${shown.format(guess).replace(' ', 'T')}Z`)
  return new Date(2 * guess.getTime() - there.getTime())
}
