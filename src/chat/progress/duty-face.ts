import { dutyListCard } from '../../cards/progress/duties.ts'
import { type DutyDraftView, dutyCard } from '../../cards/progress/duty-change.ts'
import { brief } from '../../cards/progress/say.ts'
import type { Draft, DutyDraft } from '../../domain/draft.ts'
import type { Message } from '../../domain/message.ts'
import type { Sitting } from './deps.ts'
import { labelsOf } from './task-labels.ts'

/** 报送要求清单: every duty with its date, its state and its buttons. */
export async function dutiesFace(turn: Sitting, page: number): Promise<Message> {
  return dutyListCard(await turn.p.duties.list(turn.today), page, turn.today)
}

/** The changes of a draft with what they would come to now. */
export async function dutyFace(turn: Sitting, draft: Draft<DutyDraft>): Promise<Message> {
  return dutyCard(draft, await dutyView(turn, draft.body), turn.today)
}

export async function dutyView(turn: Sitting, { changes, notes }: DutyDraft): Promise<DutyDraftView> {
  const foresight = await turn.p.duties.foresee(changes, turn.today)
  const about = changes.flatMap((change) => (change.change === 'added' ? (change.body.tasks ?? []) : []))
  return { ...foresight, notes, tasks: await labelsOf(turn, about) }
}

export const unknownDuty = (): Message =>
  brief('这条报送要求已经不在了', '文件可能换了新版本。说“报送要求清单”看现有的。', 'warn')
