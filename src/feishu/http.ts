import { Readable } from 'node:stream'
import { platformError } from './failure.ts'

/** As the SDK asks its HTTP client; only what it sets. */
export interface HttpRequest {
  readonly url?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, unknown>>
  readonly params?: Readonly<Record<string, unknown>>
  readonly data?: unknown
  readonly responseType?: string
  readonly timeout?: number
  readonly $return_headers?: boolean
}

const TIMEOUT_MS = 10_000
const TOKEN_PATH = '/auth/v3/tenant_access_token/'

/**
 * The SDK's HTTP client by `fetch`: 10 s timeout, no proxy of its own, no secrets in its errors, and one token request at a time
 * (the SDK asks once per caller). Resolves to the body, as the SDK expects; HTTP 4xx, 5xx and silence reject with `platform`.
 */
export function createHttp(fetcher: typeof fetch = fetch) {
  const asking = new Map<string, Promise<unknown>>()
  const once = (request: HttpRequest): Promise<unknown> => {
    const url = request.url ?? ''
    if (!url.includes(TOKEN_PATH)) return send(request, fetcher)
    const mine = asking.get(url) ?? send(request, fetcher).finally(() => asking.delete(url))
    asking.set(url, mine)
    return mine
  }
  const bare = (method: string) => (url: string, more?: HttpRequest) => once({ ...more, url, method })
  const full = (method: string) => (url: string, data?: unknown, more?: HttpRequest) =>
    once({ ...more, url, method, data })
  return {
    request: once,
    get: bare('GET'),
    delete: bare('DELETE'),
    head: bare('HEAD'),
    options: bare('OPTIONS'),
    post: full('POST'),
    put: full('PUT'),
    patch: full('PATCH'),
  }
}

async function send(request: HttpRequest, fetcher: typeof fetch): Promise<unknown> {
  const response = await reach(request, fetcher)
  if (!response.ok) throw await refusal(response)
  const body = await bodyOf(response, request.responseType)
  return request.$return_headers ? { data: body, headers: Object.fromEntries(response.headers) } : body
}

async function reach(request: HttpRequest, fetcher: typeof fetch): Promise<Response> {
  const method = (request.method ?? 'GET').toUpperCase()
  const form = isForm(request)
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (value != null && !(form && name.toLowerCase() === 'content-type')) headers.set(name, String(value))
  }
  const body = bodyFor(method, request.data, form)
  if (typeof body === 'string') headers.set('content-type', 'application/json; charset=utf-8')
  const signal = AbortSignal.timeout(request.timeout || TIMEOUT_MS)
  try {
    return await fetcher(addressOf(request), {
      method,
      headers,
      signal,
      ...(body === undefined ? {} : { body }),
    })
  } catch (cause) {
    throw platformError({ status: 0, code: 0, msg: 'no answer', logId: null, resetSeconds: null }, cause)
  }
}

function isForm({ headers }: HttpRequest): boolean {
  return Object.entries(headers ?? {}).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && String(value).startsWith('multipart/'),
  )
}

function bodyFor(method: string, data: unknown, form: boolean): string | FormData | undefined {
  if (method === 'GET' || method === 'HEAD' || data == null) return undefined
  return form ? formOf(data as Record<string, unknown>) : JSON.stringify(data)
}

function formOf(data: Readonly<Record<string, unknown>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(data)) {
    if (value instanceof Uint8Array)
      form.set(name, new Blob([value as Uint8Array<ArrayBuffer>]), String(data.file_name ?? name))
    else if (value != null) form.set(name, String(value))
  }
  return form
}

/** An array repeats its key. */
function addressOf({ url = '', params = {} }: HttpRequest): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((v) => v != null)
      .map((v): [string, string] => [name, String(v)]),
  )
  const query = new URLSearchParams(pairs).toString()
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

async function bodyOf(response: Response, type: string | undefined): Promise<unknown> {
  if (type === 'stream' && response.body) return Readable.fromWeb(response.body)
  if (type === 'arraybuffer') return Buffer.from(await response.arrayBuffer())
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

async function refusal(response: Response): Promise<Error> {
  const body = await response.json().catch(() => null)
  const told = (body ?? {}) as { code?: number; msg?: string; error?: { log_id?: string } }
  const reset = Number(response.headers.get('x-ogw-ratelimit-reset') ?? Number.NaN)
  return platformError({
    status: response.status,
    code: told.code ?? 0,
    msg: told.msg ?? '',
    logId: told.error?.log_id ?? response.headers.get('x-tt-logid'),
    resetSeconds: Number.isFinite(reset) ? reset : null,
  })
}
