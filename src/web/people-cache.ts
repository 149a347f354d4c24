import type { People, WebPerson } from './deps.ts'

/** An open page asks every second who is there; the database is asked again only this often. */
const KEEP_MS = 3000

/** The same people, kept for a moment. A failure is not kept. */
export function keptBriefly(people: People, now: () => Date): People {
  let kept: { readonly until: number; readonly list: Promise<readonly WebPerson[]> } | null = null
  return {
    list() {
      if (kept && now().getTime() < kept.until) return kept.list
      const list = people.list()
      kept = { until: now().getTime() + KEEP_MS, list }
      list.catch(() => {
        kept = null
      })
      return list
    },
  }
}
