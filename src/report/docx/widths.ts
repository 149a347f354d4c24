import type { ReportColumn } from '../../domain/report.ts'

export interface Room {
  /** Words of the cells by column: a date or number is not broken. */
  readonly cells: readonly (readonly string[])[]
  readonly whole: number
  /** Width of one letter of the table's type. */
  readonly letter: number
  /** What the cell's own margins take. */
  readonly sides: number
}

const MOST_HEAD_LETTERS = 5
/** Borders, and fonts a little wider than their size. */
const SLACK = 60

/**
 * Column widths that add up to the whole: by share, but none narrower than its head of up to five letters and its longest
 * date or number, as long as all fit. A column without a share counts as one.
 */
export function shares(columns: readonly ReportColumn[], { cells, whole, letter, sides }: Room): number[] {
  const letters = (c: ReportColumn, i: number) => Math.max(headLetters(c.name), unbroken(cells[i] ?? []))
  const least = columns.map((c, i) => letters(c, i) * letter + sides + SLACK)
  const needed = least.reduce((a, b) => a + b, 0)
  const floor = needed <= whole ? least : least.map(() => 0)
  return rounded(grown(columns, floor, whole), whole)
}

const headLetters = (name: string) => Math.min(MOST_HEAD_LETTERS, [...name].length)

const MOST_UNBROKEN = 14

/** Letters the longest run of digits and Latin needs, each half a letter wide. */
function unbroken(words: readonly string[]): number {
  const runs = words.flatMap((text) => text.match(/[!-~]+/g) ?? [])
  return Math.min(MOST_UNBROKEN, Math.max(0, ...runs.map((run) => run.length))) / 2
}

/** By share of the whole; those that would fall under their floor stand on it, and the rest share what is left. */
function grown(columns: readonly ReportColumn[], floor: readonly number[], whole: number): number[] {
  const share = (i: number) => (columns[i]!.width > 0 ? columns[i]!.width : 1)
  const held = new Set<number>()
  for (;;) {
    const free = columns.map((_, i) => i).filter((i) => !held.has(i))
    const left = whole - [...held].reduce((sum, i) => sum + floor[i]!, 0)
    const sum = free.reduce((s, i) => s + share(i), 0)
    const under = free.filter((i) => (left * share(i)) / sum < floor[i]!)
    if (under.length === 0) return columns.map((_, i) => (held.has(i) ? floor[i]! : (left * share(i)) / sum))
    for (const i of under) held.add(i)
  }
}

/** Whole numbers; what rounding leaves goes to the last column. */
function rounded(widths: readonly number[], whole: number): number[] {
  const down = widths.map(Math.floor)
  const left = whole - down.reduce((a, b) => a + b, 0)
  return down.map((w, i) => (i === down.length - 1 ? w + left : w))
}
