import type { Heard } from '../../domain/heard.ts'
import { toldFigures } from './figure/context.ts'
import { findFigures } from './figure/figures.ts'
import type { HearContext, LedgerTask } from './ledger.ts'
import { plainMessage } from './plain.ts'
import { poolOf } from './pool.ts'

/** Whether the rules left something of a message that a model might read: a figure given to no metric. */
export function leavesOver(heard: Heard, said: string, { today }: HearContext): boolean {
  if (heard.kind !== 'progress' && heard.kind !== 'chat' && heard.kind !== 'correction') return false
  if (heard.unread.length > 0) return true
  const text = plainMessage(said)
  const values = toldFigures(text, findFigures(text, [], today)).told.filter((t) => t.role === 'value')
  const read = heard.updates.reduce((n, u) => n + u.readings.length, 0)
  return read === 0 && values.length > 0
}

/** More lines than this a model reads badly, and slowly. */
const MOST = 40

/** The speaker's tasks with metrics a model may choose from: those spoken of first, then those they lead. */
export function candidatesFor(heard: Heard, context: HearContext): readonly LedgerTask[] {
  const pool = poolOf(context)
  const spoken = new Set(heard.updates.map((u) => u.task.id))
  const rank = (t: LedgerTask): number => (spoken.has(t.id) ? 0 : pool.leads.has(t.id) ? 1 : 2)
  return pool.tasks
    .filter((t) => t.metrics.length > 0 || spoken.has(t.id))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
}

/** A task as a model is shown it: its number, its words, its metrics with their targets. */
export function candidateLine(task: LedgerTask): string {
  const number = task.no === null ? task.path.join('') : `第${task.no}项`
  const metrics = task.metrics.map((m) => `${m.name}（目标${m.value}${m.unit}）`).join('；')
  return `${number} ${task.title ?? task.text.slice(0, 30)}${metrics === '' ? '' : ` 指标：${metrics}`}`
}
