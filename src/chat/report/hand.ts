import type { Chat, Sender } from '../../domain/chat.ts'
import type { ReportFile } from '../../domain/report-file.ts'
import type { Made } from './make.ts'
import type { ReportTurn } from './turn.ts'

/** Whom a file is for, and what names the sending for ever. */
export interface HandTo {
  readonly chat: Chat
  readonly sender: Sender
  readonly key: string
}

/** Prints the report, keeps the file for its owner, and hands it into the chat. */
export async function handFile(
  { report, snapshot, wish }: Pick<Made, 'report' | 'snapshot' | 'wish'>,
  form: 'docx' | 'xlsx',
  to: HandTo,
  at: ReportTurn,
): Promise<void> {
  const file = await at.r.print({ report, snapshot, audience: wish.audience, form })
  await handPrinted(file, { ...to, key: `${to.key}:${form}` }, at)
}

/** The same of a file that is printed. On our own pages only its owner can fetch it. */
export async function handPrinted(
  file: ReportFile,
  { chat, sender, key }: HandTo,
  { r, deps, now }: ReportTurn,
) {
  const id = await r.files.keep(file, sender, now)
  const path = `/reports/${id}?as=${encodeURIComponent(sender.account)}`
  await deps.channel.hand?.(chat, { name: file.name, bytes: file.bytes, path }, `file:${key}`)
}
