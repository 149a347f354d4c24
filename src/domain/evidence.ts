import type { Chat } from './chat.ts'
import type { Hand } from './progress.ts'

/** 佐证: a file or picture somebody sent, before it has a row. */
export interface NewEvidence {
  readonly channel: Chat['channel']
  readonly chat: string
  readonly account: string
  readonly personId: number | null
  readonly messageId: string
  /** The channel's name of the file within the message. */
  readonly fileKey: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** What was said with it; '' for nothing. */
  readonly caption: string
  readonly receivedAt: Date
}

export interface Evidence extends Omit<NewEvidence, 'bytes'> {
  readonly id: number
  /** Bytes. */
  readonly size: number
  /** sha-256, hexadecimal. */
  readonly hash: string
  /** The report it belongs to; null: not attached yet. */
  readonly progressId: number | null
  /** First version of its task; null: nobody said which. */
  readonly taskId: number | null
}

/** A larger one is refused: it passes through memory several times on its way into the database. */
export const MOST_EVIDENCE_BYTES = 20_000_000

/** Where evidence is kept. */
export interface EvidenceBook {
  /** The same file of the same message is kept once: a second call gives back the first row. */
  keep(evidence: NewEvidence): Promise<Evidence>
  /** Ties it to a report and its task; false: no such evidence or report. A later word replaces an earlier one. With its audit row. */
  attach(evidenceId: number, progressId: number, hand: Hand): Promise<boolean>
  /** Says which task it is about, before there is a report; false: no such evidence. */
  concern(evidenceId: number, taskId: number): Promise<boolean>
  /** What an account sent in a chat since then and that belongs to no report yet, oldest first. */
  recent(from: Pick<NewEvidence, 'channel' | 'account' | 'chat'>, since: Date): Promise<readonly Evidence[]>
  /** Of reports, oldest first. */
  ofProgress(progressIds: readonly number[]): Promise<readonly Evidence[]>
  find(id: number): Promise<Evidence | null>
  /** null: no such evidence. */
  bytes(id: number): Promise<Uint8Array | null>
}
