import type { Chat } from '../domain/chat.ts'
import type { FailedSend, Outbox, Send, TakenSend } from '../domain/send.ts'
import type { ChatLog } from './deps.ts'

/** How one channel carries planned messages. */
export interface Courier {
  readonly channel: Chat['channel']
  /** Resolves to the id the channel gave the message. */
  post(send: Send): Promise<string>
  /** What a failure of `post` means. `wait`: nothing was tried, the channel is full for so many ms. */
  failureOf(error: unknown, now: Date): FailedSend | { readonly wait: number }
}

export interface DrainDeps {
  readonly outbox: Pick<Outbox, 'takeDue' | 'accepted' | 'failed' | 'release'>
  readonly courier: Courier
  readonly now: () => Date
  readonly log: ChatLog
}

/** At once on their way; each holds its place's order by itself. */
const AT_ONCE = 20
const IDLE_MS = 1_000

/** Sends what is due, once over. Returns the ms to wait until there may be more: 0 while there is. */
export async function drainOnce(deps: DrainDeps): Promise<number> {
  const { outbox, courier, now } = deps
  const taken = await outbox.takeDue(courier.channel, now(), AT_ONCE)
  const waits = await Promise.all(taken.map((send) => carry(send, deps)))
  return taken.length === 0 ? IDLE_MS : Math.max(...waits)
}

async function carry(send: TakenSend, { outbox, courier, now, log }: DrainDeps): Promise<number> {
  try {
    const id = await courier.post(send)
    await outbox.accepted(send.key, id, now())
    return 0
  } catch (error) {
    const failure = courier.failureOf(error, now())
    if ('wait' in failure) {
      await outbox.release(send.key, new Date(now().getTime() + failure.wait))
      return failure.wait
    }
    log.warn({ err: error, key: send.key, tries: send.tries, dead: failure.terminal }, 'message not accepted')
    await outbox.failed(send.key, failure, now())
    return 0
  }
}

/** Sends what is due as long as the process lives. Returns how to stop: what is on its way is finished. */
export function keepDraining(deps: DrainDeps): () => Promise<void> {
  let stopped = false
  let wake: () => void = () => {}
  const rest = (ms: number): Promise<void> =>
    new Promise((done) => {
      const timer = setTimeout(done, ms)
      wake = () => done(clearTimeout(timer))
    })
  const work = async (): Promise<void> => {
    while (!stopped) {
      const ms = await drainOnce(deps).catch((err: unknown) => {
        deps.log.warn({ err }, 'outbox could not be worked on')
        return 10 * IDLE_MS
      })
      if (ms > 0 && !stopped) await rest(ms)
    }
  }
  const working = work()
  return () => {
    stopped = true
    wake()
    return working
  }
}
