import type { Hand, Progress, Reviewed } from '../domain/progress.ts'
import { isAudited, writeAudit } from './audit.ts'
import type { Db } from './db.ts'
import { progressById } from './read-progress.ts'
import { settle, unsettle } from './settle-requests.ts'

export interface Verdict {
  readonly review: 'confirmed' | 'returned'
  readonly note: string | null
}

const LOCK = `select reviewed_by as "reviewedBy" from progress where id = $1 for no key update`

const REVIEW = `
  update progress set review = $2, review_note = $3, reviewed_by = $4, reviewed_at = $5 where id = $1`

const WHAT = { confirmed: 'review', returned: 'return' } as const

/** See `ProgressBook.review`. Inside a transaction. */
export async function reviewProgress(db: Db, id: number, verdict: Verdict, hand: Hand): Promise<Reviewed> {
  const [locked] = await db.query<{ reviewedBy: number | null }>(LOCK, [id])
  const [before] = await progressById(db, [id])
  if (locked === undefined || before === undefined) return { outcome: 'gone' }
  const deed = { what: WHAT[verdict.review], subject: 'progress', subjectId: id }
  if (await isAudited(db, deed, hand.messageKey)) return { outcome: 'done', progress: before }
  if (isSettled(before, verdict, hand.personId !== null && locked.reviewedBy === hand.personId))
    return { outcome: 'settled', progress: before }
  await db.query(REVIEW, [id, verdict.review, verdict.note, hand.personId, hand.at])
  const [progress = before] = await progressById(db, [id])
  if (verdict.review === 'confirmed') await settle(db, [progress], hand.at)
  else await unsettle(db, progress, { today: hand.today, note: verdict.note })
  await writeAudit(db, [{ ...deed, before: opinion(before), after: opinion(progress) }], hand)
  return { outcome: 'done', progress }
}

/** The same person may change their mind; the same verdict again changes nothing. */
const isSettled = (before: Progress, { review }: Verdict, own: boolean): boolean =>
  before.supersededAt !== null || before.review === review || (before.review !== 'pending' && !own)

const opinion = ({ review, reviewNote, reviewedBy }: Progress) => ({ review, reviewNote, reviewedBy })
