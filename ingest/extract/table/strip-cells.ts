/** A cell put together from scraps [from, to). */
export interface ScrapCell {
  readonly text: string
  readonly from: number
  readonly to: number
}

export interface Shape {
  /** Columns before the yearly groups. */
  readonly leads: number
  readonly groups: number
  /** Cells of a group: the whole and its parts. */
  readonly width: number
  /** Index among the leads of the sum of all groups, or −1. */
  readonly total: number
}

/** One way to read a row; null stands for a cell the row has no trace of. */
export interface Reading {
  readonly leads: readonly (ScrapCell | null)[]
  /** For each group its whole and the parts found, in order; fewer than the columns when some left no trace. */
  readonly groups: readonly (readonly ScrapCell[])[]
}

const NUMBER = /^(?:0|[1-9]\d*)(?:\.\d+)?$/
const SHARE = /^(?:0|[1-9]\d*)(?:\.\d+)?%$/
const DASH = /^[/／—-]$/
const MAX_SCRAPS = 6
/** Readings looked at before a row is given up as unclear. */
const ENOUGH = 200
/** Cells tried for one row; a row that needs more is not read at all, so that no hostile text can hold us up. */
const MAX_TRIES = 200_000
const CENT = 0.006

const worth = (cell: ScrapCell): number => (DASH.test(cell.text) ? 0 : Number(cell.text.replace('%', '')))

/**
 * Every way to put a row's scraps together so that the sums hold. A printer fills a cell's line before it starts the
 * next, so a short scrap ends its cell; a full one may end it or not, and then only the sums tell: parts add up to
 * their whole, and the wholes of all groups to the total. Shares end in % and need no sums.
 */
export function readScraps(scraps: readonly string[], shape: Shape): Reading[] {
  const width = Math.max(...scraps.filter((s) => !DASH.test(s)).map((s) => s.length), 1)
  if (scraps.some((s) => s.includes('%'))) return shareReadings(scraps, shape)
  const search = {
    scraps,
    shape,
    cellsFrom: cellOptions(scraps, width),
    known: new Map(),
    tries: { left: MAX_TRIES },
  }
  const complete = combine(shape.leads, shape.width, search)
  if (complete.length > 0) return isSettled(complete, search) ? complete : []
  for (let leads = shape.leads; leads >= 0; leads--) {
    const partial = combine(leads, null, search)
    if (partial.length > 0) return isSettled(partial, search) ? partial : []
  }
  return []
}

/** Every reading was looked at: only then does their agreement prove a cell. */
const isSettled = (found: readonly Reading[], { tries }: Search): boolean =>
  found.length < ENOUGH && tries.left > 0

interface Search {
  readonly scraps: readonly string[]
  readonly shape: Shape
  readonly cellsFrom: (at: number) => readonly ScrapCell[]
  /** Groups already found at a place. */
  readonly known: Map<string, readonly (readonly ScrapCell[])[]>
  readonly tries: { left: number }
}

/** `width` null: groups may lack parts. */
function combine(leads: number, width: number | null, search: Search): Reading[] {
  const { shape, scraps } = search
  const found: Reading[] = []
  const takeGroups = (
    at: number,
    head: readonly ScrapCell[],
    groups: readonly (readonly ScrapCell[])[],
  ): void => {
    if (found.length >= ENOUGH) return
    if (groups.length === shape.groups) {
      const reading = { leads: placeLeads(head, groups, shape), groups }
      if (at === scraps.length && reading.leads) found.push({ ...reading, leads: reading.leads })
      return
    }
    for (const group of knownGroups(at, width, search)) takeGroups(group.at(-1)!.to, head, [...groups, group])
  }
  const takeLeads = (at: number, head: readonly ScrapCell[]): void => {
    if (head.length === leads) takeGroups(at, head, [])
    else for (const cell of search.cellsFrom(at)) takeLeads(cell.to, [...head, cell])
  }
  takeLeads(0, [])
  return found
}

/** Lead cells to their columns; with fewer cells than columns only the sum of the groups can tell which is there. */
function placeLeads(
  head: readonly ScrapCell[],
  groups: readonly (readonly ScrapCell[])[],
  shape: Shape,
): (ScrapCell | null)[] | null {
  const sum = groups.reduce((s, g) => s + worth(g[0]!), 0)
  const isTotal = (cell: ScrapCell | undefined) =>
    cell !== undefined && Math.abs(worth(cell) - sum) < CENT * groups.length
  if (head.length === shape.leads) return shape.total < 0 || isTotal(head[shape.total]) ? [...head] : null
  if (head.length === 0) return Array.from({ length: shape.leads }, () => null)
  if (head.length > 1 || shape.total < 0 || !isTotal(head[0])) return null
  return Array.from({ length: shape.leads }, (_, i) => (i === shape.total ? head[0]! : null))
}

function knownGroups(at: number, width: number | null, search: Search): readonly (readonly ScrapCell[])[] {
  const key = `${at} ${width}`
  const groups = search.known.get(key) ?? groupsFrom(at, width, search)
  search.known.set(key, groups)
  return groups
}

/** A whole and the parts that add up to it. */
function groupsFrom(at: number, width: number | null, search: Search): ScrapCell[][] {
  const found: ScrapCell[][] = []
  const most = search.shape.width - 1
  const walk = (from: number, cells: readonly ScrapCell[], left: number): void => {
    if (found.length >= ENOUGH || search.tries.left-- <= 0) return
    const parts = cells.length - 1
    if (Math.abs(left) < CENT && parts > 0 && (width === null ? parts <= most : parts === most))
      found.push([...cells])
    if (parts === most || left < -CENT) return
    for (const cell of search.cellsFrom(from)) walk(cell.to, [...cells, cell], left - worth(cell))
  }
  for (const whole of search.cellsFrom(at)) walk(whole.to, [whole], worth(whole))
  return found
}

function cellOptions(scraps: readonly string[], width: number): (at: number) => readonly ScrapCell[] {
  const known = new Map<number, readonly ScrapCell[]>()
  return (at) => {
    const options = known.get(at) ?? optionsAt(scraps, at, width)
    known.set(at, options)
    return options
  }
}

function optionsAt(scraps: readonly string[], at: number, width: number): ScrapCell[] {
  const options: ScrapCell[] = []
  let text = ''
  for (let to = at; to < Math.min(scraps.length, at + MAX_SCRAPS); to++) {
    text += scraps[to]
    if (NUMBER.test(text) || DASH.test(text)) options.push({ text, from: at, to: to + 1 })
    if (scraps[to]!.length < width) break
  }
  return options
}

/** Each cell ends in % or is a dash: one reading, right only when every column has its cell. */
function shareReadings(scraps: readonly string[], shape: Shape): Reading[] {
  const cells: ScrapCell[] = []
  let [text, from] = ['', 0]
  scraps.forEach((scrap, i) => {
    text += scrap
    if (!SHARE.test(text) && !DASH.test(text)) return
    cells.push({ text, from, to: i + 1 })
    text = ''
    from = i + 1
  })
  if (text !== '' || cells.length !== shape.leads + shape.groups * shape.width) return []
  const groups = Array.from({ length: shape.groups }, (_, g) => {
    const start = shape.leads + g * shape.width
    return cells.slice(start, start + shape.width)
  })
  return [{ leads: cells.slice(0, shape.leads), groups }]
}
