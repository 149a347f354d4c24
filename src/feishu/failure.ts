import type { FailedSend } from '../domain/send.ts'
import { AppError, isAppError } from '../errors.ts'

/**
 * What to do about a refusal of the platform. `wait`: too fast or briefly broken, again with the same uuid. `token`:
 * drop the token, once more. `card`: say it as plain text. `thread`: answer in the chat. `expired`: send a new card.
 * `gone`: the place or the person is no longer there. `admin`: a right or setting is missing. `bug`: ours.
 */
export type Verdict = 'wait' | 'token' | 'card' | 'thread' | 'expired' | 'gone' | 'admin' | 'bug'

const CODES: readonly (readonly [Verdict, readonly number[]])[] = [
  ['wait', [99991400, 230020, 230049]],
  ['token', [99991661, 99991663]],
  ['card', [230099, 230025, 200621, 200860, 200861]],
  ['thread', [230019]],
  ['expired', [230031]],
  ['gone', [230002, 230011, 230110, 230029, 230034, 230053, 230013, 232009]],
  [
    'admin',
    [
      99991672, 99991401, 99991403, 10003, 10014, 230006, 230018, 230035, 230022, 230028, 230027, 230038,
      41050,
    ],
  ],
]
const VERDICT_OF = new Map(CODES.flatMap(([verdict, codes]) => codes.map((code) => [code, verdict] as const)))

/** After these nothing that is tried again can help. */
const TERMINAL: readonly Verdict[] = ['gone', 'admin', 'bug', 'card', 'expired', 'thread']

/** Over the limit of one chat or person; over that of the app. */
export const PLACE_LIMIT = 230_020
export const APP_LIMIT = 99_991_400

export interface PlatformFacts {
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  /** The platform's code; 0 when it gave none. */
  readonly code: number
  readonly msg: string
  readonly logId: string | null
  /** Seconds to wait by x-ogw-ratelimit-reset; null when it is not said. */
  readonly resetSeconds: number | null
}

/** 5xx, 429 and silence pass; a code tells the rest, an unknown one is taken for a fault of ours. */
export function verdictOf({ status, code }: Pick<PlatformFacts, 'status' | 'code'>): Verdict {
  const known = VERDICT_OF.get(code)
  if (known) return known
  return status === 0 || status === 429 || status >= 500 ? 'wait' : 'bug'
}

/** The platform's refusal as our error. `context.terminal` tells the flows not to try again. */
export function platformError(facts: PlatformFacts, cause?: unknown): AppError {
  const verdict = verdictOf(facts)
  const context = { ...facts, verdict, terminal: TERMINAL.includes(verdict) }
  return new AppError('platform', `飞书没有接受请求（${facts.code || facts.status}）。`, { cause, context })
}

export function failureVerdict(error: unknown): Verdict | null {
  return isAppError(error, 'platform') ? (error.context.verdict as Verdict) : null
}

/** The platform's code; 0 where it gave none. */
export function failureCode(error: unknown): number {
  return isAppError(error, 'platform') ? Number(error.context.code) : 0
}

/** Refused for the number of messages, of the app or to one place. */
export function isTooFast(error: unknown): boolean {
  return [PLACE_LIMIT, APP_LIMIT].includes(failureCode(error))
}

/** What the platform asks us to wait; null where it does not say. */
export function resetSeconds(error: unknown): number | null {
  return isAppError(error, 'platform') ? (error.context.resetSeconds as number | null) : null
}

/** A failed send in the words of the outbox; what is no failure of the platform is ours and may pass. */
export function failedSend(error: unknown, now: Date): FailedSend {
  const status = isAppError(error, 'platform') ? Number(error.context.status) : 0
  const reset = resetSeconds(error)
  return {
    code: failureCode(error),
    verdict: failureVerdict(error) ?? 'bug',
    terminal: isAppError(error, 'platform') && error.context.terminal === true,
    unsure: status === 0 || status >= 500,
    retryAt: reset === null ? null : new Date(now.getTime() + reset * 1000),
  }
}
