import { type IngestedFile, ingested, ingestFailed, ingesting, notForFiles } from '../cards/ingested.ts'
import { cannotRead } from '../cards/talk.ts'
import { refusalFor } from '../domain/access.ts'
import type { MessageEvent } from '../domain/chat.ts'
import type { Message } from '../domain/message.ts'
import type { Viewer } from '../domain/person.ts'
import { isAppError } from '../errors.ts'
import type { ChatDeps } from './deps.ts'
import { type EvidenceFiles, givesEvidence, takeEvidence } from './evidence.ts'
import { identify } from './identity.ts'

export interface Files {
  /** The bytes of a file of this message. Throws `file-too-large` or `platform`. */
  readonly download: (event: MessageEvent, key: string) => Promise<Uint8Array>
  /** Into the ledger; throws the `file-…` codes. */
  readonly ingest: (file: {
    readonly name: string
    readonly bytes: Uint8Array
    readonly by: number | null
    readonly now: Date
  }) => Promise<IngestedFile>
  /** Without it files of liaisons are turned down politely. */
  readonly evidence?: EvidenceFiles
}

/**
 * A file or picture someone sent. A supervisor's file, in private, is read into the ledger: a card says so at once, and
 * becomes the result. A liaison's becomes evidence. Done again after a kill it changes nothing.
 */
export async function onFile(event: MessageEvent, deps: ChatDeps): Promise<void> {
  const viewer = await identify(event.sender, deps)
  const may = refusalFor(viewer, 'ingest') === null
  const open = deps.files !== undefined && event.files.length > 0
  if (open && may && event.form === 'file' && event.chat.type === 'private') {
    for (const file of event.files) await ingestOne(event, file, viewer, deps)
  } else if (open && deps.files?.evidence && givesEvidence(viewer)) {
    await reply(event, await takeEvidence(event, viewer, deps), deps)
  } else {
    await reply(event, declined(event, viewer, may && !open), deps)
  }
}

function declined({ form }: MessageEvent, { roles }: Viewer, closed: boolean): Message {
  if (form === 'image') return cannotRead('image')
  return closed ? cannotRead('file') : notForFiles(roles)
}

async function ingestOne(
  event: MessageEvent,
  file: MessageEvent['files'][number],
  viewer: Viewer,
  deps: ChatDeps,
): Promise<void> {
  const progress = await deps.channel.reply(event, { message: ingesting(file.name), turn: null, page: 0 })
  const result = await readIn(event, file, viewer, deps)
  try {
    await deps.channel.update(progress, { message: result, turn: null, page: 0 })
  } catch (error) {
    deps.log.warn({ err: error, id: event.id }, 'progress card could not be updated, result said anew')
    await reply(event, result, deps)
  }
}

/** What went wrong with the file is a result; all else is thrown, and tried again. */
async function readIn(
  event: MessageEvent,
  { key, name }: MessageEvent['files'][number],
  viewer: Viewer,
  { files, now, log }: ChatDeps,
): Promise<Message> {
  try {
    const bytes = await files!.download(event, key)
    return ingested(name, await files!.ingest({ name, bytes, by: viewer.personId, now: now() }))
  } catch (error) {
    if (!isAppError(error) || !error.code.startsWith('file-')) throw error
    log.info({ id: event.id, code: error.code }, 'file not read in')
    return ingestFailed(name, error.code, error.message)
  }
}

async function reply(event: MessageEvent, message: Message, deps: ChatDeps): Promise<void> {
  await deps.channel.reply(event, { message, turn: null, page: 0 })
}
