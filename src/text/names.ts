/** A dictionary of names with what each stands for; finds the longest name at every place of a text. */
export interface NameIndex<T> {
  readonly byName: ReadonlyMap<string, readonly T[]>
  readonly longest: number
}

export interface NameFound<T> {
  readonly values: readonly T[]
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Names shorter than two characters are left out: they would be found everywhere. */
export function nameIndex<T>(entries: Iterable<readonly [name: string, value: T]>): NameIndex<T> {
  const byName = new Map<string, T[]>()
  let longest = 0
  for (const [name, value] of entries) {
    if (name.length < 2) continue
    const values = byName.get(name)
    if (values === undefined) byName.set(name, [value])
    else if (!values.includes(value)) values.push(value)
    longest = Math.max(longest, name.length)
  }
  return { byName, longest }
}

/** Longest match first, left to right, never overlapping. */
export function findNames<T>(text: string, index: NameIndex<T>): NameFound<T>[] {
  const found: NameFound<T>[] = []
  let at = 0
  while (at < text.length) {
    const hit = longestAt(text, at, index)
    if (hit !== null) found.push(hit)
    at = hit === null ? at + 1 : hit.end
  }
  return found
}

function longestAt<T>(text: string, start: number, index: NameIndex<T>): NameFound<T> | null {
  for (let end = Math.min(text.length, start + index.longest); end >= start + 2; end--) {
    const name = text.slice(start, end)
    const values = index.byName.get(name)
    if (values !== undefined) return { values, start, end, text: name }
  }
  return null
}
