import { documentYears, yearOf } from '../names/documents.ts'
import type { Lexicon } from '../prepare.ts'
import type { HearContext, LedgerTask } from './ledger.ts'

/** The speaker's tasks: those their unit, its former self or a group it belongs to leads or takes part in. */
export interface Pool {
  readonly tasks: readonly LedgerTask[]
  readonly leads: ReadonlySet<number>
  /** Takes part by its own name, not only as one of a group. */
  readonly named: ReadonlySet<number>
  /** All current tasks, the unit's or not. */
  readonly all: readonly LedgerTask[]
  readonly unit: string | null
  /** The unit with its former and later selves. */
  readonly own: ReadonlySet<number>
  /** Tasks the unit is asked about just now. */
  readonly asked: ReadonlySet<number>
}

export function poolOf(context: HearContext): Pool {
  const { viewer, lexicon } = context
  const all = running(context)
  const asked = new Set(context.asked)
  if (viewer.unitId === null)
    return { tasks: all, leads: new Set(), named: new Set(), all, unit: viewer.unit, own: new Set(), asked }
  const own = new Set(family(viewer.unitId, lexicon))
  const groups = lexicon.rows.units.filter((u) => u.members.some((id) => own.has(id))).map((u) => u.id)
  const with_ = new Set([...own, ...groups])
  const tasks = all.filter(
    (t) => t.leads.some((id) => own.has(id)) || t.takesPart.some((id) => with_.has(id)),
  )
  const ids = (mine: readonly LedgerTask[]): Set<number> => new Set(mine.map((t) => t.id))
  return {
    tasks,
    leads: ids(tasks.filter((t) => t.leads.some((id) => own.has(id)))),
    named: ids(tasks.filter((t) => [...t.leads, ...t.takesPart].some((id) => own.has(id)))),
    all,
    unit: viewer.unit,
    own,
    asked,
  }
}

/** A plan is reported on from its first year until the year after its last; others only where none is running. */
function running({ tasks, today, lexicon }: HearContext): readonly LedgerTask[] {
  const year = yearOf(today) ?? 0
  const current = tasks.filter(({ documentId, until }) => {
    const document = lexicon.documentById.get(documentId)
    const begun = document === undefined || documentYears(document).from <= year
    return begun && (yearOf(until) ?? year) >= year - 1
  })
  return current.length > 0 ? current : tasks
}

function family(id: number, lexicon: Lexicon): number[] {
  const before = lexicon.rows.units.filter((u) => u.succeededBy === id).map((u) => u.id)
  const after = lexicon.unitById.get(id)?.succeededBy
  return [id, ...before, ...(after ? [after] : [])]
}
