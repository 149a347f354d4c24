import type { ChatFlows } from '../chat/deps.ts'

/** What a process that died had begun is taken up within 20 s: see `store/intake`. */
const CATCH_UP_MS = 5_000

/** Answers what a failure or a kill left behind, now and every five seconds. Returns how to stop. */
export function keepCatchingUp(flows: readonly ChatFlows[]): () => Promise<void> {
  const all = async (): Promise<void> => {
    for (const flow of flows) await flow.catchUp()
  }
  let running = all()
  const timer = setInterval(() => {
    running = running.then(all)
  }, CATCH_UP_MS)
  return () => {
    clearInterval(timer)
    return running
  }
}
