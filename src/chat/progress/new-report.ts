import type { DraftEvidence, ReportDraft, SaidWords } from '../../domain/draft.ts'
import type { Heard, TaskUpdate } from '../../domain/heard.ts'
import type { Viewer } from '../../domain/person.ts'
import { tellingWords } from './telling.ts'

/** A report as it was heard or filled in, not yet shown. */
export function newReport(
  { unitId, unit }: Viewer,
  heard: Heard,
  { said, evidence }: { readonly said: SaidWords; readonly evidence: readonly DraftEvidence[] },
): ReportDraft {
  return {
    kind: 'report',
    unitId: unitId ?? 0,
    unit: unit ?? '',
    said: [said],
    heard,
    insisted: [],
    evidence,
    adopted: {},
    asked: [],
  }
}

/** 北斗没变化, 52项8条: words that say nothing beside the fields are no text of a report. */
export const stripped = (heard: Heard): Heard => ({
  ...heard,
  updates: heard.updates.map((u): TaskUpdate => ({ ...u, text: tellingWords(u) })),
})
