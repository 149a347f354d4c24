import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../errors.ts'
import { type Engine, startEngine } from './embedded-engine.ts'
import { type Lock, takeLock } from './embedded-lock.ts'
import type { ChildMessage, StartMessage } from './embedded-messages.ts'

/**
 * The program of the embedded database's own process: one folder, one port, until its parent goes or asks it to end.
 * Interrupts from the keyboard are the parent's to handle: it still has work to write down.
 */
const running: { engine: Engine | null; lock: Lock | null; ending: boolean } = {
  engine: null,
  lock: null,
  ending: false,
}

process.on('SIGINT', () => {})
process.on('SIGTERM', () => void end(0))
process.on('disconnect', () => void end(0))
process.once('message', (message) => {
  start(message as StartMessage).catch(fail)
})

async function start(message: StartMessage): Promise<void> {
  const data = join(message.folder, 'postgres')
  mkdirSync(message.folder, { recursive: true })
  running.lock = takeLock(join(message.folder, 'postgres.lock'), message.folder)
  const ready = join(data, 'duban-ready')
  const fresh = !existsSync(ready)
  if (fresh) setAside(data)
  say({ kind: 'progress', text: fresh ? '正在创建数据库…' : '正在打开数据库…' })
  const { port, password } = message
  running.engine = await startEngine({ dataDir: data, port, password, failed: fail })
  if (fresh) writeFileSync(ready, '')
  if (running.ending) return void (await end(0))
  say({ kind: 'ready', port: running.engine.port })
}

/** A creation that was cut short cannot be opened; nothing was ever stored in it. Kept, in case somebody knows better. */
function setAside(data: string): void {
  if (!existsSync(data)) return
  let n = 1
  while (existsSync(`${data}.unfinished-${n}`)) n++
  renameSync(data, `${data}.unfinished-${n}`)
}

/** A backend that threw is not to be trusted with another write: end at once, recovery is the next start's work. */
function fail(error: unknown): void {
  const known = error instanceof AppError
  const code = known ? error.code : 'database'
  say({ kind: 'failed', code, message: known ? error.message : broken(error) })
  running.lock?.release()
  setImmediate(() => process.exit(1))
}

function broken(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return `内置数据库启动或运行失败（${words.split('\n')[0]}），请查看数据目录的权限和磁盘空间；仍不行就用备份恢复该目录。`
}

async function end(code: number): Promise<void> {
  if (running.ending && running.engine === null) return
  running.ending = true
  const engine = running.engine
  running.engine = null
  if (engine !== null) await engine.close().catch(() => {})
  running.lock?.release()
  process.exit(code)
}

function say(message: ChildMessage): void {
  if (process.connected) process.send?.(message)
}
