import type { Config } from '../config.ts'
import type { AppError } from '../errors.ts'
import type { Log } from '../log.ts'
import { startingHandler } from '../web/starting.ts'
import { type OpenDatabase, openDatabase } from './database.ts'
import { openFront } from './listen.ts'
import { loadSamples } from './samples.ts'
import { openTalk } from './talk.ts'
import { warmUp } from './warm.ts'

export interface AppOptions {
  readonly config: Config
  readonly log: Log
  readonly now: () => Date
  /** Hears, in Chinese, what is going on at start. */
  readonly progress: (text: string) => void
  /** The database is gone for good: time to exit. */
  readonly lost: (error: AppError) => void
}

export interface App {
  readonly port: number
  readonly close: () => Promise<void>
}

export type OnClose = (closer: () => Promise<void>) => void

/** Opens everything in order and says what it does; whatever was opened is closed again when a later part fails. */
export async function openApp(options: AppOptions): Promise<App> {
  const closers: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const port = await openAll(options, (closer) => closers.push(closer))
    return { port, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openAll(options: AppOptions, onClose: OnClose): Promise<number> {
  const { config, now } = options
  let doing = '正在打开数据库…'
  const progress = (text: string): void => {
    doing = text
    options.progress(text)
  }
  const first = startingHandler(() => doing)
  const front = await openFront({ host: config.HOST, port: config.PORT }, first)
  onClose(front.close)
  const database = await openLedger({ ...options, progress }, onClose)
  if (config.SAMPLES === 'on') await loadSamples(database.db, now(), progress)
  front.hand(await openTalk(options, database, onClose))
  onClose(warmUp(database, options.log).stop)
  return front.port
}

async function openLedger(options: AppOptions, onClose: OnClose): Promise<OpenDatabase> {
  const { config, log, progress } = options
  const database = await openDatabase(config, {
    attach: false,
    progress,
    lost: (error) => (error ? options.lost(error) : log.warn({}, 'embedded database was started again')),
  })
  onClose(database.close)
  return database
}
