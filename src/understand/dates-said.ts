import type { Day } from '../domain/span.ts'
import { type Marked, marksOf } from './marks.ts'
import type { Slots } from './slots.ts'

export interface DatesSaid {
  readonly years: readonly number[]
  readonly relative: boolean
  readonly from: Day | null
  readonly to: Day | null
  readonly span: Slots['span']
}

/** Bare years choose documents and columns; days, months and 到2027年要完成 choose deadlines. */
export function datesOf(text: string, marks: readonly Marked[]): DatesSaid {
  const said = marksOf(marks, 'date').map((m) => m.reading)
  const spoken = said.filter((d) => d.grain === 'year' || d.certainty === 'stated')
  const years = [...new Set(spoken.flatMap((d) => yearsBetween(d.start ?? d.end, d.end)))]
  const relative = marks.some((m) => m.value.kind === 'date' && /[今本当去明下上]/.test(m.text))
  const part = said.find((d) => d.grain !== 'year')
  const span = part === undefined ? null : { from: part.start, to: part.end }
  const due =
    part ?? said.find((d) => d.bound === 'by' && /完成|到期|实现|建成|[写标注提](?:了|明|着|到)/.test(text))
  if (due === undefined || !/完成|到期|截止|办结|之?前|底|[写标注](?:了|明|着)/.test(text))
    return { years, relative, from: null, to: null, span }
  const from = due.grain === 'year' ? `${due.end.slice(0, 4)}-01-01` : due.start
  // A span with both ends finds its tasks in whatever document they stand.
  const closed = due.grain === 'year' || due.start !== null
  return { years: closed ? [] : years, relative, from, to: due.end, span }
}

function yearsBetween(start: Day, end: Day): number[] {
  const [a, b] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))]
  return b - a > 5 ? [] : Array.from({ length: b - a + 1 }, (_, i) => a + i)
}
