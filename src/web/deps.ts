import type { RequestHandler } from 'express'
import type { Registry } from 'prom-client'
import type { ChatFlows } from '../chat/deps.ts'
import type { Role } from '../domain/person.ts'
import type { ReportFiles } from '../domain/report-file.ts'
import type { Day } from '../domain/span.ts'
import type { Log } from '../log.ts'
import type { Talk } from './talk.ts'

/** All that the pages need of the outside; `src/app` makes it, tests make it of fakes. */
export interface WebDeps {
  readonly now: () => Date
  readonly log: Log
  /** Made by `createTalk`: the web's Channel and the memory of what was said through it. */
  readonly talk: Talk
  readonly flows: Pick<ChatFlows, 'message' | 'action' | 'join'>
  readonly people: People
  readonly documents: Documents
  /** Questions offered to a person of these roles who has not asked anything in a chat yet. */
  readonly starters?: (roles: readonly Role[]) => Promise<readonly string[]>
  /** Where the day can be moved on: the sample city, and no other. */
  readonly days?: Days
  /** Printed reports, each for the account it was made for. */
  readonly reports?: Pick<ReportFiles, 'find'>
  /** The simulated groups of the chat page; at least one. */
  readonly groups: readonly WebGroup[]
  /** Ready to answer: each part with its state, shown by /readyz; 503 when any is not ok. */
  readonly readiness: () => Promise<readonly Readiness[]>
  readonly metrics: Registry
  /** Keeps the bytes of a file sent in a chat; returns the key the flows ask for it by. Absent: no files are taken. */
  readonly uploads?: { readonly keep: (bytes: Uint8Array) => Promise<string> }
  /** Handlers that come first and see the raw request, each passing on what is not theirs (Feishu's webhook). */
  readonly before?: readonly RequestHandler[]
}

export interface Days {
  today(): Day
  /** Days to move on to, the nearest first. */
  choices(): Promise<readonly DayChoice[]>
  /** Moves on and does what falls due on the way. Throws `bad-request` for a day that is past. */
  moveTo(day: Day): Promise<void>
}

export interface DayChoice {
  readonly text: string
  readonly to: Day
}

export interface WebGroup {
  readonly id: string
  readonly name: string
}

export interface Readiness {
  readonly part: string
  readonly ok: boolean
  /** Chinese, one line; no secrets. */
  readonly note: string
}

/** Whom one can be on the chat page. `account` is what account(channel='web') ties to the person. */
export interface WebPerson {
  readonly account: string
  readonly name: string
  readonly title: string | null
  readonly unit: string | null
  readonly roles: readonly Role[]
}

export interface People {
  list(): Promise<readonly WebPerson[]>
}

export interface Documents {
  /** Newest first, old versions included. */
  list(): Promise<readonly DocumentHead[]>
  /** null: no such document. */
  find(id: number): Promise<DocumentText | null>
}

export interface DocumentHead {
  readonly id: number
  readonly title: string
  readonly number: string | null
  readonly issuer: string | null
  readonly issuedOn: Day | null
  readonly version: number
  /** The document that replaced this version; null: current. */
  readonly replacedBy: number | null
  readonly tasks: number
  readonly fileName: string
}

/** A document with its words. All places are UTF-16 offsets in the file as read, as in Source. */
export interface DocumentText extends DocumentHead {
  /** The file's text from `start` to `end`, the document's own part (a gazette holds several). */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly headings: readonly { readonly heading: string; readonly depth: number; readonly start: number }[]
}

/** What was said in the web chat, kept so that the talk survives a restart. */
export interface TalkStore {
  /** Newest `limit` messages of the chat, oldest first. */
  recent(chat: string, limit: number): Promise<readonly TalkMessage[]>
  find(id: string): Promise<TalkMessage | null>
  /** Inserts, or replaces the message of the same id. */
  save(message: TalkMessage): Promise<void>
}

/** One message of a web chat. A card is Feishu card JSON as it was made, so old talk looks as it did. */
export interface TalkMessage {
  readonly id: string
  readonly chat: string
  /** null: the bot. */
  readonly author: string | null
  readonly name: string
  readonly body: { readonly text: string } | { readonly card: unknown }
  /** The message it answers. */
  readonly repliesTo: string | null
  readonly at: Date
}
