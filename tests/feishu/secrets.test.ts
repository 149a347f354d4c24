import { afterEach, expect, test } from 'vitest'
import { createFeishuClient } from '../../src/feishu/client.ts'
import { createFeishu } from '../../src/feishu/feishu.ts'
import { redact } from '../../src/feishu/sdk-log.ts'
import { connect } from '../../src/store/db.ts'
import { createLease } from '../../src/store/lease.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { createSlots } from '../../src/store/slots.ts'
import { type Loopback, startLoopback } from './loopback/server.ts'
import { AT_ONCE, printer, silentLog } from './stage.ts'

let loopback: Loopback | null = null
afterEach(() => loopback?.close())

/** A client whose log is kept, on a platform that fails as told. */
async function client(appSecret: string) {
  const platform = await startLoopback()
  loopback = platform
  const lines: string[] = []
  const keep = (facts: object, words: string) => {
    const { err, ...rest } = facts as { err?: Error }
    lines.push(`${words} ${JSON.stringify(rest)} ${err?.stack ?? ''}`)
  }
  const log = { debug: keep, info: keep, warn: keep, error: keep }
  const { appId } = platform.state
  const settings = {
    appId,
    appSecret,
    domain: platform.url,
    mode: 'websocket',
    encryptKey: null,
    verificationToken: null,
  } as const
  return { platform, lines, client: await createFeishuClient(settings, log, { retry: AT_ONCE }) }
}

const inside = (error: unknown) => JSON.stringify(error, Object.getOwnPropertyNames(error ?? {}))

test('the token endpoint fails: neither log nor error holds the secret', async () => {
  const { platform, lines, client: feishu } = await client('top-secret-1')
  for (let i = 0; i < 9; i++) platform.fault({ path: /tenant_access_token/, status: 500 })
  const error = await feishu.self().catch((e: unknown) => e)
  expect(error).toMatchObject({ code: 'platform', context: { verdict: 'wait', status: 500 } })
  expect(lines.join('\n') + inside(error)).not.toContain('top-secret-1')
})

test('a wrong secret: told as a matter for the administrator, at once', async () => {
  const { platform, client: feishu } = await client('wrong-secret')
  const error = await feishu.self().catch((e: unknown) => e)
  expect(error).toMatchObject({ context: { verdict: 'admin', code: 10014, terminal: true } })
  expect(platform.state.tokenRequests).toBe(1)
})

test.each(['cli_test', 'cli_0123456789abcdeg', '0123456789abcdef'])(
  'app id %s: refused with what it should be',
  async (appId) => {
    const settings = {
      appId,
      appSecret: 's',
      domain: 'http://127.0.0.1:1',
      mode: 'websocket',
      encryptKey: null,
      verificationToken: null,
    } as const
    const db = connect('postgres://nobody@127.0.0.1:1/none')
    const stores = { outbox: createOutbox(db), slots: createSlots(db), lease: createLease(db) }
    const made = createFeishu({ settings, printer, log: silentLog, now: () => new Date(), ...stores })
    await expect(made).rejects.toMatchObject({ code: 'config', message: expect.stringContaining(appId) })
  },
)

test.each([
  ['{"app_id":"cli_1","app_secret":"abc123"}', '{"app_id":"cli_1","app_secret":"***"}'],
  ['AppSecret: abc123, next', 'AppSecret: ***, next'],
  ['Authorization: Bearer t-abc.def', 'Authorization: ***'],
  ['ws://h/ws?device_id=1&access_key=abc&ticket=xyz', 'ws://h/ws?device_id=1&access_key=***&ticket=***'],
  ['code: 514, auth failed', 'code: 514, auth failed'],
])('cut out of a line of the SDK: %s', (line, clean) => {
  expect(redact(line)).toBe(clean)
})
