import { type Config, loadConfig } from '../config.ts'
import { type OpenDatabase, openDatabase } from './database.ts'
import { loadSamples } from './samples.ts'

export interface Session extends OpenDatabase {
  readonly config: Config
}

/** The database for one command, beside a running server where there is one; the samples as at `npm start`. */
export async function withSession<T>(
  progress: (text: string) => void,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const config = loadConfig()
  const database = await openDatabase(config, { attach: true, progress })
  try {
    if (config.SAMPLES === 'on') await loadSamples(database.db, new Date(), progress)
    return await work({ ...database, config })
  } finally {
    await database.close()
  }
}
