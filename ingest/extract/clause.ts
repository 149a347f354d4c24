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
const REACH = 300

export function clauseAround(whole: string, at: Place, { before, after }: Neighbours): Clause {
  const base = Math.max(0, at.start - REACH)
  const text = whole.slice(base, at.end + REACH)
  const here = { start: at.start - base, end: at.end - base }
  const plain = masked(text, here)
  const start = lastStop(plain, here.start, STOPS)
  const end = nextStop(plain, here.end, STOPS)
  const from = before && before.end - base > start ? before.end - base : start
  const joint = from > start ? ownWords(text.slice(from, here.start), plain.slice(from, here.start)) : 0
  const until = after && after.start - base < end ? after.start - base : end
  const tie = until < end ? plain.slice(here.end, until).lastIndexOf('、') : -1
  return {
    left: text.slice(from + joint, here.start),
    leftStart: base + from + joint,
    right: text.slice(here.end, tie >= 0 ? here.end + tie : until),
    text: text.slice(start, end),
    before: text.slice(lastStop(text, start, '。；'), start),
    after: text.slice(here.end, nextStop(text, here.end, '。；')),
    leads: until < end && !/[、和及与]/.test(plain.slice(here.end, until)),
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

function nextStop(text: string, at: number, stops: string): number {
  for (let i = at; i < text.length; i++) if (stops.includes(text[i] ?? '')) return i
  return text.length
}
