import { z } from 'zod'
import type { ChatEvent } from '../../domain/chat.ts'

/** What the bot knows of itself; mentions of it carry its open id. Null: not known yet, then nothing counts as a mention. */
export interface Self {
  readonly openId: string | null
}

/** What the platform tells of that is no talk. `gone`: resigned, or out of the app's sight. */
export type Notice =
  | { readonly kind: 'read'; readonly messageIds: readonly string[]; readonly at: Date }
  | { readonly kind: 'contact'; readonly account: string; readonly gone: boolean; readonly at: Date }

/** An event in our words, or why there is none. */
export type Normalised =
  | { readonly event: ChatEvent }
  | { readonly notice: Notice }
  | { readonly ignored: string }

export type Normaliser = (envelope: Envelope, self: Self) => Normalised

export interface Envelope {
  readonly id: string
  readonly type: string
  readonly at: Date
  readonly event: unknown
}

const V2 = z.looseObject({
  schema: z.string(),
  header: z.looseObject({
    event_id: z.string().min(1),
    event_type: z.string().min(1),
    create_time: z.coerce.string().default('0'),
  }),
  event: z.unknown(),
})
const V1 = z.looseObject({
  uuid: z.string().min(1),
  ts: z.coerce.string().default('0'),
  event: z.looseObject({ type: z.string().min(1) }),
})

/** Both forms of envelope, 2.0 and the old one; null: neither. */
export function openEnvelope(raw: unknown): Envelope | null {
  const v2 = V2.safeParse(raw)
  if (v2.success) {
    const { event_id: id, event_type: type, create_time: at } = v2.data.header
    return { id, type, at: instant(at), event: v2.data.event }
  }
  const v1 = V1.safeParse(raw)
  if (!v1.success) return null
  return { id: v1.data.uuid, type: v1.data.event.type, at: instant(v1.data.ts), event: v1.data.event }
}

/** The platform gives seconds, milliseconds or microseconds, by kind of event; the size tells which. */
export function instant(stamp: string): Date {
  const n = Number(stamp)
  if (!Number.isFinite(n) || n <= 0) return new Date(0)
  if (n < 1e11) return new Date(n * 1000)
  return new Date(n < 1e14 ? n : n / 1000)
}
