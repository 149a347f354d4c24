import { z } from 'zod'
import type { Chat, MessageEvent } from '../../domain/chat.ts'
import { type Mention, readContent, resolveMentions } from './content.ts'
import { instant, type Normaliser } from './envelope.ts'

const USER = z.looseObject({ open_id: z.string().nullish() }).nullish()
const RECEIVED = z.looseObject({
  sender: z.looseObject({ sender_id: USER, sender_type: z.string().default('') }),
  message: z.looseObject({
    message_id: z.string().min(1),
    parent_id: z.string().nullish(),
    thread_id: z.string().nullish(),
    create_time: z.coerce.string().default('0'),
    chat_id: z.string().min(1),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string().default(''),
    mentions: z.array(z.looseObject({ key: z.string(), id: USER, name: z.string().default('') })).nullish(),
  }),
})

/** im.message.receive_v1: what someone said to the bot or in its hearing. */
export const message: Normaliser = ({ id, event }, self) => {
  const read = RECEIVED.safeParse(event)
  if (!read.success) return { ignored: 'message of unknown shape' }
  const { sender, message: m } = read.data
  const account = sender.sender_id?.open_id
  if (!account) return { ignored: 'message without a sender' }
  const mentions = (m.mentions ?? []).map(
    (it): Mention => ({ key: it.key, openId: it.id?.open_id ?? null, name: it.name }),
  )
  const content = readContent(m.message_type, m.content)
  const text = resolveMentions(content.text, mentions, self.openId)
  const chat: Chat = {
    channel: 'feishu',
    id: m.chat_id,
    type: m.chat_type === 'p2p' ? 'private' : 'group',
    thread: m.thread_id || null,
  }
  const heard: MessageEvent = {
    kind: 'message',
    id,
    messageId: m.message_id,
    chat,
    sender: { channel: 'feishu', account, name: null, bot: sender.sender_type !== 'user' },
    ...content,
    text,
    // A post of pictures alone, the mention taken out.
    form: content.form === 'text' && text === '' && content.files.length > 0 ? 'image' : content.form,
    mentioned: self.openId !== null && mentions.some((it) => it.openId === self.openId),
    repliesTo: m.parent_id || null,
    at: instant(m.create_time),
  }
  return { event: heard }
}

const MENU = z.looseObject({
  operator: z.looseObject({ operator_name: z.string().nullish(), operator_id: USER }),
  event_key: z.string().min(1).max(100),
})

/** Keys of the bot's menu as set in the console; another key is taken as the words of the question. */
const MENU_WORDS: Readonly<Record<string, string>> = {
  help: '帮助',
  my_tasks: '我们单位有哪些任务',
  overdue: '哪些任务逾期了',
  register: '登记',
}

/** application.bot.menu_v6: a tap on the bot's menu, always in private; it names no chat, so the answer goes to the person. */
export const menu: Normaliser = ({ id, at, event }) => {
  const read = MENU.safeParse(event)
  const account = read.data?.operator.operator_id?.open_id
  if (!read.success || !account) return { ignored: 'menu event without an operator' }
  const { event_key: key, operator } = read.data
  const chat: Chat = { channel: 'feishu', id: account, type: 'private', thread: null }
  const heard: MessageEvent = {
    kind: 'message',
    id,
    messageId: id,
    chat,
    sender: { channel: 'feishu', account, name: operator.operator_name ?? null },
    text: MENU_WORDS[key] ?? key,
    mentioned: true,
    repliesTo: null,
    form: 'text',
    files: [],
    at,
  }
  return { event: heard }
}
