import type { ChatFlows } from '../chat/deps.ts'

/** What a process that died had begun is taken up within 20 s: see `store/intake`. */
const CATCH_UP_MS = 5_000

const MINUTE_MS = 60_000

/** Answers what a failure or a kill left behind, now and every five seconds. Returns how to stop. */
export const keepCatchingUp = (flows: readonly ChatFlows[]): (() => Promise<void>) =>
  keepDoing(CATCH_UP_MS, flows, (flow) => flow.catchUp())

/** Reminds of what was shown and not confirmed, every minute. Returns how to stop. */
export const keepRemindingDrafts = (flows: readonly ChatFlows[]): (() => Promise<void>) =>
  keepDoing(MINUTE_MS, flows, (flow) => flow.remind())

function keepDoing(
  everyMs: number,
  flows: readonly ChatFlows[],
  work: (flow: ChatFlows) => Promise<void>,
): () => Promise<void> {
  const all = async (): Promise<void> => {
    for (const flow of flows) await work(flow)
  }
  let running = all()
  const timer = setInterval(() => {
    running = running.then(all)
  }, everyMs)
  return () => {
    clearInterval(timer)
    return running
  }
}
