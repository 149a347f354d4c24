import type { Block, Message } from '../domain/message.ts'
import { text } from './text-block.ts'

/** 佐证 that nobody has named a task for yet: it waits for the next report of its sender. */
export function evidenceKept(names: readonly string[]): Message {
  const several = names.length > 1 ? `共 ${names.length} 份，` : ''
  return say('佐证已收到', 'good', [
    text(`已收到${names.map(quoted).join('、')}，${several}作为佐证保存了。`),
    note('接着说一句是哪项任务、进展如何，例如“第12项已开通6条”；您确认那一项时，会一并附上。'),
  ])
}

/** Why a file could not be kept, in the words of the failure. */
export function evidenceRefused(name: string, why: string): Message {
  return say('佐证没有收下', 'warn', [text(`${quoted(name || '这份文件')}没有收下。${why}`)])
}

export const TOO_LARGE = (most: number): string =>
  `单个佐证不超过 ${Math.floor(most / 1_000_000)} MB，请压缩或者拆开后再发。`

const quoted = (name: string): string => `“${name}”`

function say(title: string, tone: Message['tone'], blocks: readonly Block[]): Message {
  return { title, tone, blocks, sources: [], assumptions: [], suggestions: [] }
}
const note = (words: string): Block => ({ kind: 'note', text: words })
