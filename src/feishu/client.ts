import { z } from 'zod'
import { ask, type Call, idOf } from './ask.ts'
import { filesOf } from './client-files.ts'
import type { Hedge } from './hedge.ts'
import { type Pace, UNPACED } from './pace.ts'
import { createPosting, UNHEDGED } from './posting.ts'
import { RETRIES, type RetryPlan, withRetry } from './retry.ts'
import { createSdkClient } from './sdk.ts'
import type { FeishuLog, FeishuSettings } from './settings.ts'
import { registerCommands, type SlashCommand } from './slash-commands.ts'

/** What is sent: a card (JSON as text), plain text, or a file by its key. `uuid`: the same one twice makes one message within an hour. */
export interface Outgoing {
  readonly type: 'interactive' | 'text' | 'file'
  readonly content: string
  readonly uuid: string
  /** The chat or person it goes to, for the platform counts by place. */
  readonly place: string
  /** One of many that may wait: answers go first. */
  readonly bulk?: boolean
  /** Where answers are at their limit and messages are not: said into the chat, in words that need no quote. */
  readonly instead?: { readonly chat: string; readonly content: () => Promise<string> }
}

export interface Receiver {
  readonly type: 'open_id' | 'chat_id'
  readonly id: string
}

/** The platform in our words. Ids are the platform's; every failure is an AppError `platform` with its verdict. */
export interface FeishuClient {
  /** Asks for the token and who we are. `openId` is what mentions of the bot carry. */
  self(): Promise<{ readonly openId: string; readonly name: string }>
  reply(messageId: string, out: Outgoing, inThread: boolean): Promise<string>
  send(to: Receiver, out: Outgoing): Promise<string>
  patch(messageId: string, card: string): Promise<void>
  /** 加急 within the app, of a message of our own to somebody in its chat. */
  urge(messageId: string, openId: string): Promise<void>
  /** When the first person read a message of ours, at most seven days old; null: nobody yet, as far as is known. */
  firstRead(messageId: string): Promise<Date | null>
  /** Brings the panel of slash commands in line; never throws. */
  registerCommands(wanted: readonly SlashCommand[]): Promise<void>
  chatType(chatId: string): Promise<'group' | 'private'>
  /** null: the group has no name of its own. Needs im:chat:readonly, and the bot in the group. */
  chatName(chatId: string): Promise<string | null>
  user(openId: string): Promise<FeishuUser>
  /** A department's name; null: not shown to us. */
  department(id: string): Promise<string | null>
  /** A file or picture of a message the bot can see. Throws `file-too-large` beyond 50 MB. */
  download(messageId: string, key: string, kind: 'file' | 'image'): Promise<Uint8Array>
  /** Gives the key by which a message may carry the file; at most 30 MB. */
  upload(name: string, bytes: Uint8Array): Promise<string>
}

export interface FeishuUser {
  readonly openId: string
  readonly name: string | null
  readonly mobile: string | null
  readonly email: string | null
  /** Ids of the departments the person belongs to. */
  readonly departments: readonly string[]
}

const BOT = z.looseObject({
  bot: z.looseObject({ open_id: z.string().min(1), app_name: z.string().default('') }),
})
const field = z
  .string()
  .nullish()
  .transform((v) => v || null)
const CHAT = z.looseObject({ data: z.looseObject({ chat_mode: z.string(), name: field }) })
const ids = z
  .array(z.string())
  .nullish()
  .transform((v) => v ?? [])
const READERS = z.looseObject({
  data: z.looseObject({ items: z.array(z.looseObject({ timestamp: z.coerce.number() })).nullish() }),
})
const DEPARTMENT = z.looseObject({ data: z.looseObject({ department: z.looseObject({ name: field }) }) })
const USER = z.looseObject({
  data: z.looseObject({
    user: z.looseObject({
      name: field,
      mobile: field,
      email: field,
      enterprise_email: field,
      department_ids: ids,
    }),
  }),
})

export interface ClientOptions {
  readonly retry?: RetryPlan
  /** Asked before every send; none unless given. */
  readonly pace?: Pace
  /** Asks a second time where no answer comes; never unless given. */
  readonly hedge?: Hedge
}

export async function createFeishuClient(
  settings: FeishuSettings,
  log: FeishuLog,
  { retry = RETRIES, pace = UNPACED, hedge = UNHEDGED }: ClientOptions = {},
): Promise<FeishuClient> {
  const sdk = await createSdkClient(settings, log)
  const call = <T>(shape: z.ZodType<T>, path: string, request: Call): Promise<T> =>
    withRetry(() => ask(sdk, shape, path, request), retry, sdk)
  const post = createPosting({ sdk, retry, pace, hedge })
  return {
    async self() {
      const { bot } = await call(BOT, '/bot/v3/info', { method: 'GET' })
      return { openId: bot.open_id, name: bot.app_name }
    },
    ...post,
    async patch(messageId, card) {
      await call(z.unknown(), `/im/v1/messages/${idOf(messageId)}`, {
        method: 'PATCH',
        data: { content: card },
      })
    },
    firstRead: async (messageId) => {
      const params = { user_id_type: 'open_id', page_size: '100' }
      const path = `/im/v1/messages/${idOf(messageId)}/read_users`
      return firstOf((await call(READERS, path, { method: 'GET', params })).data.items)
    },
    registerCommands: (wanted) => registerCommands(wanted, { sdk, log }),
    async urge(messageId, openId) {
      const params = { user_id_type: 'open_id' }
      const data = { user_id_list: [openId] }
      await call(z.unknown(), `/im/v1/messages/${idOf(messageId)}/urgent_app`, {
        method: 'PATCH',
        params,
        data,
      })
    },
    async chatType(chatId) {
      const { data } = await call(CHAT, `/im/v1/chats/${idOf(chatId)}`, { method: 'GET' })
      return data.chat_mode === 'p2p' ? 'private' : 'group'
    },
    async chatName(chatId) {
      const { data } = await call(CHAT, `/im/v1/chats/${idOf(chatId)}`, { method: 'GET' })
      return data.name
    },
    async user(openId) {
      const params = { user_id_type: 'open_id' }
      const { user } = (await call(USER, `/contact/v3/users/${idOf(openId)}`, { method: 'GET', params })).data
      return {
        openId,
        name: user.name,
        mobile: user.mobile,
        email: user.email ?? user.enterprise_email,
        departments: user.department_ids,
      }
    },
    async department(id) {
      const { department } = (
        await call(DEPARTMENT, `/contact/v3/departments/${idOf(id)}`, { method: 'GET' })
      ).data
      return department.name
    },
    ...filesOf(sdk, (work) => withRetry(work, retry, sdk)),
  }
}

function firstOf(readers: readonly { readonly timestamp: number }[] | null | undefined): Date | null {
  const times = (readers ?? []).map((r) => r.timestamp).filter((ms) => ms > 0)
  return times.length === 0 ? null : new Date(Math.min(...times))
}
