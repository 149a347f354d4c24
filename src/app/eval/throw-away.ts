import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { openDatabase } from '../database.ts'
import type { Session } from '../session.ts'

/** An empty embedded database in a folder of its own, gone when the work is done: the ledger is never touched. */
export async function withThrowAway<T>(config: Config, work: (session: Session) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-eval-'))
  const own = { ...config, DATABASE_URL: null, DATA_DIR: folder }
  try {
    const database = await openDatabase(own, { attach: false, progress: () => {} })
    try {
      return await work({ ...database, config: own })
    } finally {
      await database.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
