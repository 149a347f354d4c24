import { readFormsFile } from '../../ingest/forms.ts'
import type { FormsDesk } from '../chat/progress/deps.ts'
import type { Db } from '../store/db.ts'
import { createHandlingPlans } from '../store/handling-plans.ts'
import { dayIn } from './zone.ts'

export interface FormsDeskDeps {
  readonly db: Db
  readonly zone: string
  readonly now: () => Date
}

/** 附表1–3 as files: read back from what a liaison sends, 附表1 and 附表2 written when confirmed. */
export function createFormsDesk({ db, zone, now }: FormsDeskDeps): FormsDesk {
  const plans = createHandlingPlans(db)
  return {
    read: (bytes, name) => readFormsFile({ name, bytes }, { today: dayIn(zone, now()) }),
    write: plans.file,
  }
}
