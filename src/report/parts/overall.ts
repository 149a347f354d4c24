import type { ReportPart, Run } from '../../domain/report.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import { CLASS_NAMES, CLASSES, classOf, HELD, tally } from '../classes.ts'
import type { Context } from '../context.ts'
import { count, joined, lead, number, shareOf, words } from '../runs.ts'
import { shortDay } from '../words.ts'

/** 截至10月31日，纳入督办的任务103项，已完成12项，… All classes are said that have a task; they add up. */
export function overallRuns({ now, wish }: Context): readonly Run[] {
  const { tasks, asOf } = now
  const confirmed = wish.audience.kind === 'groupSafe' ? '，按已确认的进展统计' : ''
  const day = `${shortDay(asOf, wish.today)}${confirmed}`
  const scope = wish.scope.name === null ? '纳入督办的任务' : `${wish.scope.name.replace(/任务$/, '')}任务`
  if (tasks.length === 0) return words`截至${day}，没有${scope}。`
  const said = tally(tasks)
  const held = CLASSES.filter((c) => said[c].length > 0)
  const [only] = held
  const all = tasks.length > 1 ? '全部' : ''
  if (held.length === 1 && only !== undefined)
    return words`截至${day}，${scope}共${count(tasks)}项，${all}${CLASS_NAMES[only]}。`
  const parts = held.map((c) => partRuns(c, said[c], tasks))
  return words`截至${day}，${scope}共${count(tasks)}项，其中${joined(parts, '，')}。`
}

function partRuns(
  name: (typeof CLASSES)[number],
  part: readonly TaskStanding[],
  all: readonly TaskStanding[],
): readonly Run[] {
  const closed = part.filter((task) => task.state === 'closed')
  const shut = closed.length > 0 ? words`，含已销号${count(closed)}项` : []
  const share = name === 'done' ? words`（占${shareOf(part, all)}${shut}）` : []
  return words`${CLASS_NAMES[name]}${count(part)}项${share}`
}

/** 与上月末相比，新增完成3项，… Only what changed is said; null: there is nothing to compare with. */
export function changeRuns({ now, before, wish }: Context): readonly Run[] {
  if (before === null || before.tasks.length === 0 || now.tasks.length === 0) return []
  const then = new Map(before.tasks.map((task) => [task.originId, task]))
  const known = now.tasks.filter((task) => then.has(task.originId))
  const changed = (to: readonly string[]) =>
    known.filter(
      (task) => to.includes(classOf(task)) && !to.includes(classOf(then.get(task.originId) ?? task)),
    )
  const fresh = now.tasks.filter((task) => !then.has(task.originId))
  const eased = known.filter((task) => isHeld(then.get(task.originId)) && !isHeld(task))
  const statements = [
    counted('新增完成', changed(['done'])),
    counted('由滞后、受阻或偏慢转为正常或完成', eased),
    counted('新转入滞后、受阻或偏慢', changed(HELD)),
    counted('新纳入督办', fresh),
  ]
  const said = joined(statements, '，')
  const since = `与${shortDay(before.asOf, wish.today)}相比，`
  return said.length === 0 ? words`${since}各项任务进度档次没有变化。` : words`${since}${said}。`
}

const isHeld = (task: TaskStanding | undefined): boolean => task !== undefined && HELD.includes(classOf(task))

const counted = (name: string, tasks: readonly TaskStanding[]): readonly Run[] =>
  tasks.length === 0 ? [] : words`${name}${count(tasks)}项`

/** Said where tasks of other documents are among them. */
const numbersRuns = ({ mixed, main }: Context): readonly Run[] =>
  mixed && main !== null ? words`文中序号未注明文件的，均为${main.name}所列。` : []

/** The opening paragraph of most kinds: how all stands, and what changed. */
export const overallPart = (context: Context): ReportPart =>
  lead([...overallRuns(context), ...changeRuns(context), ...numbersRuns(context)])

/** The same as big figures, for a card's or page's head. */
export function overallFigures({ now }: Context): ReportPart {
  const said = tally(now.tasks)
  const shown = CLASSES.filter((c) => said[c].length > 0)
  return {
    kind: 'figures',
    figures: [
      { label: '任务', value: count(now.tasks) },
      ...shown.map((c) => ({ label: CLASS_NAMES[c], value: count(said[c]) })),
    ],
  }
}

/** 本期共请求60次，合并112项，因已有数据少问37项: only where a supervisor sees it. */
export function askedRuns({ now: { asks } }: Context): readonly Run[] {
  if (asks.sent + asks.merged + asks.avoided === 0) return []
  return words`本期共发出报送提醒${number(asks.sent)}次，合并${number(asks.merged)}项，因已有数据少问${number(asks.avoided)}项。`
}
