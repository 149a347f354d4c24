import type { Ruling } from './layout/page.ts'

/** Operators of a page as pdf.js lists them; the numbers behind the names differ between versions. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}
export type OperatorCodes = Readonly<Record<string, number>>
type Matrix = readonly [number, number, number, number, number, number]

/** What the drawing of a page tells that its text layer does not: characters drawn invisibly, and straight rulings. */
export interface Drawn {
  /** Every character drawn, without spaces, in order; `invisible[i]` is true for character i of it. */
  readonly characters: string
  readonly invisible: readonly boolean[]
  readonly rulings: readonly Ruling[]
}

interface State {
  readonly matrix: Matrix
  readonly mode: number
}

/** Points: a filled box thinner than this is a ruling. */
const THIN = 2.5
/** Text rendering modes that leave no ink (3) or only clip (7). */
const NO_INK = [3, 7]

export function readDrawing(list: Operators, codes: OperatorCodes, toPage: Matrix): Drawn {
  const drawn = { characters: '', invisible: [] as boolean[], rulings: [] as Ruling[] }
  const stack: State[] = []
  let state: State = { matrix: toPage, mode: 0 }
  list.fnArray.forEach((code, i) => {
    const args = list.argsArray[i] as readonly unknown[] | null
    if (code === codes.save || code === codes.paintFormXObjectBegin) stack.push(state)
    else if (code === codes.restore || code === codes.paintFormXObjectEnd) state = stack.pop() ?? state
    else if (code === codes.transform)
      state = { ...state, matrix: times(state.matrix, args as unknown as Matrix) }
    else if (code === codes.setTextRenderingMode) state = { ...state, mode: Number(args?.[0]) }
    else if (code === codes.showText) {
      const text = glyphText(args?.[0]).replace(/\s/g, '')
      drawn.characters += text
      for (let k = 0; k < text.length; k++) drawn.invisible.push(NO_INK.includes(state.mode))
    } else if (code === codes.constructPath) drawn.rulings.push(...rulingsOf(args, state.matrix, codes))
    if (code === codes.paintFormXObjectBegin && Array.isArray(args?.[0])) {
      state = { ...state, matrix: times(state.matrix, args[0] as unknown as Matrix) }
    }
  })
  return drawn
}

function glyphText(glyphs: unknown): string {
  if (!Array.isArray(glyphs)) return ''
  return glyphs
    .map((g: { readonly unicode?: string } | number) => (typeof g === 'object' ? (g?.unicode ?? '') : ''))
    .join('')
}

/** Path data: 0 x y = move, 1 x y = line, 2 = curve of three points, 3 = curve of two, 4 = close. */
function rulingsOf(args: readonly unknown[] | null, matrix: Matrix, codes: OperatorCodes): Ruling[] {
  const paint = args?.[0] as number
  const data = (args?.[1] as readonly (ArrayLike<number> | null)[] | undefined)?.[0]
  if (paint === codes.endPath || !data) return []
  const edges = edgesOf(data, matrix)
  const box = boundsOf(edges)
  const isThin = Math.min(box.x1 - box.x0, box.y1 - box.y0) < THIN
  if (
    edges.length > 1 &&
    isThin &&
    [codes.fill, codes.eoFill, codes.fillStroke, codes.eoFillStroke].includes(paint)
  )
    return [straight(box)]
  if (paint === codes.fill || paint === codes.eoFill) return []
  return edges.filter((e) => Math.min(e.x1 - e.x0, e.y1 - e.y0) < 0.5).map(straight)
}

function edgesOf(data: ArrayLike<number>, matrix: Matrix): Ruling[] {
  const edges: Ruling[] = []
  let from: readonly [number, number] = [0, 0]
  let first = from
  for (let i = 0; i < data.length; ) {
    const code = data[i]!
    const size = [2, 2, 6, 4, 0][code] ?? 0
    const to = code === 4 ? first : point(data, i + 1 + size - 2, matrix)
    if (code === 0) first = to
    else if (code === 1 || code === 4) edges.push(edge(from, to))
    from = to
    i += 1 + size
  }
  return edges
}

const edge = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): Ruling => ({
  x0: Math.min(ax, bx),
  y0: Math.min(ay, by),
  x1: Math.max(ax, bx),
  y1: Math.max(ay, by),
})

function boundsOf(edges: readonly Ruling[]): Ruling {
  return {
    x0: Math.min(...edges.map((e) => e.x0)),
    y0: Math.min(...edges.map((e) => e.y0)),
    x1: Math.max(...edges.map((e) => e.x1)),
    y1: Math.max(...edges.map((e) => e.y1)),
  }
}

/** A ruling has no thickness here. */
function straight(box: Ruling): Ruling {
  if (box.y1 - box.y0 <= box.x1 - box.x0)
    return { ...box, y0: (box.y0 + box.y1) / 2, y1: (box.y0 + box.y1) / 2 }
  return { ...box, x0: (box.x0 + box.x1) / 2, x1: (box.x0 + box.x1) / 2 }
}

function point(data: ArrayLike<number>, at: number, [a, b, c, d, e, f]: Matrix): readonly [number, number] {
  const [x, y] = [data[at] ?? 0, data[at + 1] ?? 0]
  return [a * x + c * y + e, b * x + d * y + f]
}

/** m then n: what n places, seen through m. */
export function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}
