import type { ReportPart } from '../../domain/report.ts'

/** Parts that stand on pages of one sort: upright, or laid across. */
export interface Stretch {
  readonly across: boolean
  readonly parts: readonly ReportPart[]
}

const MOST_UPRIGHT_COLUMNS = 7

/** Parts in stretches of upright pages and pages laid across, which tables of many columns need. */
export function stretchesOf(parts: readonly ReportPart[]): readonly Stretch[] {
  const isWide = (p: ReportPart) => p.kind === 'table' && p.columns.length > MOST_UPRIGHT_COLUMNS
  const stretches: { across: boolean; parts: ReportPart[] }[] = [{ across: false, parts: [] }]
  for (const part of parts) {
    const last = stretches.at(-1)!
    if (isWide(part) !== last.across) stretches.push({ across: isWide(part), parts: headsOf(last.parts) })
    stretches.at(-1)!.parts.push(part)
  }
  return stretches.filter((s, i) => i === 0 || s.parts.length > 0)
}

/** Takes the headings off the end: they go over to the page of what they head. */
function headsOf(parts: ReportPart[]): ReportPart[] {
  return parts.splice(parts.findLastIndex((p) => p.kind !== 'heading') + 1)
}
