/** Shares of queries, 0 to 1: right at the first place, right among the first ten, mean of 1/place. */
export interface Score {
  readonly hit1: number
  readonly recall10: number
  readonly mrr10: number
}

/** `found[i]`: ids answered to query i, best first; `right[i]`: the ids that answer it. */
export function score(found: readonly (readonly string[])[], right: readonly ReadonlySet<string>[]): Score {
  const places = found.map((ids, i) => ids.slice(0, 10).findIndex((id) => right[i]?.has(id)) + 1)
  const share = (points: (place: number) => number) =>
    places.reduce((sum, place) => sum + (place === 0 ? 0 : points(place)), 0) / Math.max(1, places.length)
  return { hit1: share((p) => (p === 1 ? 1 : 0)), recall10: share(() => 1), mrr10: share((p) => 1 / p) }
}
