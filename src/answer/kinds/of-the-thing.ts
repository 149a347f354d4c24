import type { Lexicon } from '../../understand/prepare.ts'
import { allWords } from '../find-tasks.ts'
import type { GoalRow, IndicatorRow, TaskRow } from '../ledger.ts'
import { speaksOf } from '../speaks-of.ts'
import type { Scored } from './scored.ts'

export interface Fitting {
  readonly tasks: readonly Scored<TaskRow>[]
  readonly goals: readonly Scored<GoalRow>[]
  readonly cells: readonly Scored<IndicatorRow>[]
}

/** Goals and cells are short: what stands beside them in the same document completes them (数据中心…，其中高性能算力占比). */
export function ofTheThing(topic: string, lexicon: Lexicon, { tasks, goals, cells }: Fitting): Fitting {
  const speaks = speaksOf(topic, lexicon)
  const beside = new Map<number, string>()
  const add = (id: number, text: string) => beside.set(id, `${beside.get(id) ?? ''} ${text}`)
  for (const { row } of goals) add(row.document.id, `${row.raw} ${row.document.title}`)
  for (const { row } of cells)
    add(row.document.id, [row.group, row.name, row.table, row.target, row.unit].join(' '))
  const told = ({ row }: Scored<GoalRow | IndicatorRow>): boolean =>
    speaks(row.document.id, beside.get(row.document.id) ?? '')
  return {
    tasks: tasks.filter(({ row }) => speaks(row.document.id, allWords(row))),
    goals: goals.filter(told),
    cells: cells.filter(told),
  }
}
