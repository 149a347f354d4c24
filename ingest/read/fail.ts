import { AppError, type ErrorCode } from '../../src/errors.ts'

/** A refusal of a file: always names the file, says what is wrong, then what to do. */
export function refuse(
  code: ErrorCode,
  file: string,
  message: string,
  options: { readonly cause?: unknown; readonly context?: Readonly<Record<string, unknown>> } = {},
): AppError {
  return new AppError(code, `“${file}”${message}`, { ...options, context: { file, ...options.context } })
}

const UNITS = ['字节', 'KB', 'MB', 'GB'] as const

/** 31457280 → 30MB: sizes as people say them. */
export function sizeName(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10))
  return `${Number((bytes / 1024 ** step).toFixed(1))}${UNITS[step]}`
}
