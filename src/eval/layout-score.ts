import type { ExtractedTask } from './extracted.ts'
import { foldText } from './fold.ts'
import type { LayoutLabel, LayoutTask } from './layout-labels.ts'
import { matchTasks } from './layout-match.ts'
import { ROLES, scoreUnits } from './layout-units.ts'
import { addMeasures, addScores, f1, type Measure, precision, type Score, share, verdict } from './measure.ts'
import { ofLayout, scoreMetrics } from './metric-score.ts'

/** One document of another layout: tasks found, units, deadlines, metrics, and nothing invented. */
export function scoreLayout(name: string, label: LayoutLabel, tasks: readonly ExtractedTask[]): Score {
  const pairs = matchTasks(label.tasks, tasks)
  const scores = label.tasks.map((task, i) => {
    const at = pairs.get(i)
    const got = at === undefined ? null : (tasks[at] ?? null)
    return task.uncertain ? {} : scoreTask(name, { task, got, accept: label.accept })
  })
  const taken = new Set(pairs.values())
  const extra = tasks.filter((_, i) => !taken.has(i))
  const misses = extra.map((task) => `${name} 多任务 ${task.path.join('')} ${task.text.slice(0, 30)}`)
  const sum = addScores([...scores, { precision: precision({ extra: extra.length, misses }) }])
  return label.expectNoUnits ? withInvented(name, label, { sum, tasks }) : sum
}

interface TaskCase {
  readonly task: LayoutTask
  readonly got: ExtractedTask | null
  readonly accept: LayoutLabel['accept']
}

function scoreTask(name: string, { task, got, accept }: TaskCase): Score {
  const where = `${name} ${task.path.join('·')}${task.part ? `/${task.part}` : ''} ${task.key}`
  const found: Score = {
    recall: verdict(got !== null, `${where} 缺任务`),
    precision: precision({ right: got === null ? 0 : 1 }),
  }
  const score = { ...found, ...scoreUnits({ label: task, task: got, accept, where }) }
  const metrics = task.metrics && scoreMetrics(task.metrics.map(ofLayout), got?.metrics ?? [], where)
  return { ...score, ...(metrics && { metrics }), ...scoreDeadline(task, got, where) }
}

/** `deadline` over the tasks found; `dated` over the labels that have a date. */
function scoreDeadline(task: LayoutTask, got: ExtractedTask | null, where: string): Score {
  const isRight =
    got !== null && [task.deadline, ...task.deadlineOk].some((day) => sameDay(day, got.deadline))
  const miss = `${where} 时限应为 ${task.deadline}，读成 ${got?.deadline ?? null}`
  const dated = task.deadline === null ? share() : share({ right: Number(isRight), missed: Number(!isRight) })
  return { deadline: got === null ? share() : verdict(isRight, miss), dated }
}

const sameDay = (label: string | null, got: string | null): boolean =>
  label === got || (label?.startsWith('-') === true && got?.endsWith(label) === true)

/** A document that names no units: each unit read is one invented. */
function withInvented(
  name: string,
  label: LayoutLabel,
  { sum, tasks }: { readonly sum: Score; readonly tasks: readonly ExtractedTask[] },
): Score {
  const subjects = new Set(label.subjectUnits.map(foldText))
  const units = tasks.flatMap((task) => ROLES.flatMap((role) => task[role]))
  const invented = units.filter((unit) => !subjects.has(foldText(unit)))
  const misses = invented.map((unit) => `${name} 臆造单位 ${unit}`)
  const extra: Measure = f1({ extra: invented.length, misses })
  return { ...sum, units: sum.units === undefined ? extra : addMeasures(sum.units, extra) }
}
