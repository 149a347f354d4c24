import type { Query } from '../../domain/query.ts'
import type { Facts } from '../facts.ts'
import type { Finder } from '../find-tasks.ts'

/** What a supervisor can work through in one sitting. */
const LIMIT = 50

type FeedbackQuery = Extract<Query, { kind: 'feedback' }>

/** Questions that found no answer or got a bad mark; who may see them is decided after. */
export async function answerFeedback({ about }: FeedbackQuery, { deps }: Finder): Promise<Facts> {
  return { kind: 'feedback', about, rows: await deps.ledger.feedback({ about, limit: LIMIT }) }
}
