import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../database.ts'
import { type Loopback, startLoopback } from './loopback/server.ts'
import { sharedDatabase } from './shared-database.ts'

const BOT = fileURLToPath(new URL('bot-process.ts', import.meta.url))

let database: TestDatabase
let loopback: Loopback
const bots: ChildProcess[] = []

beforeAll(async () => {
  database = await sharedDatabase()
  loopback = await startLoopback()
})
afterAll(async () => {
  for (const bot of bots) bot.kill('SIGKILL')
  await loopback.close()
  await database.close()
})

async function startBot(): Promise<ChildProcess> {
  const { appId, appSecret } = loopback.state
  const before = loopback.state.requests.length
  const bot = spawn(process.execPath, [BOT, loopback.url, appId, appSecret, database.url, 'paced'], {
    stdio: 'inherit',
  })
  bots.push(bot)
  // It has learnt who it is; asking for the right to listen comes next.
  await loopback.state.until(() =>
    loopback.state.requests.slice(before).some((r) => r.path === '/bot/v3/info'),
  )
  return bot
}

/** Short terms (1 s, looked at every 0.2 s) for the product's (15 s, every 5 s): the way is the same. */
test('the leader killed: the other process listens within its term, and answers what was asked meanwhile', async () => {
  const leader = await startBot()
  await loopback.state.until(() => loopback.connected())
  await startBot()
  const from = loopback.person('李敏')
  const chat = loopback.chat('p2p')
  const first = loopback.say({ from, chat, text: '先问' })
  await loopback.state.until(() => loopback.repliesTo(first.messageId)[0])
  expect(loopback.state.connections).toBe(1)
  const killed = performance.now()
  leader.kill('SIGKILL')
  await once(leader, 'exit')
  await loopback.state.until(() => !loopback.connected())
  const meanwhile = loopback.say({ from, chat, text: '又问' })
  await loopback.state.until(() => loopback.repliesTo(meanwhile.messageId)[0])
  expect(loopback.state.connections).toBe(2)
  expect(performance.now() - killed).toBeLessThan(10_000)
  expect([first, meanwhile].map((said) => loopback.repliesTo(said.messageId).length)).toEqual([1, 1])
})
