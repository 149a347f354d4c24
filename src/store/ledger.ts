import type { DutyRow, GoalRow, IndicatorRow, Ledger, RosterRow, StageRow } from '../answer/ledger.ts'
import type { Db } from './db.ts'
import { readContacts, readFeedback } from './feedback.ts'
import type { LexicalKind } from './lexical.ts'
import { readClauses } from './read-clauses.ts'
import { readPlaced } from './read-documents.ts'
import { readLexicon, readStamp } from './read-lexicon.ts'
import { readStaffRows } from './read-staff.ts'
import { taskShelf } from './task-shelf.ts'
import { toldOf } from './told.ts'

/** The ledger of one database, for the answerers. */
export function ledgerOf(db: Db, lexical: LexicalKind): Ledger {
  return {
    stamp: () => readStamp(db),
    lexicon: () => readLexicon(db),
    tasks: taskShelf(db),
    goals: (documents) => readPlaced<GoalRow>(db, GOALS, documents),
    indicators: (documents) => readPlaced<IndicatorRow>(db, INDICATORS, documents),
    stages: (documents) => readPlaced<StageRow>(db, STAGES, documents),
    duties: (documents) => readPlaced<DutyRow>(db, DUTIES, documents),
    roster: (documents) => readPlaced<RosterRow>(db, ROSTER, documents),
    clauses: (read) => readClauses(db, lexical, read),
    feedback: (read) => readFeedback(db, read),
    contacts: (role) => readContacts(db, role),
    staff: (read) => readStaffRows(db, read),
    ...toldOf(db),
  }
}

const METRIC = `x.name, x.op, x.value, x.value_max as "valueMax", x.unit, x.kind, x.period, x.by_part as by, x.raw`
const GOALS = { table: 'metric', columns: METRIC, where: 'x.task_id is null', order: 'x.ordinal' }
const INDICATORS = {
  table: 'indicator',
  columns: `x.table_title as "table", x.group_name as "group", x.name, x.unit, x.target, x.value, x.period, x.by_part as by, x.note, x.certain`,
  order: 'x.ordinal',
}
const STAGES = {
  table: 'stage',
  columns: `x.name, x.start_on as start, x.end_on as end, x.body as text`,
  order: 'x.ordinal',
}
const DUTIES = {
  table: 'duty',
  columns: `x.who, x.to_whom as to, x.what, x.due_on as due, x.recurrence, x.from_on as "from", x.until_on as "until",
    x.due_month as month, x.due_day as day, x.body as text`,
  order: 'x.ordinal',
}
const ROSTER = { table: 'roster', columns: 'x.role, x.name, x.title', order: 'x.ordinal' }
