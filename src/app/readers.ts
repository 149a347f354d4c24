import type { Feishu } from '../feishu/feishu.ts'
import { askReaders } from '../feishu/readers.ts'
import type { Log } from '../log.ts'
import type { Db } from '../store/db.ts'
import { createLease } from '../store/lease.ts'
import { createOutbox } from '../store/outbox.ts'

const ROUND_MS = 10 * 60_000

export interface KeepAskingDeps {
  readonly db: Db
  readonly client: Feishu['client']
  readonly now: () => Date
  readonly log: Log
}

/** Learns every ten minutes, in one process of several, which messages to groups were read. Returns how to stop. */
export function keepAskingReaders({ db, client, now, log }: KeepAskingDeps): () => Promise<void> {
  const outbox = createOutbox(db)
  const lease = createLease(db)
  const holder = crypto.randomUUID()
  const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms).unref())
  let since = now()
  const round = async (): Promise<void> => {
    const window = { since, now: now() }
    since = window.now
    if (!(await lease.claim('readers', holder, (ROUND_MS / 1000) * 1.5))) return
    await askReaders(window, { client, outbox, log, pause })
  }
  const timer = setInterval(() => {
    round().catch((err: unknown) => log.warn({ err }, 'readers could not be asked for'))
  }, ROUND_MS)
  return async () => clearInterval(timer)
}
