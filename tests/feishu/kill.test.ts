import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../database.ts'
import { type Loopback, startLoopback } from './loopback/server.ts'
import { sharedDatabase } from './shared-database.ts'

const BOT = fileURLToPath(new URL('bot-process.ts', import.meta.url))
const KILLS = 2
const PER_ROUND = 8

let database: TestDatabase
let loopback: Loopback
let bot: ChildProcess | null = null

beforeAll(async () => {
  database = await sharedDatabase()
  loopback = await startLoopback()
})
afterAll(async () => {
  bot?.kill('SIGKILL')
  await loopback.close()
  await database.close()
})

/** Each process lives two minutes after the one before, so that what that one left counts as abandoned. */
async function startBot(round: number): Promise<void> {
  const { appId, appSecret } = loopback.state
  const args = [BOT, loopback.url, appId, appSecret, database.url, String(round * 2)]
  bot = spawn(process.execPath, args, { stdio: 'inherit' })
  await loopback.state.until(() => loopback.connected())
}

async function killBot(): Promise<void> {
  const dead = bot
  dead?.kill('SIGKILL')
  if (dead) await once(dead, 'exit')
  await loopback.state.until(() => !loopback.connected())
}

test('killed twice amid its work: every question is answered, none twice', async () => {
  const from = loopback.person('李敏')
  const chats = [loopback.chat('group'), loopback.chat('group')]
  const asked: string[] = []
  for (let round = 0; round < KILLS; round++) {
    await startBot(round)
    const before = loopback.state.sent.length
    for (let i = 0; i < PER_ROUND; i++) {
      const said = loopback.say({ from, chat: chats[i % 2] ?? '', text: `问${round}${i}`, mention: true })
      asked.push(said.messageId)
    }
    await loopback.state.until(() => loopback.state.sent.length > before + 2)
    await killBot()
  }
  await startBot(KILLS)
  await loopback.state.until(() => asked.every((id) => loopback.repliesTo(id).length > 0))
  bot?.kill('SIGTERM')
  expect(asked.map((id) => loopback.repliesTo(id).length)).toEqual(asked.map(() => 1))
})
