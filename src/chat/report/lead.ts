import type { Report, ReportPart } from '../../domain/report.ts'
import { runsText } from '../../report/text.ts'
import type { MakeDeps } from './deps.ts'

/** The report with a model's first paragraph, where there is a model and its words check; marked as such. */
export async function reworded(report: Report, { reword }: Pick<MakeDeps, 'reword'>): Promise<Report> {
  if (leadOf(report) === null) return report
  const said = await reword(report)
  return said === null ? report : { ...withLead(report, said), machineWorded: true }
}

/** The words of the first paragraph; null: this kind has none. */
export function leadOf(report: Report): string | null {
  const lead = report.parts.find(isLead)
  return lead === undefined ? null : runsText(lead.runs)
}

/** Other words in place of the first paragraph. Its figures stand in the tables all the same. */
export function withLead(report: Report, text: string): Report {
  const parts = report.parts.map((part): ReportPart => (isLead(part) ? { ...part, runs: [{ text }] } : part))
  return { ...report, parts }
}

const isLead = (part: ReportPart): part is Extract<ReportPart, { kind: 'paragraph' }> =>
  part.kind === 'paragraph' && part.lead === true
