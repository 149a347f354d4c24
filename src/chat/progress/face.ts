import { draftCard } from '../../cards/progress/draft-card.ts'
import { formDraftCard } from '../../cards/progress/form-draft.ts'
import { passingCard } from '../../cards/progress/hand-over.ts'
import { settledCard } from '../../cards/progress/written.ts'
import type { Draft, ReportDraft } from '../../domain/draft.ts'
import type { DraftView } from '../../domain/draft-view.ts'
import type { Message } from '../../domain/message.ts'
import type { Turn } from './deps.ts'
import { dutyFace } from './duty-face.ts'
import { groundFor } from './ground.ts'
import { viewOf } from './items.ts'
import { orderFace } from './order-face.ts'

export const isReport = (draft: Draft): draft is Draft<ReportDraft> => draft.body.kind === 'report'

export async function viewNow(turn: Turn, draft: Draft<ReportDraft>): Promise<DraftView> {
  return viewOf(draft, await groundFor(turn, draft.who), turn.today)
}

/** The card of a draft as it stands now. */
export async function faceOf(turn: Turn, draft: Draft): Promise<Message> {
  const { body } = draft
  if (draft.settledAt !== null) return settledCard(draft)
  switch (body.kind) {
    case 'report':
      return draftCard(await viewNow(turn, { ...draft, body }))
    case 'order':
      return orderFace(turn, { ...draft, body })
    case 'handOver':
      return passingCard(draft, body, turn.today)
    case 'form':
      return formDraftCard(draft, body)
    case 'duty':
      return dutyFace(turn, { ...draft, body })
  }
}
