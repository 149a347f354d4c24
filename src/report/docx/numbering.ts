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
  1: (n) => `${counted(n)}、`,
  2: (n) => `（${counted(n)}）`,
  3: (n) => `${n}.`,
  4: (n) => `（${n}）`,
}

/** No office counts heads past 九十九; a long list of them is still printed. */
const counted = (n: number): string => (n > 99 ? String(n) : numeralOf(n))
