import type { ChatFlows } from '../chat/deps.ts'
import type { Log } from '../log.ts'
import { keepDoing, MINUTE_MS } from './every.ts'

/** What a process that died had begun is taken up within 20 s: see `store/intake`. */
const CATCH_UP_MS = 5_000

/** Answers what a failure or a kill left behind, now and every five seconds. Returns how to stop. */
export const keepCatchingUp = (flows: readonly ChatFlows[], log: Log): (() => Promise<void>) =>
  keepDoing(
    CATCH_UP_MS,
    inTurn(flows, (flow) => flow.catchUp()),
    (err) => log.warn({ err }, 'catching up failed'),
  )

/** Reminds of what was shown and not confirmed, every minute. Returns how to stop. */
export const keepRemindingDrafts = (flows: readonly ChatFlows[], log: Log): (() => Promise<void>) =>
  keepDoing(
    MINUTE_MS,
    inTurn(flows, (flow) => flow.remind()),
    (err) => log.warn({ err }, 'drafts were not reminded of'),
  )

function inTurn(flows: readonly ChatFlows[], work: (flow: ChatFlows) => Promise<void>) {
  return async (): Promise<void> => {
    for (const flow of flows) await work(flow)
  }
}
