import type { ErrorCode } from '../errors.ts'

/** What the parent says to the child: once, to begin. The password keeps other users of the machine out. */
export interface StartMessage {
  readonly kind: 'start'
  readonly folder: string
  readonly port: number
  readonly password: string
}

/** What the child says to the parent. */
export type ChildMessage =
  | { readonly kind: 'progress'; readonly text: string }
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string }
