import { isAppError } from '../errors.ts'

export interface ModelLog {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
}

export interface Quiet {
  /** Runs `work`; whatever goes wrong is logged under `seam` and becomes null. */
  run<T>(seam: string, work: () => Promise<T | null>): Promise<T | null>
}

/** After so many failures in a row the model is left alone for a while: a dead endpoint must not slow every answer. */
const FAILURES = 3
const REST_MS = 60_000

/** `now` in milliseconds. One Quiet per endpoint: its three seams share the count of failures. */
export function quietly(log: ModelLog, now: () => number): Quiet {
  let failures = 0
  let restUntil = 0
  const failed = (seam: string, began: number, error: unknown) => {
    failures += 1
    if (failures >= FAILURES) restUntil = now() + REST_MS
    log.warn({ seam, ms: now() - began, failures, ...reasonOf(error) }, 'model failed, rules answer')
  }
  return {
    async run(seam, work) {
      if (now() < restUntil) return null
      const began = now()
      try {
        const value = await work()
        failures = 0
        return value
      } catch (error) {
        failed(seam, began, error)
        return null
      }
    },
  }
}

function reasonOf(error: unknown): object {
  if (isAppError(error)) return { code: error.code, ...error.context }
  if (!(error instanceof Error)) return { error: String(error) }
  const status = 'status' in error ? error.status : undefined
  return {
    error: `${error.name}: ${error.message.slice(0, 200)}`,
    ...(status === undefined ? {} : { status }),
  }
}
