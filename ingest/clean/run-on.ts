import { type Mapped, slice, trim } from '../../src/text/mapped.ts'
import { numeralValue } from '../structure/marks.ts'

/** A line so long that the file must have lost its line breaks; a shorter one only with several numerals or indents inside. */
const RUN_ON = 600
const LONG = 250
const SEVERAL = 3

/** Spaces that stand where a line once ended: not inside a number or a Latin phrase. */
const BREAK =
  / {2,}|(?<![0-9A-Za-z(（]) (?![0-9A-Za-z)）])| (?=\d{1,3}[.、](?!\d)|[12]\d{3}年\d{1,2}月\d{1,2}日(?: |$))/g

const NUMERAL =
  /(?<cn>[一二三四五六七八九十]{1,3})、|（(?<bracket>[一二三四五六七八九十]{1,3})）|(?<![\d.])(?<arabic>\d{1,3})[.、](?!\d)/g

/** Cuts a line that is really a whole document into its lines, at spaces and at numerals that go on counting. */
export function splitRunOn(line: Mapped): readonly Mapped[] {
  if (line.text.length < RUN_ON) {
    const places = numerals(line.text)
    const several = line.text.length >= LONG && places.length >= SEVERAL
    if (several && placesOf(line.text, / {2,}/g).length >= SEVERAL) return pieces(line)
    return several
      ? cut(line, places)
      : cut(
          line,
          places.filter((at) => closesClause(line.text, at)),
        )
  }
  return pieces(line)
}

const pieces = (line: Mapped): Mapped[] =>
  cut(line, placesOf(line.text, BREAK)).flatMap((piece) => cut(piece, numerals(piece.text)))

function placesOf(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map((m) => m.index + m[0].length)
}

function cut(m: Mapped, places: readonly number[]): Mapped[] {
  const ends = [...places, m.text.length]
  let from = 0
  const pieces = ends.map((to) => {
    const piece = trim(slice(m, from, to))
    from = to
    return piece
  })
  return pieces.filter((p) => p.text !== '')
}

/** Places before a numeral that is the first or the next of its kind and follows the end of a sentence or a heading. */
function numerals(text: string): number[] {
  const last = new Map<string, number>()
  const places: number[] = []
  let lastKind = ''
  for (const m of text.matchAll(NUMERAL)) {
    const kind = Object.keys(m.groups ?? {}).find((k) => m.groups?.[k] !== undefined) ?? ''
    const value = numeralValue(m.groups?.[kind] ?? '')
    const headed = kind !== lastKind && m.index - (places.at(-1) ?? -100) <= 40
    if (!headed && !endsBefore(text, m.index)) continue
    if (m.index > 0 && value !== 1 && value !== (last.get(kind) ?? 0) + 1) continue
    last.set(kind, value)
    lastKind = kind
    places.push(m.index)
  }
  return places.filter((at) => at > 0)
}

/** （责任单位：市数据局）2.…: the next item on the same line. */
function closesClause(text: string, at: number): boolean {
  return /(?:单位|部门|牵头|负责)[^（）]*[）〕】]$/.test(text.slice(Math.max(0, at - 200), at))
}

/** A sentence ends here, or a list of units printed without brackets (责任单位：市文旅局（四）…). */
function endsBefore(text: string, at: number): boolean {
  if (at === 0 || /[。；：）”！\s]/.test(text[at - 1] ?? '')) return true
  return /(?:单位|部门)：[^。；]{2,100}$/.test(text.slice(Math.max(0, at - 110), at))
}
