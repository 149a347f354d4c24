import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Db } from '../../src/store/db.ts'
import type { TestDatabase } from '../database.ts'
import type { Sent } from './loopback/state.ts'
import { sharedDatabase } from './shared-database.ts'
import { type Stage, setStage } from './stage.ts'

export type OpenStage = Awaited<ReturnType<typeof setStage>>

/** Stages of one test file over one database, closed after each test. Call once at the top of the file. */
export function stages() {
  const open: OpenStage[] = []
  let database: TestDatabase
  beforeAll(async () => {
    database = await sharedDatabase()
  })
  afterEach(async () => {
    for (const stage of open.splice(0)) await stage.close()
  })
  afterAll(() => database.close())
  return {
    db: (): Db => database.db,
    async stage(more: Omit<Stage, 'db'> = {}): Promise<OpenStage> {
      const made = await setStage({ db: database.db, ...more })
      open.push(made)
      // Ids of the loopback start anew with each stage; the intake remembers them.
      await database.db.query('truncate intake, rating, turn, outbox, send_window, send_count, lease')
      return made
    },
    /** Left as a kill leaves it: the caller closes what is left. */
    abandon: (stage: OpenStage) => void open.splice(open.indexOf(stage), 1),
  }
}

/** What a person reads first: the card's title, or the text. */
export function titleOf(sent: Sent | undefined): string {
  const content = JSON.parse(sent?.content ?? '{}')
  return sent?.type === 'text' ? content.text : content.header?.title.content
}
