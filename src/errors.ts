/**
 * Every failure the product knows, by whose fault it is and what the reader can do.
 * `message` is Chinese and may be shown to a person; `context` goes to the log only.
 */
export type ErrorCode =
  | 'config' // a setting is missing or wrong: the operator mends it
  | 'port-in-use'
  | 'data-locked' // another process holds the data folder
  | 'database' // cannot connect, extension missing
  | 'file-unknown' // not a kind of file we read
  | 'file-empty'
  | 'file-scanned' // pictures of pages, no text layer
  | 'file-broken' // damaged, or the parser failed or ran out of time
  | 'file-too-large'
  | 'file-secret' // marked 绝密/机密/秘密: must not be stored here
  | 'file-internal' // marked 内部: waits for a supervisor's word
  | 'file-no-text'
  | 'not-allowed' // the person may not do this
  | 'not-found'
  | 'bad-request'
  | 'platform' // Feishu said no
  | 'model' // the model endpoint failed, refused or answered nonsense

export interface AppErrorOptions {
  readonly cause?: unknown
  readonly context?: Readonly<Record<string, unknown>>
}

/** The one error class. Callers switch on `code`, people read `message`. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly context: Readonly<Record<string, unknown>>

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.context = options.context ?? {}
  }
}

/** True when `error` is ours and carries one of `codes` (any code when none is named). */
export function isAppError(error: unknown, ...codes: readonly ErrorCode[]): error is AppError {
  return error instanceof AppError && (codes.length === 0 || codes.includes(error.code))
}
