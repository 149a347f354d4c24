import type { Block, Button, Field, Message, Tone } from '../../domain/message.ts'
import { text } from '../text-block.ts'

/** The frame of every card of reporting. */
export function say(
  title: string,
  blocks: readonly Block[],
  more: Partial<Pick<Message, 'subtitle' | 'tone' | 'buttons' | 'suggestions' | 'pager'>> = {},
): Message {
  const { tone = 'plain', suggestions = [], ...rest } = more
  return { title, tone, blocks, sources: [], assumptions: [], suggestions, ...rest }
}

export { text } from '../text-block.ts'
export const note = (words: string): Block => ({ kind: 'note', text: words })
export const heading = (words: string): Block => ({ kind: 'heading', text: words })
export const buttons = (...list: readonly Button[]): Block => ({ kind: 'buttons', buttons: list })

export const form = (name: string, fields: readonly Field[], submit: Button): Block => ({
  kind: 'form',
  name,
  fields,
  submit,
})

/** Out of a form that took the reminder's place. */
export const BACK: Button = { text: '返回', action: { do: 'owing', page: 0 } }

/** One short card without buttons. */
export const brief = (title: string, words: string, tone: Tone = 'plain'): Message =>
  say(title, [text(words)], { tone })

/** To a liaison who asks for 销号. */
export const closeByDesk = (): Message =>
  brief(
    '销号由督查室办理',
    '请先把完成情况和佐证报上来，例如“第52项已完成，商业航线10条”，再把验收材料发给我。督查室审核后销号。',
  )
