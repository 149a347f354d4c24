import type { Log } from '../log.ts'
import { pruneBlobs } from '../store/blobs.ts'
import type { Db } from '../store/db.ts'
import { pruneIntake } from '../store/intake.ts'
import { pruneLeases } from '../store/lease.ts'
import { pruneOutbox } from '../store/outbox.ts'
import { pruneReportFiles } from '../store/report-files.ts'
import { pruneSlots } from '../store/slots.ts'
import { HOUR_MS, keepDoing } from './every.ts'

/** The platform sends an event again for the last time about 6 h later; what is older is refused as stale. */
const EVENTS_KEPT_MS = 9 * HOUR_MS
const SENDS_KEPT_MS = 180 * 24 * HOUR_MS
/** A report is printed anew when it is asked for. */
const PRINTED_KEPT_MS = 30 * 24 * HOUR_MS
/** A question may be taken up again for a day. */
const UPLOADS_KEPT_MS = 48 * HOUR_MS

export interface ChoresDeps {
  readonly db: Db
  readonly now: () => Date
  readonly log: Log
}

/** Puts away what is of no more use, now and every hour. Returns how to stop. */
export function keepTidy({ db, now, log }: ChoresDeps): () => Promise<void> {
  const tidy = async (): Promise<void> => {
    const at = now().getTime()
    await pruneIntake(db, new Date(at - EVENTS_KEPT_MS))
    await pruneOutbox(db, new Date(at - SENDS_KEPT_MS))
    await pruneSlots(db)
    await pruneLeases(db)
    await pruneReportFiles(db, new Date(at - PRINTED_KEPT_MS))
    await pruneBlobs(db, new Date(at - UPLOADS_KEPT_MS))
  }
  return keepDoing(HOUR_MS, tidy, (err) => log.warn({ err }, 'tidying failed'))
}
