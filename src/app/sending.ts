import { type Courier, keepDraining } from '../chat/drain.ts'
import type { Channel } from '../domain/chat.ts'
import type { Log } from '../log.ts'
import type { Db } from '../store/db.ts'
import { createOutbox } from '../store/outbox.ts'

export interface SendingDeps {
  readonly db: Db
  readonly now: () => Date
  readonly log: Log
  readonly couriers: readonly Courier[]
}

/** Sends what is planned, each channel by itself. Returns how to stop. */
export function keepSending({ db, now, log, couriers }: SendingDeps): () => Promise<void> {
  const outbox = createOutbox(db)
  const stops = couriers.map((courier) => keepDraining({ outbox, courier, now, log }))
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

/** The web chat has no limits and refuses nothing; a failure there is the database's, and passes. */
export function webCourier(channel: Channel): Courier {
  return {
    channel: 'web',
    post({ key, to, reply }) {
      if (to.kind === 'person')
        return channel.tell({ channel: 'web', account: to.account, name: null }, reply, key)
      const type = to.chat.startsWith('private:') ? 'private' : 'group'
      return channel.say({ channel: 'web', id: to.chat, type, thread: null }, reply, key)
    },
    failureOf: () => ({ code: 0, verdict: 'wait', terminal: false, unsure: false, retryAt: null }),
  }
}
