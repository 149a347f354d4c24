import type { Day } from '../domain/span.ts'

/** The instant of an hour (08:00) on a day in a zone: taken as if in UTC, then set right by what the zone's clock shows then. */
export function instantOf(zone: string, day: Day, time: string): Date {
  const guess = new Date(`${day}T${time}:00Z`)
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  const there = new Date(`${shown.format(guess).replace(' ', 'T')}Z`)
  return new Date(2 * guess.getTime() - there.getTime())
}

/** The day and the hour (HH:MM) a zone's clock shows at an instant. */
export function shownIn(zone: string, at: Date): { readonly day: Day; readonly time: string } {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const [day = '', time = ''] = shown.format(at).split(' ')
  return { day, time }
}
