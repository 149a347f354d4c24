import type { ReportPart } from '../../domain/report.ts'
import { numeralOf } from '../../text/numerals.ts'

type Heading = Extract<ReportPart, { readonly kind: 'heading' }>

/** Numbers of headings in order: 一、 （一） 1. （1）. Written as text: a copied paragraph keeps its number. */
export function headingNumberer(): (heading: Heading) => string {
  const counts = [0, 0, 0, 0]
  return ({ level }) => {
    counts[level - 1]!++
    counts.fill(0, level)
    return MARKS[level](counts[level - 1]!)
  }
}

const MARKS: Readonly<Record<Heading['level'], (n: number) => string>> = {
  1: (n) => `${numeralOf(n)}、`,
  2: (n) => `（${numeralOf(n)}）`,
  3: (n) => `${n}.`,
  4: (n) => `（${n}）`,
}
