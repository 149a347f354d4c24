import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { type AppError, isAppError } from '../errors.ts'
import { connect, type Db } from '../store/db.ts'
import { startEmbedded } from '../store/embedded.ts'
import type { LexicalKind } from '../store/lexical.ts'
import { prepareDatabase } from '../store/prepare.ts'

export interface OpenDatabase {
  readonly db: Db
  readonly lexical: LexicalKind
  /** embedded: this process holds it; attached: another duban of this machine does; server: DATABASE_URL. */
  readonly kind: 'embedded' | 'attached' | 'server'
  readonly close: () => Promise<void>
}

export interface OpenOptions {
  /** A command may work beside a running server and use its embedded database; a second server may not. */
  readonly attach: boolean
  readonly progress: (text: string) => void
  readonly lost?: (error: AppError | null) => void
}

/** Starts or reaches Postgres and brings its schema up to date. Throws `database` or `data-locked`. */
export async function openDatabase(config: Config, options: OpenOptions): Promise<OpenDatabase> {
  if (config.DATABASE_URL) return prepared(config.DATABASE_URL, 'server', async () => {})
  const folder = resolve(config.DATA_DIR)
  try {
    return await openEmbedded(folder, options)
  } catch (error) {
    const url = options.attach && isAppError(error, 'data-locked') ? readAddress(folder) : null
    if (url === null) throw error
    return prepared(url, 'attached', async () => {})
  }
}

async function openEmbedded(folder: string, options: OpenOptions): Promise<OpenDatabase> {
  const { attach: _, ...rest } = options
  const embedded = await startEmbedded({ dataDir: folder, ...rest })
  writeAddress(folder, embedded.url)
  return prepared(embedded.url, 'embedded', async () => {
    rmSync(addressFile(folder), { force: true })
    await embedded.close()
  })
}

async function prepared(
  url: string,
  kind: OpenDatabase['kind'],
  after: () => Promise<void>,
): Promise<OpenDatabase> {
  const db = connect(url)
  const close = async (): Promise<void> => {
    await db.close().catch(() => {})
    await after()
  }
  try {
    const { lexical } = await prepareDatabase(db)
    return { db, lexical, kind, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Where a running server's database listens, with its password of the day: readable by the owner alone. */
const addressFile = (folder: string): string => join(folder, 'address')

function writeAddress(folder: string, url: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(addressFile(folder), url, { mode: 0o600 })
}

function readAddress(folder: string): string | null {
  try {
    return readFileSync(addressFile(folder), 'utf8').trim() || null
  } catch {
    return null
  }
}
