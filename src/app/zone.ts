import type { Day } from '../domain/span.ts'

/** The calendar day of an instant in a time zone. */
export function dayIn(zone: string, now: Date): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now)
}

/** HH:MM on the clock of a time zone. */
export const timeIn = (zone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at)
