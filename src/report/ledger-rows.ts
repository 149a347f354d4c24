import type { LedgerRow } from '../domain/ledger-row.ts'
import type { Audience } from '../domain/report-wish.ts'
import type { Snapshot, TaskStanding } from '../domain/standing.ts'
import { order } from './classes.ts'
import { readingsOf, shareOfTask, targetsOf } from './figures.ts'
import { silenceOf, stateName } from './reasons.ts'
import { placeName, sectionName } from './words.ts'

/** The ledger line by line, as the documents have the tasks; made as it is read, so that any number goes. */
export function* ledgerRows(
  { tasks }: Pick<Snapshot, 'tasks'>,
  audience: Audience = { kind: 'all' },
): Generator<LedgerRow> {
  for (const task of [...tasks].sort(order)) yield ledgerRow(task, audience)
}

export function ledgerRow(task: TaskStanding, audience: Audience): LedgerRow {
  const { report } = task
  return {
    taskId: task.originId,
    document: task.document.name,
    place: placeName(task),
    section: sectionName(task.section),
    text: task.text,
    leads: task.leads.map((unit) => unit.name),
    responsible: task.responsible.map((unit) => unit.name),
    targets: targetsOf(task),
    readings: readingsOf(task),
    share: shareOfTask(task),
    pace: task.pace,
    light: task.light,
    state: stateName(task, silenceOf(audience)),
    dueOn: task.dueOn,
    report: report === null ? '' : report.unchanged && report.text === '' ? '无变化' : report.text,
    reportedOn: report?.reportedOn ?? null,
    expectedFinish: report?.expectedFinish ?? null,
    difficulty: report?.difficulty ?? null,
    help: report?.help ?? null,
  }
}
