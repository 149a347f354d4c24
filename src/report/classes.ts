import type { LightReason, TaskStanding } from '../domain/standing.ts'

/**
 * The one division of tasks that every figure uses, so that parts add up to the whole. A report that is owed says nothing of the
 * work: such a task is put by what else is known of it, and waits for its report where nothing is.
 */
export const CLASSES = ['done', 'onPace', 'slow', 'late', 'blocked', 'due', 'unknown'] as const
export type Class = (typeof CLASSES)[number]

export const CLASS_NAMES: Readonly<Record<Class, string>> = {
  done: '已完成',
  onPace: '达到序时进度',
  slow: '进度偏慢',
  late: '滞后或逾期',
  blocked: '推进受阻',
  due: '待报送进展',
  unknown: '暂不能判断进度',
}

/** Classes in which something must be done. */
export const HELD: readonly Class[] = ['slow', 'late', 'blocked']

/** Points behind pace up to which a task is slow. */
const SLOW_UP_TO = 30

type Judged = Pick<TaskStanding, 'reason' | 'reasons' | 'light'>

/** Said to be done while the figures say otherwise is not done: the reasons of the light tell. */
export function classOf({ reason, reasons, light }: Judged): Class {
  if (reason.kind === 'closed' || reason.kind === 'done') return 'done'
  const all = (reasons ?? [reason]).map(classOfReason)
  const found = (['late', 'blocked', 'slow', 'due'] as const).find((c) => all.includes(c))
  return found ?? (light === 'green' ? 'onPace' : 'unknown')
}

function classOfReason(reason: LightReason): Class | null {
  switch (reason.kind) {
    case 'overdue':
    case 'finishLate':
    case 'over':
      return 'late'
    case 'behind':
      return reason.points > SLOW_UP_TO ? 'late' : 'slow'
    case 'blocked':
      return 'blocked'
    case 'reportDue':
    case 'reportLate':
      return 'due'
    default:
      return null
  }
}

/** The reason that puts a task in its class: what is wrong with the work comes before a report that is owed. */
export function mainReason(task: Judged): LightReason {
  const wanted = classOf(task)
  return (task.reasons ?? [task.reason]).find((reason) => classOfReason(reason) === wanted) ?? task.reason
}

export type Tally = Readonly<Record<Class, readonly TaskStanding[]>>

export function tally(tasks: readonly TaskStanding[]): Tally {
  const of = (wanted: Class) => tasks.filter((task) => classOf(task) === wanted)
  return {
    done: of('done'),
    onPace: of('onPace'),
    slow: of('slow'),
    late: of('late'),
    blocked: of('blocked'),
    due: of('due'),
    unknown: of('unknown'),
  }
}

/** Late, blocked and slow ones, worst first. */
export function troubled(tasks: readonly TaskStanding[]): readonly TaskStanding[] {
  const held = tasks.filter((task) => HELD.includes(classOf(task)))
  return [...held].sort((a, b) => weight(b) - weight(a) || order(a, b))
}

/** As the documents have them. */
export const order = (a: TaskStanding, b: TaskStanding): number =>
  a.document.id - b.document.id || a.source.start - b.source.start

const weight = (task: TaskStanding): number =>
  (classOf(task) === 'late' ? 10_000 : 0) + weightOf(mainReason(task))

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
