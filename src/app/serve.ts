import { loadConfig } from '../config.ts'
import { isAppError } from '../errors.ts'
import { createLog } from '../log.ts'
import { type App, openApp } from './app.ts'

/**
 * The whole process: opens the app, says where it is, waits for SIGINT or SIGTERM, closes. Returns the exit code.
 * What goes wrong at start is one line on stderr and 1.
 */
export async function serve(): Promise<number> {
  try {
    const config = loadConfig()
    const log = createLog(config.LOG_LEVEL)
    const ending = Promise.withResolvers<number>()
    const app = await openApp({
      config,
      log,
      now: () => new Date(),
      progress: say,
      lost: (error) => ending.reject(error),
    })
    say(`督办助手已就绪：http://localhost:${app.port}`)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.resolve(0))
    return await ending.promise.finally(() => closing(app))
  } catch (error) {
    if (!isAppError(error)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

async function closing(app: App): Promise<void> {
  say('正在停止…')
  await app.close()
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
