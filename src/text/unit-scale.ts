/** Scales a measure begins with, longer ones first. */
const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千万', 1e7],
  ['百万', 1e6],
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
]

/**
 * By how much a value in `from` is multiplied to stand in `to`: 万元 → 亿元 0.0001, 个 → 万个 0.0001; 1 where both are the same.
 * Null where they measure different things (条, 公里).
 */
export function unitFactor(from: string, to: string): number | null {
  if (from === to) return 1
  const [a, b] = [parted(from), parted(to)]
  return a.base === b.base ? a.scale / b.scale : null
}

/** 万千瓦 → 瓦, 10⁷. A scale alone (410亿) has an empty base. */
function parted(unit: string): { readonly base: string; readonly scale: number } {
  const found = SCALES.find(([word]) => unit.startsWith(word))
  if (found === undefined) return { base: unit, scale: 1 }
  const rest = parted(unit.slice(found[0].length))
  return { base: rest.base, scale: rest.scale * found[1] }
}
