import type { Report } from './report.ts'
import type { ReportWish } from './report-wish.ts'
import type { Address, Send } from './send.ts'

/** What a supervisor may change of a report before it goes out; the figures stay. null: as it was made. */
export interface PublicationEdit {
  readonly title: string | null
  readonly lead: string | null
  /** 点名. */
  readonly named: boolean
}

export interface PublicationWish extends PublicationEdit {
  readonly report: ReportWish
}

export type PublicationState = 'draft' | 'published' | 'withdrawn'

/** `report`: the whole, for people; `safe`: what any group may see. Once published they never change. */
export interface Publication {
  readonly id: number
  readonly state: PublicationState
  readonly number: string | null
  readonly wish: PublicationWish
  readonly report: Report
  readonly safe: Report
  readonly madeBy: number
  readonly publishedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly reason: string | null
}

/** Whom it goes to. */
export interface PublicationCopy {
  readonly key: string
  readonly address: Address
  readonly name: string
}

/** What is known of one copy: accepted by the platform, given up, opened by how many. */
export interface CopyStanding extends PublicationCopy {
  readonly messageId: string | null
  readonly dead: boolean
  /** The outbox knows nothing of it: withdrawn before it was sent, or long ago. */
  readonly unknown: boolean
  readonly opened: boolean
}

export interface Publications {
  draft(
    wish: PublicationWish,
    made: Pick<Publication, 'report' | 'safe'>,
    by: Pick<PublishingHand, 'personId' | 'at'>,
  ): Promise<Publication>
  /** false: it is published already. */
  redraft(id: number, wish: PublicationWish, made: Pick<Publication, 'report' | 'safe'>): Promise<boolean>
  find(id: number): Promise<Publication | null>
  /** The one published last, withdrawn or not. */
  latest(): Promise<Publication | null>
  /** Gives it the next number of the year, freezes it and plans its copies, in one transaction; null: it was no draft. */
  publish(id: number, wish: Publishing, by: PublishingHand): Promise<Publication | null>
  /** What was not sent yet never will be. null: it was not published, or withdrawn before. */
  withdraw(id: number, reason: string, by: PublishingHand): Promise<Publication | null>
  copies(id: number): Promise<readonly CopyStanding[]>
  /** Notes the first opening of an account. */
  opened(
    id: number,
    who: { readonly channel: string; readonly account: string; readonly personId: number | null },
    at: Date,
  ): Promise<void>
  /** How many accounts opened it. */
  openings(id: number): Promise<number>
}

export interface Publishing {
  readonly year: number
  readonly copies: readonly PublicationCopy[]
  /** What is sent of it, once it has its number. */
  readonly sends: (published: Publication) => readonly Send[]
}

export interface PublishingHand {
  readonly personId: number
  readonly at: Date
  /** The tap it was done by: an audit row is made of it. */
  readonly messageKey: string
}

/** 督查通报〔2026〕3号 */
export const bulletinNumber = (year: number, ordinal: number): string => `督查通报〔${year}〕${ordinal}号`
