import type { Look, TaskRow, TaskUnit } from '../answer/ledger.ts'
import { seesReports } from '../domain/access.ts'
import { endOf } from '../domain/period.ts'
import type { Viewer } from '../domain/person.ts'
import { seenReport } from '../domain/seen-report.ts'
import type { Day } from '../domain/span.ts'
import type { TaskStanding, UnitRef } from '../domain/standing.ts'
import { type Known, type StandingTask, standingOf } from '../domain/standing-of.ts'
import type { StandingFacts } from './read-standing-facts.ts'

/** One row of the ledger with what is known of it. Pure. */
export function standingOfRow(row: TaskRow, facts: StandingFacts, look: Look): TaskStanding {
  const { today, period, viewer } = look
  const end = period === null ? null : endOf(period)
  const task = taskOf(row, facts)
  const leads = answeringLeads(row, facts.units)
  const reports = (facts.reports.get(row.originId) ?? []).flatMap((report) =>
    end !== null && endOf(report.period) > end ? [] : (seenReport(report, leads, viewer) ?? []),
  )
  const owed = isInside(row, facts, viewer) ? owedOf(row, task, facts, look) : null
  const known = { reports, closed: facts.closed.has(row.originId), owed }
  const workingDays = (to: Day): number => facts.calendar.between(today, to)
  return standingOf(task, known, { today, paceOn: end !== null && end < today ? end : today, workingDays })
}

function taskOf(row: TaskRow, facts: StandingFacts): StandingTask {
  const { id, originId, path, no, part, section, title, text, source, metrics, document } = row
  const leads = leadsOf(row)
  const refs = (units: readonly TaskUnit[]) => units.map((unit) => refOf(unit, facts))
  const responsible = row.units.filter(
    (unit) => unit.role === 'responsible' && !leads.some((lead) => lead.written === unit.written),
  )
  return {
    ...{ id, originId, path, no, part, section, title, text, source, metrics },
    document: {
      id: document.id,
      name: document.number ?? `《${document.title}》`,
      title: document.title,
    },
    leads: refs(leads),
    responsible: refs(responsible),
    startsOn: document.periodStart ?? document.issuedOn,
    dueOn: row.dueOn ?? document.periodEnd,
    dueCertainty: row.dueOn === null ? (document.periodEnd === null ? null : 'implied') : row.dueCertainty,
    dueImplied: isDueImplied(row),
  }
}

/** 年底前 in the clause is its own deadline although its year is the document's; a year that merely heads it is none. */
const isDueImplied = ({ dueOn, dueCertainty, dueRaw, text }: TaskRow): boolean =>
  dueOn === null || (dueCertainty === 'implied' && !(dueRaw !== null && text.includes(dueRaw)))

/** Who leads the task today, by the bodies that answer for the written ones. */
export const answeringLeads = (row: TaskRow, units: StandingFacts['units']): readonly number[] =>
  leadsOf(row).flatMap(({ unitId }) => units.get(unitId ?? 0)?.answers ?? [])

/** That somebody owes a report is no news for others: it tells of their diligence, not of the task. */
function isInside(row: TaskRow, { units }: StandingFacts, viewer: Viewer | null): boolean {
  const leads = answeringLeads(row, units)
  const parts = row.units.flatMap((unit) => units.get(unit.unitId ?? 0)?.answers ?? [])
  return viewer === null || parts.some((unitId) => seesReports(viewer, { unitId, leads }))
}

/** The written leads, else those a rule of the document makes leads. */
function leadsOf({ units }: TaskRow): readonly TaskUnit[] {
  const written = units.filter((unit) => unit.role === 'lead')
  return written.length > 0 ? written : units.filter((unit) => unit.role === 'effective_lead')
}

const refOf = ({ unitId, written }: TaskUnit, { units }: StandingFacts): UnitRef => ({
  id: unitId,
  name: units.get(unitId ?? 0)?.short ?? written,
})

/** What the lead owes of it, the earliest first; where none leads, what anybody does. */
function owedOf(row: TaskRow, task: StandingTask, facts: StandingFacts, look: Look): Known['owed'] {
  const rows = facts.owed.get(row.originId) ?? []
  const own = rows.filter(({ capacity, period }) => {
    const later = look.period !== null && endOf(period) > endOf(look.period)
    return !later && (capacity === 'lead' || task.leads.length === 0)
  })
  const [first] = own
  if (first === undefined) return null
  return {
    period: first.period,
    dueOn: first.dueOn,
    workingDays: facts.calendar.between(look.today, first.dueOn),
  }
}
