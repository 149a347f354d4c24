import { draftCard } from '../../cards/progress/draft-card.ts'
import { brief } from '../../cards/progress/say.ts'
import { settledCard } from '../../cards/progress/written.ts'
import type { Draft, ReportDraft } from '../../domain/draft.ts'
import type { DraftView } from '../../domain/draft-view.ts'
import type { Message } from '../../domain/message.ts'
import type { Turn, WordsTurn } from './deps.ts'
import { faceOf } from './face.ts'
import { isPrivate, plain } from './tools.ts'

/** Answers in place; in a group the words go to the person alone, and the group hears only that. Returns the card's id. */
export async function answer(turn: WordsTurn, message: Message): Promise<string> {
  const { event, key } = turn.question
  if (isPrivate(event)) return turn.deps.channel.reply(event, plain(message))
  const id = await turn.deps.channel.tell(event.sender, plain(message), `told:${key}`)
  await turn.deps.channel.reply(event, plain(brief('已私信您', '收到，已私信发给您核对，群里不展示。')))
  return id
}

/** Shows a new draft, and keeps the card's id so that later words change it in place. */
export async function showDraft(turn: WordsTurn, draft: Draft, message: Message): Promise<true> {
  await turn.p.drafts.shown(draft.id, await answer(turn, message))
  return true
}

/** The draft was changed by a further message: its card is brought up to date, and the change said below. */
export async function showChange(
  turn: WordsTurn,
  draft: Draft<ReportDraft>,
  shown: { readonly view: DraftView; readonly change: Message },
): Promise<true> {
  await answer(turn, shown.change)
  await refresh(turn, draft, draftCard(shown.view))
  return true
}

/** A card that cannot be changed any more (too old, withdrawn) is left as it is: its buttons know that they are old. */
export async function refresh({ deps }: Turn, draft: Draft, message: Message): Promise<void> {
  if (draft.replyId === null) return
  try {
    await deps.channel.update(draft.replyId, plain(message))
  } catch (err) {
    deps.log.warn({ err, draft: draft.id }, 'card of a draft could not be updated')
  }
}

/** The message was heard before and perhaps not answered: the same card again. */
export async function showAgain(turn: WordsTurn, draft: Draft): Promise<true> {
  if (draft.settledAt !== null) {
    await answer(turn, settledCard(draft))
    return true
  }
  return showDraft(turn, draft, await faceOf(turn, draft))
}
