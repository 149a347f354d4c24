/**
 * One counted field. `f1`: found against wanted, both ways; `share`: right of all that were looked at (`extra` is
 * not counted). `misses` says in words what was wrong, for whoever works on it.
 */
export interface Measure {
  readonly kind: 'f1' | 'share' | 'precision'
  readonly right: number
  readonly missed: number
  readonly extra: number
  readonly misses: readonly string[]
}

/** Measures by field. */
export type Score = Readonly<Record<string, Measure>>

export const EMPTY = { right: 0, missed: 0, extra: 0, misses: [] } as const
export const f1 = (counts: Partial<Measure> = {}): Measure => ({ ...EMPTY, ...counts, kind: 'f1' })
export const share = (counts: Partial<Measure> = {}): Measure => ({ ...EMPTY, ...counts, kind: 'share' })
export const precision = (counts: Partial<Measure> = {}): Measure => ({
  ...EMPTY,
  ...counts,
  kind: 'precision',
})

/** One thing looked at: right, or missed with its reason. */
export const verdict = (isRight: boolean, miss: string): Measure =>
  share(isRight ? { right: 1 } : { missed: 1, misses: [miss] })

/** Two sets of words compared. */
export function compareSets(want: Iterable<string>, got: Iterable<string>, where: string): Measure {
  const [wanted, found] = [new Set(want), new Set(got)]
  const missed = [...wanted].filter((word) => !found.has(word))
  const extra = [...found].filter((word) => !wanted.has(word))
  return f1({
    right: wanted.size - missed.length,
    missed: missed.length,
    extra: extra.length,
    misses: [...missed.map((word) => `${where} 缺 ${word}`), ...extra.map((word) => `${where} 多 ${word}`)],
  })
}

export function addMeasures(a: Measure, b: Measure): Measure {
  return {
    kind: a.kind,
    right: a.right + b.right,
    missed: a.missed + b.missed,
    extra: a.extra + b.extra,
    misses: [...a.misses, ...b.misses],
  }
}

/** Fields of all, in the order in which they are first met. */
export function addScores(scores: readonly Score[]): Score {
  const sum: Record<string, Measure> = {}
  for (const score of scores) {
    for (const [field, measure] of Object.entries(score)) {
      const before = sum[field]
      sum[field] = before === undefined ? measure : addMeasures(before, measure)
    }
  }
  return sum
}

/** 0–100 with one decimal; null where there was nothing to score. */
export function percent({ kind, right, missed, extra }: Measure): number | null {
  const parts = {
    f1: [2 * right, 2 * right + missed + extra],
    share: [right, right + missed],
    precision: [right, right + extra],
  } as const
  const [points, all] = parts[kind]
  return all === 0 ? null : Math.round((1000 * points) / all) / 10
}
