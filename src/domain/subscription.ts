import type { Chat } from './chat.ts'
import type { ReportAsked, Rhythm } from './order.ts'

/** A report somebody wants at set times, privately. */
export interface NewSubscription {
  readonly personId: number
  readonly channel: Chat['channel']
  readonly account: string
  readonly asked: ReportAsked
  readonly rhythm: Rhythm
  readonly nextAt: Date
}

export interface Subscription extends NewSubscription {
  readonly id: number
}

export interface Subscriptions {
  add(order: NewSubscription, at: Date): Promise<Subscription>
  /** Of a person, not stopped, oldest first. */
  of(personId: number): Promise<readonly Subscription[]>
  /** Another rhythm for one of a person's own; false: none such. */
  change(id: number, personId: number, to: Pick<NewSubscription, 'rhythm' | 'nextAt'>): Promise<boolean>
  /** How many of these were stopped; only the person's own can be. */
  stop(ids: readonly number[], personId: number, at: Date): Promise<number>
  /** Waited for until `at` or before, earliest first. */
  due(at: Date): Promise<readonly Subscription[]>
  /** The next date, where `from` is still the one waited for; false: another process was faster. */
  advance(id: number, from: Date, to: Date): Promise<boolean>
}
