/** The platform's limits: messages a second of one app, and of one chat or person. */
const PER_APP = 50
const PER_PLACE = 5
/** A second, and a little for messages that catch up with one another on the way. */
const WINDOW_MS = 1_050
const PLACES_MOST = 2_000

export interface PaceDeps {
  readonly now: () => number
  readonly pause: (ms: number) => Promise<void>
}

/** Resolves when one more message may go to the place; those asked for earlier go first. */
export type Pace = (place: string) => Promise<void>

/** Keeps below the platform's limits by waiting, for a refusal costs a round trip and counts too. One process's share. */
export function createPace({ now, pause }: PaceDeps): Pace {
  const app: number[] = []
  const places = new Map<string, number[]>()
  return async (place) => {
    const at = now()
    if (places.size > PLACES_MOST) forget(places, at)
    const times = places.get(place) ?? []
    places.set(place, times)
    const slot = Math.max(at, earliest(times, PER_PLACE), earliest(app, PER_APP))
    book(times, slot, PER_PLACE)
    book(app, slot, PER_APP)
    if (slot > at) await pause(slot - at)
  }
}

/** The message before the last `limit` must be a window old. `times` is in rising order. */
function earliest(times: readonly number[], limit: number): number {
  const before = times.at(-limit)
  return before === undefined ? 0 : before + WINDOW_MS
}

/** A busy place may book later slots than the next one asked for: the app's list is kept in order. */
function book(times: number[], slot: number, limit: number): void {
  const after = times.findLastIndex((t) => t <= slot)
  times.splice(after + 1, 0, slot)
  if (times.length > limit * 4) times.splice(0, times.length - limit * 4)
}

function forget(places: Map<string, number[]>, at: number): void {
  for (const [place, times] of places) if ((times.at(-1) ?? 0) + WINDOW_MS < at) places.delete(place)
}
