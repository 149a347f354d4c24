import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decrypt } from '../../src/feishu/signature.ts'
import { createWebhook } from '../../src/feishu/webhook.ts'
import { encrypted, signed } from './loopback/webhooks.ts'
import { silentLog } from './stage.ts'

const KEY = 'test key'
const TOKEN = 'v-token'
const NOW = new Date('2026-11-21T09:00:00+08:00')
const EVENT = { schema: '2.0', header: { event_id: 'e1', event_type: 'x', token: TOKEN }, event: { a: 1 } }

const received: unknown[] = []
let answer: unknown
const servers: Server[] = []
let address = ''
let keyless = ''
let open = ''
let ready = true

beforeAll(async () => {
  address = await serve({ encryptKey: KEY, verificationToken: TOKEN })
  keyless = await serve({ encryptKey: null, verificationToken: TOKEN })
  open = await serve({ encryptKey: null, verificationToken: null })
})
beforeEach(() => {
  received.length = 0
  answer = undefined
})
afterAll(() => {
  for (const server of servers) server.close().closeAllConnections()
})

async function serve(settings: {
  encryptKey: string | null
  verificationToken: string | null
}): Promise<string> {
  const receive = async (raw: unknown) => {
    received.push(raw)
    if (answer instanceof Error) throw answer
    return answer
  }
  const server = createServer(
    createWebhook({ settings, receive, ready: () => ready, log: silentLog, now: () => NOW }),
  )
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  servers.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function post(url: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { method: 'POST', body, headers })
  return { status: response.status, body: await response.json() }
}

const sealed = (event: unknown, at = NOW) => {
  const body = encrypted(event, KEY)
  return [body, signed(body, { encryptKey: KEY, at })] as const
}

describe('what the platform sends', () => {
  test('the cipher of the platform is read', () => {
    expect(decrypt('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', KEY)).toBe('hello world')
  })

  test('signed and encrypted: received, acknowledged with what comes back', async () => {
    answer = { toast: { type: 'info', content: '好' } }
    expect(await post(address, ...sealed(EVENT))).toEqual({ status: 200, body: answer })
    expect(received).toEqual([EVENT])
  })

  test('without a key the token proves it', async () => {
    expect(await post(keyless, JSON.stringify(EVENT))).toEqual({ status: 200, body: {} })
    expect(received).toEqual([EVENT])
  })

  test('before the bot knows itself: turned away to be sent again, while the challenge is answered', async () => {
    ready = false
    expect((await post(address, ...sealed(EVENT))).status).toBe(503)
    expect((await post(address, encrypted(challenge(TOKEN), KEY))).status).toBe(200)
    ready = true
    expect(received).toEqual([])
  })

  test.each([
    { name: 'sealed', send: () => post(address, encrypted(challenge(TOKEN), KEY)) },
    { name: 'plain, where no key is set', send: () => post(keyless, JSON.stringify(challenge(TOKEN))) },
  ])('the challenge, $name, is answered and no event', async ({ send }) => {
    expect(await send()).toEqual({ status: 200, body: { challenge: 'c1' } })
    expect(received).toEqual([])
  })
})

function challenge(token: string) {
  return { type: 'url_verification', challenge: 'c1', token }
}

describe('what it does not send: refused, and nothing is done', () => {
  const [body, headers] = sealed(EVENT)
  const wrong = encrypted({ ...EVENT, header: { ...EVENT.header, token: 'other' } }, KEY)
  const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000)
  const cases: readonly (readonly [string, number, string, string, Record<string, string>])[] = [
    ['unsigned', 401, 'key', body, {}],
    ['signed with another key', 401, 'key', body, signed(body, { encryptKey: 'other', at: NOW })],
    ['signature of another body', 401, 'key', encrypted(EVENT, KEY), headers],
    ['signature cut short', 401, 'key', body, { ...headers, 'x-lark-signature': 'ab' }],
    ['timestamp no number', 401, 'key', body, { ...headers, 'x-lark-request-timestamp': 'x' }],
    ['signed ten minutes ago', 401, 'key', body, signed(body, { encryptKey: KEY, at: minutes(-10) })],
    ['signed in the future', 401, 'key', body, signed(body, { encryptKey: KEY, at: minutes(10) })],
    ['wrong token', 401, 'key', wrong, signed(wrong, { encryptKey: KEY, at: NOW })],
    ['challenge with a wrong token', 401, 'key', encrypted(challenge('other'), KEY), {}],
    ['plain although a key is set', 400, 'key', JSON.stringify(EVENT), {}],
    ['cipher that is none', 400, 'key', '{"encrypt":"AAAA"}', {}],
    ['no JSON', 400, 'key', 'hello', {}],
    ['empty', 400, 'key', '', {}],
    ['wrong token, no key', 401, 'token', '{"schema":"2.0","header":{"token":"x"}}', {}],
    ['no token, no key', 401, 'token', '{}', {}],
    ['neither key nor token set', 401, 'none', JSON.stringify(EVENT), {}],
    ['more than a megabyte', 413, 'key', 'x'.repeat(1_000_001), {}],
  ]
  test.each(cases)('%s → %i', async (_, status, which, sent, more) => {
    const url = { key: address, token: keyless, none: open }[which] ?? ''
    const got = await post(url, sent, more).catch(() => ({ status: 413 }))
    expect(got.status).toBe(status)
    expect(received).toEqual([])
  })

  test('a request cut off half way, and one that is no POST: the server stands', async () => {
    const { port } = new URL(address)
    await new Promise<void>((done) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.end('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf')
      })
      socket
        .on('close', () => done())
        .on('error', () => {})
        .resume()
    })
    expect((await fetch(address)).status).toBe(405)
    expect((await post(address, ...sealed(EVENT))).status).toBe(200)
  })

  test('work that throws is answered with 500, not with silence', async () => {
    answer = new Error('inside')
    expect(await post(address, ...sealed(EVENT))).toEqual({ status: 500, body: {} })
  })
})
