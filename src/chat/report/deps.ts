import type { Channel, Sender } from '../../domain/chat.ts'
import type { Order, ReportAsked } from '../../domain/order.ts'
import type { Viewer } from '../../domain/person.ts'
import type { Progress } from '../../domain/progress.ts'
import type { Publications } from '../../domain/publication.ts'
import type { Report, ReportForm } from '../../domain/report.ts'
import type { ReportFile, ReportFiles } from '../../domain/report-file.ts'
import type { Audience, ReportSide } from '../../domain/report-wish.ts'
import type { RhythmClock } from '../../domain/rhythm.ts'
import type { Roll } from '../../domain/roll.ts'
import type { Outbox } from '../../domain/send.ts'
import type { Day } from '../../domain/span.ts'
import type { Snapshot, Standings } from '../../domain/standing.ts'
import type { Subscriptions } from '../../domain/subscription.ts'

/** All that reports need of the outside. */
export interface ReportDeps extends MakeDeps {
  /** The calendar day of an instant. */
  readonly dayOf: (at: Date) => Day
  readonly clock: RhythmClock
  /** What a message tells the bot to do; null: it is no order. */
  readonly order: (text: string, viewer: Viewer, today: Day) => Promise<Order | null>
  /** The report a few words after another report mean (上季度的, 只要滞后的, 导出excel). */
  readonly asked: (text: string, viewer: Viewer, today: Day) => Promise<ReportAsked>
  readonly print: (printed: Printed) => Promise<ReportFile>
  readonly files: ReportFiles
  readonly subscriptions: Subscriptions
  readonly publications: Publications
  readonly outbox: Pick<Outbox, 'plan'>
  /** Each channel that is on, to change there what was sent. */
  readonly channels: Readonly<Partial<Record<Sender['channel'], Pick<Channel, 'update'>>>>
  readonly roll: Roll
  /** Group chats something can be published to. */
  readonly groups: () => Promise<readonly Group[]>
}

/** What one report is made of. */
export interface MakeDeps {
  readonly issuer: () => Promise<string>
  readonly standings: Pick<Standings, 'snapshot'>
  readonly history: (taskId: number) => Promise<readonly Progress[]>
  /** Units that are no more, each with the name of the one that answers for it today. */
  readonly heirs: () => Promise<ReadonlyMap<number, string>>
  /** First versions of tasks by the rows of any version. */
  readonly origins: (taskIds: readonly number[]) => Promise<ReadonlyMap<number, number>>
  /** Rows of the tasks that words are about (低空经济). */
  readonly about: (words: string, viewer: Viewer, today: Day) => Promise<readonly number[]>
  /** Two documents named in words, each as a side; fewer where they are not known. */
  readonly sides: (words: string, viewer: Viewer, today: Day) => Promise<readonly ReportSide[]>
  /** A better first paragraph from the same facts, checked against them; null: the rules' own stands. */
  readonly reword: (report: Report) => Promise<string | null>
}

/** A report on its way to a printer; `snapshot` is what its audience may see, for ledgers line by line; null: the tree alone. */
export interface Printed {
  readonly report: Report
  readonly snapshot: Snapshot | null
  readonly audience: Audience
  readonly form: Exclude<ReportForm, 'card'>
}

export interface Group {
  readonly channel: Sender['channel']
  readonly chat: string
  readonly name: string
}
