import { settledCard } from '../../cards/progress/written.ts'
import type { Draft, DraftBody, DraftOwner } from '../../domain/draft.ts'
import type { Turn } from './deps.ts'
import { refresh } from './show.ts'

/** A new draft in place of the open one of its kind, whose card says so at once: what is typed there would be lost. */
export async function begin<B extends DraftBody>(turn: Turn, who: DraftOwner, body: B): Promise<Draft<B>> {
  const { p, viewer, now } = turn
  const old = await p.drafts.open(who, body.kind)
  const draft = (await p.drafts.start(who, viewer.personId!, body, now)) as Draft<B>
  if (old !== null) await refresh(turn, old, settledCard({ ...old, settledAt: now, outcome: 'replaced' }))
  return draft
}
