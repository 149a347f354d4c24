import type { Filed, FiledForm, HandlingPlans } from '../domain/handling-plan.ts'
import type { Hand } from '../domain/progress.ts'
import type { Db } from './db.ts'
import { readContactLists, readPlans } from './read-handling-plans.ts'
import { settleKind } from './settle-requests.ts'
import { writeContactList } from './write-contacts.ts'
import { writePlans } from './write-plans.ts'

export function createHandlingPlans(db: Db): HandlingPlans {
  return {
    file: (form, unitId, hand) => db.tx((tx) => file(tx, { form, unitId, hand })),
    plans: (unitIds) => readPlans(db, { units: unitIds ?? null }),
    contacts: (unitIds) => readContactLists(db, { units: unitIds ?? null }),
  }
}

export interface Filing<F extends FiledForm = FiledForm> {
  readonly form: F
  readonly unitId: number
  readonly hand: Hand
}

/** Two filings of one unit come after one another: the second sees what the first wrote. */
const LOCK = 'select from unit where id = $1 for no key update'

async function file(db: Db, filing: Filing): Promise<Filed> {
  const { form, unitId, hand } = filing
  if (form.rows.length === 0) return { rows: 0, homeless: [] }
  await db.query(LOCK, [unitId])
  const filed =
    form.kind === 'contacts'
      ? await writeContactList(db, { form, unitId, hand })
      : await writePlans(db, { form, unitId, hand })
  await settleRequest(db, filing)
  return filed
}

/** The request it answers: of its own period where the form names one that is open, else the one due first. */
const OWED = `
  select period from request
  where unit_id = $1 and kind = $2 and state = 'open' and opens_on <= $3
  order by period = $4 desc nulls last, due_on limit 1`

async function settleRequest(db: Db, { form, unitId, hand }: Filing): Promise<void> {
  const [owed] = await db.query<{ period: string }>(OWED, [unitId, form.kind, hand.today, form.period])
  if (owed) await settleKind(db, { unitId, kind: form.kind, period: owed.period }, hand.at)
}
