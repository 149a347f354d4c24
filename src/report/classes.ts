import type { LightReason, TaskStanding } from '../domain/standing.ts'

/**
 * The one division of tasks that every figure uses, so that parts add up to the whole: finished (done or closed), on pace
 * (green), slow (amber), late (red), and those nothing can be said of yet.
 */
export const CLASSES = ['done', 'onPace', 'slow', 'late', 'unknown'] as const
export type Class = (typeof CLASSES)[number]

export const CLASS_NAMES: Readonly<Record<Class, string>> = {
  done: '已完成',
  onPace: '达到序时进度',
  slow: '进度偏慢',
  late: '滞后或逾期',
  unknown: '暂不能判断进度',
}

/** Said to be done while the figures say otherwise is not done: the reason of the light tells. */
export function classOf({ reason, light }: Pick<TaskStanding, 'reason' | 'light'>): Class {
  if (reason.kind === 'closed' || reason.kind === 'done') return 'done'
  if (light === 'green') return 'onPace'
  if (light === 'amber') return 'slow'
  return light === 'red' ? 'late' : 'unknown'
}

export type Tally = Readonly<Record<Class, readonly TaskStanding[]>>

export function tally(tasks: readonly TaskStanding[]): Tally {
  const of = (wanted: Class) => tasks.filter((task) => classOf(task) === wanted)
  return {
    done: of('done'),
    onPace: of('onPace'),
    slow: of('slow'),
    late: of('late'),
    unknown: of('unknown'),
  }
}

/** Slow and late ones, worst first: red before amber, then by how much. */
export function troubled(tasks: readonly TaskStanding[]): readonly TaskStanding[] {
  const held = tasks.filter((task) => ['slow', 'late'].includes(classOf(task)))
  return [...held].sort((a, b) => weight(b) - weight(a) || order(a, b))
}

/** As the documents have them. */
export const order = (a: TaskStanding, b: TaskStanding): number =>
  a.document.id - b.document.id || a.source.start - b.source.start

const weight = (task: TaskStanding): number => (classOf(task) === 'late' ? 10_000 : 0) + weightOf(task.reason)

function weightOf(reason: LightReason): number {
  switch (reason.kind) {
    case 'overdue':
      return 2000 + Math.min(reason.days, 999)
    case 'blocked':
      return 1500
    case 'behind':
      return 1000 + Math.min(reason.points, 100)
    case 'over':
      return 900 + Math.min(reason.points, 99)
    case 'finishLate':
      return 600 + Math.min(reason.days, 99)
    case 'reportLate':
      return 500
    default:
      return 0
  }
}

/** Tasks by a name each has, in the order the names first come. */
export function grouped<T>(
  tasks: readonly T[],
  nameOf: (task: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  return [...Map.groupBy(tasks, nameOf)]
}
