import type { Found } from '../../src/text/rule.ts'

/** The words around a quantity, or around several tied as 80%、95%, as far as they can belong to it. */
export interface Clause {
  /** Between the quantity before (or the clause's beginning) and this one, joining marks cut. */
  readonly left: string
  /** Where `left` begins in the whole text. */
  readonly leftStart: number
  /** From the quantity to the next one, list marks cut, or to the end of the clause. */
  readonly right: string
  /** All of the clause: from the last ， ； 。 to the next. */
  readonly text: string
  readonly textStart: number
  /** The sentence before the clause, and what follows the quantity in it. */
  readonly before: string
  readonly after: string
  /** Another quantity follows without 、 or 和: this one may only say how many things it is about. */
  readonly leads: boolean
}

interface Place {
  readonly start: number
  readonly end: number
}

interface Neighbours {
  readonly before: Found<unknown> | undefined
  readonly after: Found<unknown> | undefined
}

const STOPS = '，；。！？：（）'
const JOINT = /^(?:（[^）]*）)?[、和及与以并]+/

/** No clause is looked for further away: a text without marks must not cost its square. */
const REACH = 200

/** A text with its quotes and brackets blanked out: marks within them are no stops. Made once for all its quantities. */
export interface Prepared {
  readonly text: string
  readonly plain: string
}

export function prepare(text: string): Prepared {
  return { text, plain: text.replace(/“[^“”]*”|（[^（）]*）/g, (inner) => BLANK.repeat(inner.length)) }
}

const BLANK = '□'

export function clauseAround({ text, plain }: Prepared, at: Place, { before, after }: Neighbours): Clause {
  const inside = plain[at.start] === BLANK
  const marks = inside ? text : plain
  const start = lastStop(marks, at.start, STOPS)
  const end = nextStop(marks, at.end, STOPS)
  const from = before && before.end > start ? before.end : start
  const joint = from > start ? ownWords(text.slice(from, at.start), marks.slice(from, at.start)) : 0
  const until = after && after.start < end ? after.start : end
  const between = marks.slice(at.end, until)
  const tie = until < end ? between.lastIndexOf('、') : -1
  return {
    left: text.slice(from + joint, at.start),
    leftStart: from + joint,
    right: text.slice(at.end, tie >= 0 ? at.end + tie : until),
    text: text.slice(start, end),
    textStart: start,
    before: text.slice(lastStop(text, start, '。；'), start),
    after: text.slice(at.end, nextStop(text, at.end, '。；')),
    leads: until < end && !/[、和及与]/.test(between),
  }
}

/** Where, after the quantity before, the words of this one begin: 100条、|车间20家 and 10家中心、|20家平台. */
function ownWords(between: string, plain: string): number {
  const joint = JOINT.exec(between)?.[0].length
  return joint ?? Math.max(...['、', '和', '及', '与'].map((mark) => plain.lastIndexOf(mark))) + 1
}

function lastStop(text: string, at: number, stops: string): number {
  const from = Math.max(0, at - REACH)
  for (let i = at - 1; i >= from; i--) if (stops.includes(text[i] ?? '')) return i + 1
  return from
}

function nextStop(text: string, at: number, stops: string): number {
  const to = Math.min(text.length, at + REACH)
  for (let i = at; i < to; i++) if (stops.includes(text[i] ?? '')) return i
  return to
}
