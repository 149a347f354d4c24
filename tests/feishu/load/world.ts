import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { connect } from '../../../src/store/db.ts'
import { startEmbedded } from '../../../src/store/embedded.ts'
import { prepareDatabase } from '../../../src/store/prepare.ts'
import { startLoopback } from '../loopback/server.ts'
import type { Options } from '../loopback/state.ts'

export const BOT = resolve(import.meta.dirname, '../bot-process.ts')

/** As in production: the database in a process of its own, the bot in another; the platform with its limits is here. */
export async function openWorld(options: Options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'duban-load-'))
  const embedded = await startEmbedded({ dataDir: folder, progress: () => {} })
  const db = connect(embedded.url)
  await prepareDatabase(db)
  const limits = { perChat: 5, perApp: 50, perMinute: 1000, redeliverMs: [3_000, 10_000] }
  const rhythm = { nonceSeconds: 30, reconnectSeconds: 120 }
  const loopback = await startLoopback({ ...limits, ...rhythm, ...options })
  const { appId, appSecret } = loopback.state
  let bot: ChildProcess | null = null
  const startBot = async (): Promise<void> => {
    bot = spawn(process.execPath, [BOT, loopback.url, appId, appSecret, embedded.url, 'paced'], {
      stdio: 'inherit',
    })
    bot.once('exit', (code) => {
      // Killed on purpose it has no code; one that ends by itself would be waited for for ever.
      if (code !== null) throw new Error(`the bot ended by itself: ${code}`)
    })
    await loopback.state.until(() => loopback.connected())
  }
  const killBot = async (): Promise<void> => {
    const dead = bot
    if (!dead) return
    dead.kill('SIGKILL')
    await once(dead, 'exit')
    await loopback.state.until(() => !loopback.connected())
  }
  const close = async (): Promise<void> => {
    bot?.kill('SIGKILL')
    await loopback.close()
    await db.close()
    await embedded.close()
    rmSync(folder, { recursive: true, force: true })
  }
  /** Spent so far by the bot alive and by the database; Linux alone tells. */
  const cpuMs = () => ({
    bot: bot?.pid ? cpuOf(bot.pid) : 0,
    database: cpuOf(embedded.pid()),
  })
  return { db, url: embedded.url, loopback, startBot, killBot, close, cpuMs }
}

/** utime and stime of /proc/PID/stat, in ticks of 10 ms. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}

export async function until(moment: number): Promise<void> {
  const ms = moment - performance.now()
  if (ms > 0) await new Promise((done) => setTimeout(done, ms))
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0)
}
