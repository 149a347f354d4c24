import type { ProgressQuery } from '../../domain/progress-query.ts'
import type { Query } from '../../domain/query.ts'
import type { TaskFilter } from '../../domain/task-filter.ts'
import type { Turn } from './turn.ts'

/** So many tasks of the last answer are still what one speaks of. */
const FEW = 20

/** 全市, 所有, 看没报的: the question says itself that all are meant. */
const ALL =
  /全部|所有|全市|总体|整体|一共|总共|各(?:个)?单位|^(?:看看?|查看?)(?:一下)?(?:还)?(?:没|未)报|哪(?:些|几)(?:家|个)?(?:单位|部门)|谁/

/**
 * 为什么是黄灯, 上次报了多少, 那红灯的呢 after an answer: of its tasks, or of the unit or matter it was about. Null: the question stands
 * on its own, or there is nothing to lean on.
 */
export function carryProgress(query: Query, text: string, history: readonly Turn[]): ProgressQuery | null {
  const last = history.at(-1)
  if (query.kind !== 'progress' || last === undefined || isNarrow(query.filter) || ALL.test(text)) return null
  const { of, filter, lights } = query
  if (of === 'reporting' || of === 'rate') return ofLastUnits(query, last)
  const byState = filter.states !== undefined || (lights !== undefined && of === undefined)
  return byState ? ofLastScope(query, last) : ofLastTasks(query, last)
}

const isNarrow = (filter: TaskFilter): boolean => Object.keys(filter).some((key) => key !== 'states')

function ofLastTasks(query: ProgressQuery, { tasks }: Turn): ProgressQuery | null {
  const ids = tasks.map(({ id }) => id).filter((id) => id > 0)
  return ids.length === 0 || ids.length > FEW ? null : { ...query, filter: { ...query.filter, among: ids } }
}

/** A list was shown: the same unit, matter or document, in the state that is asked for. One task is no list to choose from. */
function ofLastScope(query: ProgressQuery, { query: last, tasks }: Turn): ProgressQuery | null {
  if (!('filter' in last) || tasks.length < 2) return null
  const { states: _, among: _among, ...scope } = last.filter
  return isNarrow(scope) ? { ...query, filter: { ...scope, ...query.filter } } : null
}

function ofLastUnits(query: ProgressQuery, { query: last }: Turn): ProgressQuery | null {
  const units = 'filter' in last ? last.filter.units : undefined
  return units === undefined ? null : { ...query, filter: { ...query.filter, units } }
}
