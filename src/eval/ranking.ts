/** Shares of queries, 0 to 1: right at the first place, right among the first ten, mean of 1/place. */
export interface Ranking {
  readonly hit1: number
  readonly recall10: number
  readonly mrr10: number
  readonly queries: number
}

/** What was found may answer to several names; one that is right is enough. */
type Found = string | readonly string[]

/** `found[i]`: what was answered to query i, best first; `right[i]`: the names of what answers it. */
export function rankingOf(
  found: readonly (readonly Found[])[],
  right: readonly ReadonlySet<string>[],
): Ranking {
  const isRight = (names: Found, i: number) => [names].flat().some((name) => right[i]?.has(name))
  const places = found.map((list, i) => list.slice(0, 10).findIndex((names) => isRight(names, i)) + 1)
  const share = (points: (place: number) => number) =>
    places.reduce((sum, place) => sum + (place === 0 ? 0 : points(place)), 0) / Math.max(1, places.length)
  return {
    hit1: share((place) => (place === 1 ? 1 : 0)),
    recall10: share(() => 1),
    mrr10: share((place) => 1 / place),
    queries: places.length,
  }
}
