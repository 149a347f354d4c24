import { STRANGER } from '../domain/person.ts'
import type { Facts } from './facts.ts'
import type { Asking } from './kinds/progress.ts'

/**
 * Beside a list of tasks, a figure or a deadline: how the tasks stand, where anything is known. In a group as anybody may see
 * it; who may see more asks for the progress.
 */
export async function withLights(facts: Facts, { deps, context }: Asking): Promise<Facts> {
  if (facts.kind !== 'tasks' && facts.kind !== 'deadline' && facts.kind !== 'figures') return facts
  const rows = facts.kind === 'figures' ? facts.tasks.map(({ row }) => row) : facts.rows
  const viewer = context.chat === 'group' ? STRANGER : context.viewer
  const standings = await deps.ledger.lights(rows, { today: context.today, period: null, viewer })
  if (standings.length === 0) return facts
  return { ...facts, lights: new Map(standings.map((standing) => [standing.id, standing])) }
}
