export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS

/**
 * Does something now and again after every interval, one round at a time. A round that fails is told to `failed`, and the
 * next comes all the same. Returns how to stop: it waits for the round in hand.
 */
export function keepDoing(
  everyMs: number,
  round: () => Promise<unknown>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  const begin = async (): Promise<void> => {
    await round().catch(failed)
  }
  let running = begin()
  const timer = setInterval(() => {
    running = running.then(begin)
  }, everyMs)
  return () => {
    clearInterval(timer)
    return running
  }
}
