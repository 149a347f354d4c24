import type { MessageEvent } from '../domain/chat.ts'
import type { Block, Message } from '../domain/message.ts'

/** What the bot says about itself and about what went wrong; answers are worded in cards/answer. */

/** DIALOGUES: nothing that is dead ever shows as an error. */
export function laterThen(): Message {
  return say('稍后回复您', [text('我这边暂时查不了任务库，已记下您的问题，恢复后回复您。')])
}

/** Over an answer that comes late, so that the asker knows which question it belongs to. */
export function belated(message: Message, question: string): Message {
  const note: Block = { kind: 'note', text: `刚才没能查成，现在补上您问的“${shorten(question)}”。` }
  return { ...message, blocks: [note, ...message.blocks] }
}

const UNREAD: Readonly<Record<Exclude<MessageEvent['form'], 'text'>, string>> = {
  voice: '我还听不了语音，请把问题打成一句话发给我。',
  image: '我还看不了图片，请把要问的内容打成文字发给我。',
  file: '我还不能在聊天里读文件。要把文件收进任务库，请联系督查室导入；要问其中的事，请直接打字。',
  sticker: '收到。要查任务、单位或者时限，直接打字问我就行。',
  other: '这种消息我还看不了，请打字问我。',
}

/** Answer to a message that holds no words to read. */
export function cannotRead(form: Exclude<MessageEvent['form'], 'text'>): Message {
  return say('请打字问我', [text(UNREAD[form])], ['帮助'])
}

export const TOASTS = {
  asking: '正在查，马上回复。',
  asked: '这个问题已经答过了，请看下面的回复。',
  thanks: '收到，谢谢！',
  regret: '收到，我们会改进。谢谢！',
  gone: '这张卡片已经失效，请重新提问。',
  failed: '暂时办不了，请稍后再试。',
} as const

function say(title: string, blocks: readonly Block[], suggestions: readonly string[] = []): Message {
  return { title, tone: 'plain', blocks, sources: [], assumptions: [], suggestions }
}

function text(words: string): Block {
  return { kind: 'text', text: words }
}

function shorten(words: string): string {
  return words.length > 40 ? `${words.slice(0, 39)}…` : words
}
