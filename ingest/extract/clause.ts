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
  /** The sentence before the clause. */
  readonly before: string
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

export function clauseAround(text: string, at: Place, { before, after }: Neighbours): Clause {
  const plain = masked(text, at)
  const start = lastStop(plain, at.start, STOPS)
  const end = nextStop(plain, at.end)
  const from = before && before.end > start ? before.end : start
  const joint = from > start ? ownWords(text.slice(from, at.start), plain.slice(from, at.start)) : 0
  const until = after && after.start < end ? after.start : end
  const tie = until < end ? plain.slice(at.end, until).lastIndexOf('、') : -1
  return {
    left: text.slice(from + joint, at.start),
    leftStart: from + joint,
    right: text.slice(at.end, tie >= 0 ? at.end + tie : until),
    text: text.slice(start, end),
    before: text.slice(lastStop(text, start, '。；'), start),
    leads: until < end && !/[、和及与]/.test(plain.slice(at.end, until)),
  }
}

/** Where, after the quantity before, the words of this one begin: 100条、|车间20家 and 10家中心、|20家平台. */
function ownWords(between: string, plain: string): number {
  const joint = JOINT.exec(between)?.[0].length
  return joint ?? Math.max(...['、', '和', '及', '与'].map((mark) => plain.lastIndexOf(mark))) + 1
}

/** Marks within quotes and closed brackets are no stops; the bracket that holds the quantity is one. */
function masked(text: string, at: Place): string {
  return text.replace(/“[^“”]*”|（[^（）]*）/g, (inner, index: number) =>
    index < at.start && at.start < index + inner.length ? inner : '□'.repeat(inner.length),
  )
}

function lastStop(text: string, at: number, stops: string): number {
  for (let i = at - 1; i >= 0; i--) if (stops.includes(text[i] ?? '')) return i + 1
  return 0
}

function nextStop(text: string, at: number): number {
  for (let i = at; i < text.length; i++) if (STOPS.includes(text[i] ?? '')) return i
  return text.length
}
