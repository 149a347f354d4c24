import type { TaskLabel } from '../../domain/draft-view.ts'
import type { Lexicon } from '../../understand/prepare.ts'
import type { LedgerTask } from '../../understand/progress/ledger.ts'
import type { Sitting } from './deps.ts'
import { labelOf } from './items.ts'

/** Current tasks by their first versions, whoever they belong to. */
export async function tasksByOrigin({ p }: Sitting): Promise<ReadonlyMap<number, LedgerTask>> {
  const { tasks } = await p.ear.ground()
  const origins = await p.origins(tasks.map((t) => t.id))
  return new Map(tasks.flatMap((t) => (origins.has(t.id) ? [[origins.get(t.id)!, t] as const] : [])))
}

/** Those of these tasks that stand in documents in force. */
export async function labelsOf(turn: Sitting, originIds: readonly number[]): Promise<TaskLabel[]> {
  const byOrigin = await tasksByOrigin(turn)
  return originIds.flatMap((id) => {
    const task = byOrigin.get(id)
    return task ? [labelOf(task, id)] : []
  })
}

/** Who leads a task and who else takes part in it, by name. */
export function unitNames(lexicon: Lexicon, task: LedgerTask) {
  const named = (ids: readonly number[]): string[] =>
    [...new Set(ids)].flatMap((id) => lexicon.unitById.get(id)?.short ?? [])
  return {
    leads: named(task.leads),
    responsible: named(task.takesPart.filter((id) => !task.leads.includes(id))),
  }
}
