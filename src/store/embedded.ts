import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { AppError } from '../errors.ts'
import type { ChildMessage, StartMessage } from './embedded-messages.ts'

const PROGRAM = new URL('./embedded-child.ts', import.meta.url)
const RESTARTS = 3

export interface EmbeddedOptions {
  /** DATA_DIR; the database lives in its folder `postgres`. */
  readonly dataDir: string
  /** Hears 正在创建数据库… and the like. */
  readonly progress?: (text: string) => void
  /** The database process died and was started again (null), or could not be (the error): then it is time to exit. */
  readonly lost?: (error: AppError | null) => void
}

export interface Embedded {
  readonly url: string
  /** Process number of the database now; it changes when the process was started again. */
  readonly pid: () => number
  readonly close: () => Promise<void>
}

/**
 * Starts Postgres in a process of its own and waits until it answers: 2–5 s the first time, under 2 s later. Should
 * it die, it is started again on the same port, three times at most; acknowledged rows are on disk.
 * Throws `data-locked` or `database`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const folder = resolve(options.dataDir)
  const password = randomBytes(18).toString('base64url')
  const start: StartMessage = { kind: 'start', folder, port: 0, password }
  const first = await launch(start, options.progress)
  const state = { child: first.child, closing: false, restarts: 0 }
  const again: StartMessage = { ...start, port: first.port }
  const guard = (child: ChildProcess): void => {
    child.once('exit', () => {
      if (!state.closing) void revive()
    })
  }
  const revive = async (): Promise<void> => {
    try {
      if (++state.restarts > RESTARTS) throw died('内置数据库一再退出')
      state.child = (await launch(again, options.progress)).child
      guard(state.child)
      if (state.closing) await stop(state.child)
      else options.lost?.(null)
    } catch (error) {
      options.lost?.(error instanceof AppError ? error : died('内置数据库退出后未能重新启动'))
    }
  }
  guard(first.child)
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${first.port}/postgres`,
    pid: () => state.child.pid ?? 0,
    close: async () => {
      state.closing = true
      await stop(state.child)
    },
  }
}

/** Runs the child until it says it is ready; its own words where it fails. */
function launch(start: StartMessage, progress: EmbeddedOptions['progress']) {
  const execArgv = process.execArgv.filter((flag) => flag.startsWith('--import='))
  const child = fork(PROGRAM, { execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return new Promise<{ readonly child: ChildProcess; readonly port: number }>((resolve, reject) => {
    child.on('message', (raw) => {
      const message = raw as ChildMessage
      if (message.kind === 'progress') progress?.(message.text)
      if (message.kind === 'ready') resolve({ child, port: message.port })
      if (message.kind === 'failed') reject(new AppError(message.code, message.message))
    })
    child.once('error', (cause) => reject(died(`内置数据库的进程起不来（${cause.message}）`)))
    child.once('exit', (code) => reject(died(`内置数据库启动时退出（代码 ${code ?? '无'}）`)))
    child.send(start)
  })
}

/** Asks politely and waits; the child closes its files within a second. */
function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const impatient = setTimeout(() => child.kill('SIGKILL'), 10_000)
    child.once('exit', () => {
      clearTimeout(impatient)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

const died = (what: string): AppError =>
  new AppError('database', `${what}，请查看数据目录的权限和磁盘空间，再重新启动。`)
