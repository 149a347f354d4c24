import { type Config, loadConfig } from '../config.ts'
import { type OpenDatabase, openDatabase } from './database.ts'

export interface Session extends OpenDatabase {
  readonly config: Config
}

/** The database for one command, beside a running server where there is one. Samples come with the server only. */
export async function withSession<T>(
  progress: (text: string) => void,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const config = loadConfig()
  const database = await openDatabase(config, { attach: true, progress })
  try {
    return await work({ ...database, config })
  } finally {
    await database.close()
  }
}
