import { z } from 'zod'
import type { Action } from './action.ts'

const page = z.number().int().min(0).max(10_000)
const turn = z.number().int().positive().max(Number.MAX_SAFE_INTEGER)
/** Our own pages or http(s); `javascript:` and the like are refused. */
const url = z
  .string()
  .max(2000)
  .regex(/^(?:https?:\/\/|\/(?!\/))/)

const ACTION = z.discriminatedUnion('do', [
  z.object({ do: z.literal('ask'), q: z.string().trim().min(1).max(500) }),
  z.object({ do: z.literal('page'), turn, page }),
  z.object({ do: z.literal('rate'), turn, verdict: z.enum(['useful', 'useless']), page: page.optional() }),
  z.object({ do: z.literal('register') }),
  z.object({ do: z.literal('admit'), registration: turn, verdict: z.enum(['approved', 'refused']) }),
  z.object({ do: z.literal('open'), url }),
  z.object({ do: z.literal('download'), name: z.string().max(200), url }),
])

/** The value a button brings back, as an Action; null when it is none of ours or was tampered with. */
export function parseAction(value: unknown): Action | null {
  const read = ACTION.safeParse(value)
  return read.success ? read.data : null
}
