import type { Action } from './action.ts'
import type { Message } from './message.ts'

/** Where talk happens. `thread` keeps the context of a topic apart from its chat's. */
export interface Chat {
  readonly channel: 'feishu' | 'web'
  readonly id: string
  readonly type: 'group' | 'private'
  readonly thread: string | null
}

/** The sender as the channel knows them; `chat/identity` turns it into a Viewer. */
export interface Sender {
  readonly channel: 'feishu' | 'web'
  readonly account: string
  readonly name: string | null
  /** A program, not a person: never answered, lest two bots talk for ever. */
  readonly bot?: boolean
}

/** What reaches the flows from any channel, in our own words. */
export type ChatEvent = MessageEvent | ActionEvent | JoinEvent

export interface MessageEvent {
  readonly kind: 'message'
  /** The platform's event id; `messageId` de-duplicates too, for the platform may redeliver under a new event id. */
  readonly id: string
  readonly messageId: string
  readonly chat: Chat
  readonly sender: Sender
  /** Mentions of the bot removed, other mentions as @name. */
  readonly text: string
  readonly mentioned: boolean
  readonly repliesTo: string | null
  readonly form: 'text' | 'file' | 'image' | 'voice' | 'sticker' | 'other'
  /** `picture`: how the platform is asked for it. Words may come with pictures. */
  readonly files: readonly { readonly key: string; readonly name: string; readonly picture?: boolean }[]
  readonly at: Date
}

export interface ActionEvent {
  readonly kind: 'action'
  readonly id: string
  readonly messageId: string
  readonly chat: Chat
  readonly sender: Sender
  readonly action: Action
  readonly form: Readonly<Record<string, string>>
  readonly at: Date
}

/** The bot was added to a group, or someone opened a private chat with it for the first time. */
export interface JoinEvent {
  readonly kind: 'join'
  readonly id: string
  readonly chat: Chat
  readonly sender: Sender
  readonly at: Date
}

/** What a flow hands back to a channel. `page` is the page of long lists to show, from 0. */
export interface Reply {
  readonly message: Message
  readonly turn: number | null
  readonly page: number
  /** What was thought of it so far; absent: nobody said. */
  readonly rated?: Rated
  /** Said at the top where the channel cannot quote the question. */
  readonly asked?: Asked
}

/** Whose question, and its first words. */
export interface Asked {
  readonly account: string
  readonly text: string
}

export interface Rated {
  readonly useful: number
  readonly useless: number
}

/** A file on its way to a chat. `path` leads to it on our own pages, for the one it was made for. */
export interface OutFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly path: string
}

/** A channel the flows can speak through; Feishu and the web chat are its two kinds. */
export interface Channel {
  /** Answers in place (quoting the message). Returns the platform's id of what was sent. */
  reply(event: MessageEvent, reply: Reply): Promise<string>
  /**
   * Answers with a card that will be replaced by `update`; done again for the same event, after a kill too, it is the same
   * card. Absent: the channel cannot.
   */
  draft?(event: MessageEvent, reply: Reply): Promise<string>
  /** Replaces a card that was sent before. */
  update(messageId: string, reply: Reply): Promise<void>
  /** Speaks unasked into a chat: the welcome. With a `key` the same is said once, however often it is tried. */
  say(chat: Chat, reply: Reply, key?: string): Promise<string>
  /** Speaks to one person alone; `key` as with `say`. */
  tell(sender: Sender, reply: Reply, key?: string): Promise<string>
  /** 加急: the person's telephone says so of a message they have. Only where somebody approved it. Absent: the channel cannot. */
  urge?(messageId: string, account: string): Promise<void>
  /** Hands a file into a chat; `key` as with `say`. A channel without it has no files. */
  hand?(chat: Chat, file: OutFile, key: string): Promise<string>
}
