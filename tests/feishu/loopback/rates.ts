import type { State } from './state.ts'

export interface Refusal {
  readonly status: number
  readonly code: number
  readonly msg?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** 230020 over the chat's limit, 99991400 with the seconds to wait over the app's; null: admitted. */
export function admit(chat: string, state: State): Refusal | null {
  const { perChat, perApp, perMinute } = state.options
  if (perChat && full(`chat:${chat}`, perChat, state)) return { status: 400, code: 230020 }
  if (perApp && full('app', perApp, state)) {
    return { status: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '1' } }
  }
  if (perMinute && full('minute', perMinute, state, 60_000)) {
    return { status: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '5' } }
  }
  return null
}

function full(key: string, limit: number, state: State, windowMs = 1_000): boolean {
  const now = Date.now()
  const lately = (state.sendTimes.get(key) ?? []).filter((t) => t > now - windowMs)
  state.sendTimes.set(key, lately.length < limit ? [...lately, now] : lately)
  return lately.length >= limit
}
