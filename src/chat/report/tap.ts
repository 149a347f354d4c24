import type { ReportAction } from '../../domain/action.ts'
import type { ActionEvent, Reply } from '../../domain/chat.ts'
import type { Message } from '../../domain/message.ts'
import type { ActionResult, Toast } from '../deps.ts'
import type { StoredTurn } from '../turns.ts'
import type { ReportTurn } from './turn.ts'

/** What one kind of button does. */
export type Doer<K extends ReportAction['do']> = (
  action: Extract<ReportAction, { do: K }>,
  event: ActionEvent,
  at: ReportTurn,
) => Promise<ActionResult>

export const told = (type: Toast['type'], text: string): ActionResult => ({
  toast: { type, text },
  update: null,
  later: null,
})

export const shown = (message: Message): Reply => ({ message, turn: null, page: 0 })

/** Runs after the tap is answered; a failure is logged and said. */
export function afterwards(
  result: ActionResult,
  work: () => Promise<void>,
  event: ActionEvent,
  at: ReportTurn,
): ActionResult {
  const later = () =>
    work().catch((err: unknown) => at.deps.log.error({ err, id: event.id }, 'report tap failed'))
  return { ...result, later }
}

/** The turn's number came back from outside: only those who saw the card may use it. */
export async function turnOf(
  id: number,
  { chat, sender }: ActionEvent,
  { deps }: ReportTurn,
): Promise<StoredTurn | null> {
  const turn = await deps.turns.find(id)
  if (turn === null || turn.chat.channel !== chat.channel) return null
  return turn.chat.id === chat.id || turn.account === sender.account ? turn : null
}
