import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { FeishuLog, FeishuSettings } from './settings.ts'
import { decrypt, isSigned, sameText } from './signature.ts'

export type WebhookHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface WebhookDeps {
  readonly settings: Pick<FeishuSettings, 'encryptKey' | 'verificationToken'>
  readonly receive: (raw: unknown) => Promise<unknown>
  /** False: events are turned away with 503, and the platform sends them again. The challenge is answered all the same. */
  readonly ready: () => boolean
  readonly log: FeishuLog
  readonly now: () => Date
}

/** Events are a few KB; a card's form at most some tens. */
const MAX_BYTES = 1_000_000
const READ_MS = 5_000

const ENCRYPTED = z.looseObject({ encrypt: z.string().min(1) })
const CHALLENGE = z.looseObject({
  type: z.literal('url_verification'),
  challenge: z.string().min(1).max(1000),
})
const TOKENS = z.looseObject({
  token: z.string().optional(),
  header: z.looseObject({ token: z.string().optional() }).optional(),
})

type Verdict =
  | { readonly status: 200; readonly body: unknown }
  | { readonly status: 400 | 401; readonly reason: string }
  | { readonly status: 0; readonly event: unknown }

/**
 * POST /feishu/events and /feishu/cards, for both carry the same envelope. Reads the raw bytes itself: mount it before any body
 * parser. Whatever comes in, it answers; only what is proven to come from the platform is worked on.
 */
export function createWebhook(deps: WebhookDeps): WebhookHandler {
  return async (request, response) => {
    try {
      await serve(request, response, deps)
    } catch (err) {
      deps.log.error({ err }, 'webhook request failed')
      finish(response, 500, {})
    }
  }
}

async function serve(request: IncomingMessage, response: ServerResponse, deps: WebhookDeps): Promise<void> {
  if (request.method !== 'POST') return finish(response, 405, {})
  const body = await readBody(request)
  if (!body) {
    deps.log.warn({}, 'webhook request too large or too slow')
    finish(response, 413, {})
    return void request.destroy()
  }
  const verdict = judge(body, request, deps)
  if (verdict.status === 200) return finish(response, 200, verdict.body)
  if (verdict.status === 0 && !deps.ready()) return finish(response, 503, {})
  if (verdict.status === 0) return finish(response, 200, (await deps.receive(verdict.event)) ?? {})
  deps.log.warn({ reason: verdict.reason }, 'webhook request refused')
  finish(response, verdict.status, {})
}

/** The platform's challenge may come unsigned; it is proven by its token, and by the key where one is set. */
function judge(body: Buffer, request: IncomingMessage, deps: WebhookDeps): Verdict {
  const { encryptKey, verificationToken } = deps.settings
  if (!encryptKey && !verificationToken) return { status: 401, reason: 'neither key nor token is set' }
  const plain = open(body, encryptKey)
  if (plain === undefined) return { status: 400, reason: 'unreadable body' }
  if (verificationToken && !sameText(tokenOf(plain), verificationToken)) {
    return { status: 401, reason: 'wrong verification token' }
  }
  const challenge = CHALLENGE.safeParse(plain)
  if (challenge.success) return { status: 200, body: { challenge: challenge.data.challenge } }
  if (encryptKey && !isSigned(request.headers, body, { encryptKey, now: deps.now() })) {
    return { status: 401, reason: 'not signed, or signed long ago' }
  }
  return { status: 0, event: plain }
}

/** The JSON inside; undefined when it is none, or when it should be encrypted and is not. */
function open(body: Buffer, encryptKey: string | null): unknown {
  const outer = json(body.toString('utf8'))
  if (!encryptKey) return outer
  const sealed = ENCRYPTED.safeParse(outer)
  const inner = sealed.success ? decrypt(sealed.data.encrypt, encryptKey) : null
  return inner === null ? undefined : json(inner)
}

function tokenOf(plain: unknown): string {
  const read = TOKENS.safeParse(plain).data
  return read?.header?.token ?? read?.token ?? ''
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Null: more than the limit, or not all there in time. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  const timer = setTimeout(() => request.destroy(), READ_MS)
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length
      if (size > MAX_BYTES) return null
      parts.push(part)
    }
    return Buffer.concat(parts)
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

function finish(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}
