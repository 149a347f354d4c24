import type { State } from './state.ts'

export interface Refusal {
  readonly status: number
  readonly code: number
  readonly msg?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The platform's two ways to send; each is counted by itself. */
export function lineOf(method: string, path: string): string | null {
  if (method !== 'POST') return null
  return /^\/im\/v1\/messages$/.test(path) ? 'create' : /\/reply$/.test(path) ? 'reply' : null
}

/**
 * 99991400 with the seconds to wait over the limit of one API: every call counts that is not itself refused for it, broken
 * and repeated ones too (the platform does not say so; this is the harder case). null: admitted.
 */
export function admitCall(line: string, state: State): Refusal | null {
  const { perApp, perMinute } = state.options
  if (perApp && full(`second:${line}`, perApp, state)) {
    return { status: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '1' } }
  }
  if (perMinute && full(`minute:${line}`, perMinute, state, 60_000)) {
    return { status: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '5' } }
  }
  return null
}

/** 230020 over the limit of one chat; null: admitted. */
export function admit(chat: string, state: State): Refusal | null {
  const { perChat } = state.options
  return perChat && full(`chat:${chat}`, perChat, state) ? { status: 400, code: 230020 } : null
}

function full(key: string, limit: number, state: State, windowMs = 1_000): boolean {
  const now = Date.now()
  const lately = (state.sendTimes.get(key) ?? []).filter((t) => t > now - windowMs)
  state.sendTimes.set(key, lately.length < limit ? [...lately, now] : lately)
  return lately.length >= limit
}
