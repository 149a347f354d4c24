import type { Block } from '../../domain/message.ts'
import type { ReportPart } from '../../domain/report.ts'

/** Sums that are worth a headline: of a division into at least so many classes. */
const FEWEST = 5

/** The last line (合计) of the first table that has one, as key figures; none: no such table. */
export function totalsOf(parts: readonly ReportPart[]): readonly Block[] {
  for (const part of parts) {
    if (part.kind !== 'table') continue
    const last = part.rows.at(-1)
    if (last?.[0]?.text !== '合计') continue
    const figures = last.flatMap((cell, i) =>
      i > 0 && cell.figure !== undefined ? [{ label: part.columns[i]?.name ?? '', value: cell.text }] : [],
    )
    if (figures.length >= FEWEST) return [{ kind: 'figures', figures }]
  }
  return []
}
