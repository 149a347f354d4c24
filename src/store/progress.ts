import type { ProgressBook } from '../domain/progress.ts'
import { closeTask, reopenTask, standingClosings } from './closings.ts'
import type { Db } from './db.ts'
import { progressById, progressOfTask, standingProgress } from './read-progress.ts'
import { reviewProgress } from './review-progress.ts'
import { writeProgress } from './write-progress.ts'

/** The book of one database. */
export function createProgressBook(db: Db): ProgressBook {
  return {
    write: (reports, hand) => db.tx((tx) => writeProgress(tx, reports, hand)),
    standing: (taskIds, period) => standingProgress(db, taskIds, period ?? null),
    history: (taskId) => progressOfTask(db, taskId),
    async find(id) {
      const [row] = await progressById(db, [id])
      return row ?? null
    },
    review: (id, verdict, hand) => db.tx((tx) => reviewProgress(tx, id, verdict, hand)),
    close: (taskId, reason, hand) => db.tx((tx) => closeTask(tx, taskId, reason, hand)),
    reopen: (taskId, reason, hand) => db.tx((tx) => reopenTask(tx, taskId, reason, hand)),
    closings: (taskIds) => standingClosings(db, taskIds),
  }
}
