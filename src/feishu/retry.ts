import { isAppError } from '../errors.ts'
import { failureVerdict } from './failure.ts'

export interface RetryPlan {
  /** Tries in all. */
  readonly tries: number
  /** First pause; it doubles. */
  readonly baseMs: number
  /** Who is told to wait longer gives up here: the question stays and is tried again later. */
  readonly maxMs: number
  readonly pause: (ms: number) => Promise<void>
  /** [0, 1): spreads callers that failed together. */
  readonly random: () => number
}

export const RETRIES: RetryPlan = {
  tries: 5,
  baseMs: 300,
  maxMs: 10_000,
  pause: (ms) => new Promise((done) => setTimeout(done, ms)),
  random: Math.random,
}

export interface RetryHooks {
  readonly dropToken: () => void
}

/** Tries again what may pass (`wait`, and `token` once with a new token); the rest is thrown at once. */
export async function withRetry<T>(work: () => Promise<T>, plan: RetryPlan, hooks: RetryHooks): Promise<T> {
  let freshToken = false
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      const verdict = failureVerdict(error)
      if (verdict === 'token' && !freshToken) {
        freshToken = true
        hooks.dropToken()
        continue
      }
      const ms = pauseMs(error, tried, plan)
      if (verdict !== 'wait' || tried >= plan.tries || ms > plan.maxMs) throw error
      await plan.pause(ms)
    }
  }
}

/** What the platform asks for, else the doubled base, and up to a quarter of the base more by chance. */
function pauseMs(error: unknown, tried: number, plan: RetryPlan): number {
  const reset = isAppError(error) ? error.context.resetSeconds : null
  const wanted = typeof reset === 'number' ? reset * 1000 : plan.baseMs * 2 ** (tried - 1)
  return wanted + (plan.random() * plan.baseMs) / 4
}
