import type { Asked, Chat, Reply } from './chat.ts'

/** Where a message goes: to one person alone, into a chat, or as the answer to a message of a chat. */
export type Address =
  | { readonly kind: 'person'; readonly channel: Chat['channel']; readonly account: string }
  /** `asked`: it answers a message without quoting it, and so has to say whose and which. */
  | {
      readonly kind: 'chat'
      readonly channel: Chat['channel']
      readonly chat: string
      readonly asked?: Asked
    }
  | {
      readonly kind: 'quote'
      readonly channel: Chat['channel']
      readonly chat: string
      readonly message: string
      readonly thread: boolean
      readonly asked?: Asked
      /** As a quote or not at all. */
      readonly fixed?: boolean
    }

/** One message on its way. `key` names it for ever: planned again or tried again, it is sent once. */
export interface Send {
  readonly key: string
  readonly to: Address
  readonly reply: Reply
}

/** A send someone has taken to send it now. `tries` counts this one. */
export interface TakenSend extends Send {
  readonly tries: number
}

/** `dead`: no try can help any more, or none is known to be safe; a supervisor decides. */
export const SEND_STATES = ['planned', 'accepted', 'read', 'answered', 'dead'] as const
export type SendState = (typeof SEND_STATES)[number]

/** Why the last try failed; `code` is the platform's, 0 where it gave none. */
export interface SendFailure {
  readonly code: number
  readonly verdict: string
  readonly at: Date
}

/** What is known of a send. `accepted` means: the platform gave an id; nothing more is claimed without a fact. */
export interface SendRecord {
  readonly key: string
  readonly to: Address
  readonly state: SendState
  readonly messageId: string | null
  readonly tries: number
  readonly plannedAt: Date
  readonly acceptedAt: Date | null
  readonly readAt: Date | null
  readonly answeredAt: Date | null
  readonly failure: SendFailure | null
}

export interface FailedSend {
  readonly code: number
  readonly verdict: string
  /** No later try can help. */
  readonly terminal: boolean
  /** It may have arrived all the same: no answer came, or the platform broke. */
  readonly unsure: boolean
  /** When it may be tried again; the store has its own mind where this is null. */
  readonly retryAt: Date | null
}

/** Every send from its planning to its last fact. One SQL statement each, safe in several processes at once. */
export interface Outbox {
  /** Queues what is not known yet; returns how many that were. Sent from `due` on, in this order for each place. */
  plan(sends: readonly Send[], at: Date, due?: Date): Promise<number>
  /**
   * Takes a send to be sent at once by the caller, known or not. The id, when the platform took it before; `to`: where it
   * goes, which an earlier try may have settled otherwise.
   */
  begin(send: Send, at: Date): Promise<{ readonly messageId: string | null; readonly to: Address }>
  /** Settles another way to the same people, before the first try by it: every later try takes the same. */
  readdress(key: string, to: Address): Promise<void>
  /** Takes up to `limit` that are due, of each place the oldest alone. */
  takeDue(channel: Chat['channel'], at: Date, limit: number): Promise<readonly TakenSend[]>
  accepted(key: string, messageId: string, at: Date): Promise<void>
  failed(key: string, failure: FailedSend, at: Date): Promise<void>
  /** Gives a send back untried. */
  release(key: string, due: Date): Promise<void>
  /** Notes that messages were read; unknown ids are none of ours. */
  read(messageIds: readonly string[], at: Date): Promise<void>
  answered(messageId: string, at: Date): Promise<void>
  /** Messages into groups accepted in a span of time and not known to be read, oldest first. Answers are not among them. */
  unread(
    channel: Chat['channel'],
    accepted: { readonly after: Date; readonly until: Date },
    limit: number,
  ): Promise<readonly string[]>
  find(keys: readonly string[]): Promise<readonly SendRecord[]>
  /** Newest first. */
  dead(limit: number): Promise<readonly SendRecord[]>
  /** Plans dead ones anew; all when no keys are named. Returns how many. */
  resend(keys: readonly string[] | null, at: Date): Promise<number>
}

/** The platform's count of messages, kept for all processes. */
export interface Slots {
  /** 0: the message may go now and is counted. Else the ms to wait, and for which of the limits. */
  take(want: SlotWish): Promise<{ readonly waitMs: number; readonly limit: 'app' | 'place' | null }>
  /** The platform said to wait: nobody sends for so long. */
  hold(name: { readonly app: string; readonly place: string | null }, ms: number): Promise<void>
}

export interface SlotWish {
  readonly app: string
  readonly place: string
  /** Bulk leaves a share of the app's limits to answers. */
  readonly bulk: boolean
}
