import { evidenceKept, evidenceRefused, TOO_LARGE } from '../cards/evidence.ts'
import type { MessageEvent } from '../domain/chat.ts'
import { type Evidence, type EvidenceBook, MOST_EVIDENCE_BYTES } from '../domain/evidence.ts'
import { evidenceName, mediaTypeOf } from '../domain/media-type.ts'
import type { Message } from '../domain/message.ts'
import type { Viewer } from '../domain/person.ts'
import { AppError, isAppError } from '../errors.ts'
import type { ChatDeps } from './deps.ts'

/** A file as it came, with its bytes. */
export interface HandedFile {
  readonly event: MessageEvent
  readonly viewer: Viewer
  readonly key: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** How files of people who report are taken. */
export interface EvidenceFiles {
  readonly book: Pick<EvidenceBook, 'keep'>
  /** Looks at a file first: a filled-in form is no evidence. What it says is the answer; null: not its own. */
  readonly claim?: (file: HandedFile) => Promise<Message | null>
  /** What to say of what was kept, when more is known than its name; null: the default wording. */
  readonly words?: (kept: readonly Evidence[], file: HandedFile) => Promise<Message | null>
}

type OneFile = MessageEvent['files'][number]

/** Those who report give evidence. */
export const givesEvidence = (viewer: Viewer): boolean => viewer.roles.includes('liaison')

/** Files of a liaison. One message, one answer; done again after a kill it changes nothing. */
export async function takeEvidence(event: MessageEvent, viewer: Viewer, deps: ChatDeps): Promise<Message> {
  const kept: Evidence[] = []
  let last: HandedFile | null = null
  for (const file of event.files) {
    const handed = await fetchOne(event, file, viewer, deps)
    if ('title' in handed) return handed
    const claimed = await deps.files?.evidence?.claim?.(handed)
    if (claimed) return claimed
    kept.push(await keep(handed, deps))
    last = handed
  }
  const words = last && (await deps.files?.evidence?.words?.(kept, last))
  return words || evidenceKept(kept.map((e) => e.name))
}

/** Pictures beside words: kept without a word of their own, for the words are what is answered. */
export async function keepAttached(event: MessageEvent, viewer: Viewer, deps: ChatDeps): Promise<void> {
  if (!deps.files?.evidence || !givesEvidence(viewer)) return
  for (const file of event.files) {
    const handed = await fetchOne(event, file, viewer, deps)
    if ('title' in handed)
      deps.log.info({ id: event.id, title: handed.title }, 'picture beside words not kept')
    else await keep(handed, deps)
  }
}

/** What is wrong with the file is an answer; all else is thrown, and tried again. */
async function fetchOne(
  event: MessageEvent,
  { key, name }: OneFile,
  viewer: Viewer,
  { files, log }: ChatDeps,
): Promise<HandedFile | Message> {
  try {
    const bytes = await files!.download(event, key)
    if (bytes.byteLength > MOST_EVIDENCE_BYTES)
      throw new AppError('file-too-large', TOO_LARGE(MOST_EVIDENCE_BYTES))
    if (bytes.byteLength === 0) throw new AppError('file-empty', '文件是空的，请检查后再发。')
    return { event, viewer, key, name: evidenceName(name, bytes), bytes }
  } catch (error) {
    if (!isAppError(error) || !error.code.startsWith('file-')) throw error
    log.info({ id: event.id, code: error.code }, 'evidence not kept')
    return evidenceRefused(name, error.message)
  }
}

function keep({ event, viewer, key, name, bytes }: HandedFile, deps: ChatDeps): Promise<Evidence> {
  const { chat, sender } = event
  return deps.files!.evidence!.book.keep({
    ...{ channel: chat.channel, chat: chat.id, account: sender.account, personId: viewer.personId },
    ...{ messageId: event.messageId, fileKey: key, name, mediaType: mediaTypeOf(name, bytes), bytes },
    ...{ caption: event.text, receivedAt: event.at },
  })
}
