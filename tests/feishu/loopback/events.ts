import type { Person, State } from './state.ts'

/** What someone does in a chat, before it becomes an event of the platform. */
export interface Said {
  readonly from: Person
  readonly chat: string
  readonly text: string
  readonly mention?: boolean
  readonly thread?: string
  readonly type?: string
  readonly content?: object
  readonly at?: Date
  readonly senderType?: string
}

export interface Tapped {
  readonly from: Person
  readonly messageId: string
  readonly value: unknown
  readonly form?: Readonly<Record<string, unknown>>
}

/** im.message.receive_v1, with mentions as placeholders the way the platform writes them. */
export function messageEvent(said: Said, state: State) {
  const id = state.id('om')
  state.chatOf.set(id, said.chat)
  const text = said.mention ? `@_user_1 ${said.text}` : said.text
  const mentions = said.mention
    ? [{ key: '@_user_1', id: { open_id: state.botId }, name: '督办助手' }]
    : undefined
  const message = {
    message_id: id,
    create_time: String((said.at ?? new Date()).getTime()),
    chat_id: said.chat,
    chat_type: state.chats.get(said.chat) ?? 'group',
    ...(said.thread && { thread_id: said.thread, root_id: id, parent_id: id }),
    message_type: said.type ?? 'text',
    content: JSON.stringify(said.content ?? { text }),
    mentions,
  }
  const sender = { sender_id: { open_id: said.from.openId }, sender_type: said.senderType ?? 'user' }
  return envelope('im.message.receive_v1', { sender, message }, state)
}

export function tapEvent({ from, messageId, value, form }: Tapped, state: State) {
  const event = {
    operator: { open_id: from.openId },
    token: 'c-loopback',
    action: { value, tag: 'button', ...(form && { form_value: form }) },
    context: { open_message_id: messageId, open_chat_id: state.chatOf.get(messageId) ?? '' },
  }
  return envelope('card.action.trigger', event, state, 1000)
}

/** `scale` 1000: card events carry microseconds. */
export function envelope<E extends object>(type: string, event: E, state: State, scale = 1) {
  const header = {
    event_id: state.id('ev'),
    event_type: type,
    create_time: String(Date.now() * scale),
    token: 'loopback-token',
    app_id: state.appId,
    tenant_key: 'loopback',
  }
  return { schema: '2.0', header, event }
}
