import type { Run } from '../../domain/report.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import { type Context, placeRun } from '../context.ts'
import { readingsOf } from '../figures.ts'
import { reasonWords } from '../reasons.ts'
import { strong, words } from '../runs.ts'
import { answering, oneLine, shortDay, shortened, taskName, unended, unitNames } from '../words.ts'

/** How much of a task's entry is told. */
export interface Told {
  /** Who leads it: left out where nobody is named. */
  readonly units: boolean
  readonly cause: boolean
}

/**
 * 开通低空航线（第52项，市交通运输局）：商业航线8/10条（80%），落后序时17个百分点。原因：用地未批。预计12月20日完成。
 * What was not reported is not mentioned.
 */
export function itemRuns(task: TaskStanding, context: Context, told: Told): readonly Run[] {
  const units = told.units || isOthers(task, context) ? unitNames(answering(task)) : ''
  const by = units === '' ? '' : `，${units}`
  const said = [readingsOf(task, 3), reasonWords(task, context.now.asOf)].filter((s) => s !== '')
  const cause = told.cause ? causeWords(task, context) : ''
  const name = { ...strong(taskName(task)), light: task.light }
  return words`${name}（${placeRun(task, context)}${by}）：${said.join('，')}。${cause}${finishWords(task, context)}`
}

/** In a unit's own report its own tasks need no name; those it only takes part in do. */
export const isOthers = (task: TaskStanding, { wish: { kind, scope } }: Context): boolean =>
  kind === 'unit' && !answering(task).some((unit) => unit.id !== null && scope.unitIds.includes(unit.id))

/** One page has room for half of it. */
const causeLength = ({ wish }: Context): number => (wish.kind === 'onePage' ? 60 : 120)

/** 原因：用地未批。 In the unit's own words; '' where it gave none. */
export function causeWords({ report }: TaskStanding, context: Context): string {
  const cause = report?.difficulty ?? null
  return cause === null || unended(cause) === ''
    ? ''
    : `原因：${unended(shortened(cause, causeLength(context)))}。`
}

/** 预计12月20日完成。 Said only where it was given and is still to come, or later than the deadline. */
export function finishWords(task: TaskStanding, { wish, now }: Context): string {
  const day = task.report?.expectedFinish ?? null
  if (day === null || day < now.asOf) return ''
  const late =
    task.dueOn !== null && day > task.dueOn ? `，晚于${shortDay(task.dueOn, wish.today)}的时限` : ''
  return `预计${shortDay(day, wish.today)}完成${late}。`
}

/** What the unit wrote of its work, in so many characters; '' where nothing was. */
export const reportWords = ({ report }: TaskStanding, most: number): string =>
  report === null ? '' : unended(shortened(oneLine(report.text), most))
