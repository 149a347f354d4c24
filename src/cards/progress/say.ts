import type { Block, Button, Field, Message, Tone } from '../../domain/message.ts'

/** The frame of every card of reporting. */
export function say(
  title: string,
  blocks: readonly Block[],
  more: Partial<Pick<Message, 'subtitle' | 'tone' | 'buttons' | 'suggestions'>> = {},
): Message {
  const { tone = 'plain', suggestions = [], ...rest } = more
  return { title, tone, blocks, sources: [], assumptions: [], suggestions, ...rest }
}

export const text = (words: string): Block => ({ kind: 'text', text: words })
export const note = (words: string): Block => ({ kind: 'note', text: words })
export const heading = (words: string): Block => ({ kind: 'heading', text: words })
export const buttons = (...list: readonly Button[]): Block => ({ kind: 'buttons', buttons: list })

export const form = (name: string, fields: readonly Field[], submit: Button): Block => ({
  kind: 'form',
  name,
  fields,
  submit,
})

/** One short card without buttons. */
export const brief = (title: string, words: string, tone: Tone = 'plain'): Message =>
  say(title, [text(words)], { tone })
