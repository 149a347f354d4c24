import type { Outbox } from '../domain/send.ts'
import type { FeishuClient } from './client.ts'
import { failureVerdict } from './failure.ts'
import type { FeishuLog } from './settings.ts'

export interface ReadersDeps {
  readonly client: Pick<FeishuClient, 'firstRead'>
  readonly outbox: Pick<Outbox, 'unread' | 'read'>
  readonly log: FeishuLog
  readonly pause: (ms: number) => Promise<void>
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** At these ages a message in a group is asked about, until somebody read it; the platform answers for seven days. */
const AGES_MS = [15 * MINUTE, HOUR, 4 * HOUR, 24 * HOUR, 72 * HOUR, 160 * HOUR]
const MOST = 50
/** Between two calls: what is learnt is worth no hurry. */
const GENTLY_MS = 1_000

/**
 * Of messages to people the platform tells when they are read; of messages to groups it has to be asked. One round over those
 * whose age passed a mark between `since` and `now`: read is noted with the time of the first reader, and nothing is
 * concluded from silence.
 */
export async function askReaders(
  { since, now }: { readonly since: Date; readonly now: Date },
  { client, outbox, log, pause }: ReadersDeps,
): Promise<void> {
  for (const messageId of await due({ since, now }, outbox)) {
    try {
      const at = await client.firstRead(messageId)
      if (at !== null) await outbox.read([messageId], at)
    } catch (err) {
      log.info({ err, messageId }, 'readers not known')
      if (failureVerdict(err) === 'admin' || failureVerdict(err) === 'wait') return
    }
    await pause(GENTLY_MS)
  }
}

async function due(
  { since, now }: { readonly since: Date; readonly now: Date },
  outbox: ReadersDeps['outbox'],
): Promise<readonly string[]> {
  const back = (from: Date, ms: number) => new Date(from.getTime() - ms)
  const windows = AGES_MS.map((age) => ({ after: back(since, age), until: back(now, age) }))
  const found = await Promise.all(windows.map((window) => outbox.unread('feishu', window, MOST)))
  return found.flat().slice(0, MOST)
}
