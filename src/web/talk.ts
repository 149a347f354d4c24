import type { Channel } from '../domain/chat.ts'

/** Placeholder contract; the implementation follows in the next commit. */
export interface Talk {
  readonly channel: Channel
}
