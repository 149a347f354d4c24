import type { Day } from '../../domain/span.ts'
import { nextDue } from '../../text/next-due.ts'
import type { Asking } from './progress.ts'

/** The next day a recurring duty of these documents falls due; null: none tells a day. */
export async function nextReport(
  documents: readonly number[],
  { deps, context }: Pick<Asking, 'deps' | 'context'>,
): Promise<Day | null> {
  const duties = await deps.ledger.duties(documents)
  const days = duties.flatMap(({ recurrence, from, until, month, day }) =>
    recurrence === null ? [] : (nextDue(recurrence, { from, until, month, day }, context.today) ?? []),
  )
  return days.sort()[0] ?? null
}
