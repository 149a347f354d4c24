import type { Log } from '../log.ts'
import { taskShelf } from '../store/task-shelf.ts'
import type { OpenDatabase } from './database.ts'
import { lexiconOf } from './lexicon.ts'

export interface Warming {
  /** When all is read, or could not be; never throws. */
  readonly done: Promise<void>
  /** Lets go of what is being read. */
  readonly stop: () => Promise<void>
}

/**
 * Reads what the first question would wait for, names and tasks, while nobody asks yet: seconds with 50,000 tasks. Whoever
 * asks meanwhile waits for the rest of it.
 */
export function warmUp(database: Pick<OpenDatabase, 'db' | 'lexical'>, log: Log): Warming {
  let stopped = false
  const read = async (): Promise<void> => {
    await lexiconOf(database)()
    if (!stopped) await taskShelf(database.db)({ ids: [] })
  }
  const done = read().catch((err: unknown) => {
    if (!stopped) log.warn({ err }, 'names and tasks were not read ahead')
  })
  const stop = async (): Promise<void> => {
    stopped = true
  }
  return { done, stop }
}
