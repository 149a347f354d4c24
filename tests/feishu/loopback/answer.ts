import type { State } from './state.ts'

export interface Call {
  readonly state: State
  readonly params: readonly string[]
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
}

export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export function top(fields: object): Answer {
  return { status: 200, body: { code: 0, msg: 'ok', ...fields } }
}

export function data(fields: object): Answer {
  return top({ data: fields })
}

export function faulty(
  status: number,
  code: number,
  headers?: Readonly<Record<string, string>>,
  msg = 'loopback refusal',
): Answer {
  return { status, body: { code, msg, error: { log_id: 'loopback' } }, ...(headers && { headers }) }
}
