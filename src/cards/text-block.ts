import type { Block } from '../domain/message.ts'

/** A line of words. */
export const text = (words: string): Block => ({ kind: 'text', text: words })
