import type { Duty, Indicator, PlanDocument, RosterEntry, Stage } from '../domain/document.ts'
import type { ListField } from '../domain/document-fields.ts'
import type { Metric } from '../domain/task.ts'
import type { Db } from './db.ts'

const SOURCE = `json_build_object('start', span_start, 'end', span_end) as source`

/** Columns of each list as the domain names them. */
const READ: Readonly<Record<ListField, string>> = {
  goals: `select name, op, value, value_max as "valueMax", unit, kind, period, by_part as "by", raw, ${SOURCE}
    from metric where document_id = $1 and task_id is null order by ordinal`,
  stages: `select name, start_on as start, end_on as "end", body as text, ${SOURCE}
    from stage where document_id = $1 order by ordinal`,
  duties: `select who, to_whom as "to", what, due_on as due, due_certainty as "dueCertainty", recurrence, from_on as "from",
      until_on as until, due_month as month, due_day as day, body as text, ${SOURCE}
    from duty where document_id = $1 order by ordinal`,
  roster: `select role, name, title, ${SOURCE} from roster where document_id = $1 order by ordinal`,
  indicators: `select table_title as "table", group_name as "group", name, unit, target, value, period, by_part as "by",
      note, certain, ${SOURCE}
    from indicator where document_id = $1 order by ordinal`,
}

type Lists = {
  readonly goals: Metric
  readonly stages: Stage
  readonly duties: Duty
  readonly roster: RosterEntry
  readonly indicators: Indicator
}

/** One list of a document as it stands, in order. */
export async function readList<F extends ListField>(
  db: Db,
  documentId: number,
  field: F,
): Promise<Pick<PlanDocument, F>> {
  const rows = await db.query<Lists[F]>(READ[field], [documentId])
  const entries = field === 'duties' ? (rows as unknown as DutyRow[]).map(dutyOf) : rows
  return { [field]: entries } as unknown as Pick<PlanDocument, F>
}

type DutyRow = Omit<Duty, 'timing' | 'dueCertainty'> & {
  readonly dueCertainty: Duty['dueCertainty'] | null
  readonly from: string | null
  readonly until: string | null
  readonly month: number | null
  readonly day: number | null
}

function dutyOf({ dueCertainty, from, until, month, day, ...duty }: DutyRow): Duty {
  const timed = [from, until, month, day].some((value) => value !== null)
  return {
    ...duty,
    ...(dueCertainty ? { dueCertainty } : {}),
    ...(timed ? { timing: { from, until, month, day } } : {}),
  }
}
