import type { Block, Button, Message, Tone } from '../../domain/message.ts'
import { daysOf } from '../../domain/period.ts'
import type { RequestKind } from '../../domain/request.ts'
import type { Day } from '../../domain/span.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import { shortDay } from '../../report/words.ts'
import { amount } from '../progress/figures.ts'
import { dayWords, periodWords, short, taskName } from '../progress/naming.ts'
import { buttons, heading, note, say, text } from '../progress/say.ts'
import { taskRow } from './task-row.ts'
import type { Owed, ReminderView } from './view.ts'

/** Tasks a card shows at once; a telephone's screen holds no more. */
export const CARD_TASKS = 6

export const KIND_NAMES: Readonly<Record<RequestKind, string>> = {
  progress: '进展',
  handlingPlan: '办理方案',
  contacts: '督办联络员名单',
}

/** What one liaison owes: one card for all of it, the tasks a page at a time. */
export function reminderCard(given: ReminderView): Message {
  const view = { ...given, owed: eachOnce(given.owed) }
  const { owed, today, name } = view
  const pages = Math.max(1, Math.ceil(countOf(owed) / CARD_TASKS))
  const page = Math.min(view.page, pages - 1)
  const unit = [...new Set(owed.map(({ request }) => request.unit))].join('、')
  return say(
    titleOf(owed, today),
    [...partsOn(page, view), ...howTo(owed), ...acts(owed), ...pager(page, pages, countOf(owed))],
    { subtitle: `${unit}　${name}`, tone: toneOf(owed, today) },
  )
}

/**
 * A task asked for twice at one time (6月 by one document, 上半年 by another) is told once: it stands under the request due
 * first, and the later one is answered with it.
 */
function eachOnce(owed: readonly Owed[]): readonly Owed[] {
  const seen = new Set<string>()
  return owed.flatMap((one) => {
    const { end } = daysOf(one.request.period)
    const tasks = one.tasks.filter(({ originId }) => !seen.has(`${end}/${originId}`))
    if (one.request.kind !== 'progress') return [one]
    for (const { originId } of tasks) seen.add(`${end}/${originId}`)
    return tasks.length === 0 && one.tasks.length > 0 ? [] : [{ ...one, tasks }]
  })
}

const countOf = (owed: readonly Owed[]): number => owed.reduce((sum, { tasks }) => sum + tasks.length, 0)

/** 10月报送：3项任务，请于10月20日（周二）前 */
function titleOf(owed: readonly Owed[], today: Day): string {
  const [first] = owed
  if (first === undefined) return '没有待报事项'
  if (owed.length === 1) return `${nameOf(first, today)}，${limit(first, today)}`
  const items = countOf(owed) + owed.filter(({ tasks }) => tasks.length === 0).length
  return `${items}项待报，最早的${limit(first, today)}`
}

function nameOf({ request, tasks }: Owed, today: Day): string {
  const what =
    request.kind === 'progress'
      ? `${periodWords(request.period, today)}报送`
      : `报送${KIND_NAMES[request.kind]}`
  return tasks.length > 0 ? `${what}：${tasks.length}项任务` : what
}

function limit({ dueOn, late }: Owed, today: Day): string {
  if (late > 0) return `已过期${late}个工作日（应于${shortDay(dueOn, today)}前）`
  return dueOn === today ? '请于今天下班前' : `请于${dayWords(dueOn, today)}前`
}

function toneOf(owed: readonly Owed[], today: Day): Tone {
  if (owed.some(({ late }) => late > 0)) return 'bad'
  return owed.some(({ dueOn }) => dueOn === today) ? 'warn' : 'plain'
}

/** The tasks of one page, each request under its own heading where there are several. */
function partsOn(page: number, { owed, today }: ReminderView): readonly Block[] {
  const from = page * CARD_TASKS
  let before = 0
  return owed.flatMap((one) => {
    const start = Math.max(0, from - before)
    const tasks = one.tasks.slice(start, Math.max(0, from + CARD_TASKS - before))
    const bare = one.tasks.length === 0 && page === 0
    before += one.tasks.length
    return tasks.length > 0 || bare
      ? part(one, { tasks, today, first: start + 1, alone: owed.length === 1 })
      : []
  })
}

interface Part {
  readonly tasks: Owed['tasks']
  /** The number the first of them has. */
  readonly first: number
  readonly today: Day
  readonly alone: boolean
}

function part(owed: Owed, { tasks, today, first, alone }: Part): readonly Block[] {
  const { request } = owed
  const rows = tasks.map((task) => taskRow(task, { unitId: request.unitId, today }))
  const notes = request.tasks.flatMap(({ note: words, state }) => (state === 'asked' && words ? [words] : []))
  return [
    ...(alone ? [] : [heading(`${nameOf(owed, today)}　${limit(owed, today)}`)]),
    ...(request.reopenedOn !== null && notes.length > 0
      ? [text(`退回重报：${[...new Set(notes)].join('；')}`)]
      : []),
    ...(rows.length > 0
      ? [{ kind: 'rows' as const, rows, pageSize: CARD_TASKS, ...(first > 1 ? { first } : {}) }]
      : []),
    note(groundWords(owed, today)),
  ]
}

/** 依据：云政办〔2026〕5号。文件要求7月20日，适逢周末，提前到7月17日。 */
function groundWords({ request }: Owed, today: Day): string {
  const names = [...new Set(request.grounds.map(({ document }) => document))].join('、')
  const implied = request.grounds.every(({ dayImplied }) => dayImplied)
  const stated = implied ? `文件没有写明日期，按${shortDay(request.statedOn, today)}（期末或阶段末）计` : null
  if (request.statedOn === request.dueOn) return [`依据：${names}`, ...(stated ? [stated] : [])].join('。')
  const way = request.dueOn < request.statedOn ? '提前到' : '顺延到'
  return `依据：${names}。${stated ?? `文件要求${shortDay(request.statedOn, today)}`}，遇休息日${way}${shortDay(request.dueOn, today)}`
}

/** How to answer in a sentence, with the first task as the example. Nothing where only a list or a plan is asked for. */
function howTo(owed: readonly Owed[]): readonly Block[] {
  const tasks = owed.filter(({ request }) => request.kind === 'progress').flatMap((one) => one.tasks)
  const task = tasks.find(({ metrics }) => metrics.length > 0) ?? tasks[0]
  if (task === undefined) return [text('把文件直接发给我，或点“填表”。')]
  return [text(`直接回一句话就行，例如“${exampleOf(task)}”；有佐证直接发文件或照片。`)]
}

/** 52项商业航线6条，年底前能完成. A task without a number is told by its target, or by what it is about. */
function exampleOf(task: TaskStanding): string {
  const name = taskName({ ...task, document: task.document.name }).replace(/^第(\d+)项$/, '$1项')
  const [metric] = task.metrics
  if (metric === undefined)
    return `${task.no === null ? short(task.title ?? task.text, 10).replace('…', '') : name}已完成一半，年底前能完成`
  const value = amount(metric.last?.value ?? Math.floor(metric.value / 2), metric.unit)
  return `${task.no === null ? '' : name}${metric.name}${value}，年底前能完成`
}

/** With one request its buttons are about it; with several, about all that is owed. */
function acts(owed: readonly Owed[]): readonly Block[] {
  const about = owed.length === 1 && owed[0] ? { request: owed[0].request.id } : {}
  const progress = owed.some(({ request, tasks }) => request.kind === 'progress' && tasks.length > 0)
  const list: readonly Button[] = [
    { text: '填表', style: 'primary', action: { do: 'fill', ...about } },
    ...(progress ? [{ text: '都无变化', action: { do: 'unchanged', ...about } } as const] : []),
    { text: '转交', action: { do: 'handOver' } },
    { text: '晚点提醒', action: { do: 'later', ...about } },
    ...(progress ? [{ text: '不归我们', action: { do: 'decline', ...about } } as const] : []),
  ]
  return owed.length === 0 ? [] : [buttons(...list)]
}

function pager(page: number, pages: number, count: number): readonly Block[] {
  if (pages < 2) return []
  const to = (words: string, n: number): Button => ({ text: words, action: { do: 'owing', page: n } })
  return [
    note(`共${count}项，第${page + 1}/${pages}页`),
    buttons(
      ...(page > 0 ? [to('上一页', page - 1)] : []),
      ...(page < pages - 1 ? [to('下一页', page + 1)] : []),
    ),
  ]
}

/** In place of the day's card once all of it is answered. */
export const allReported = (name: string): Message =>
  say('已全部报送', [text(`${name}，这次要报的都收到了，谢谢。`)], { tone: 'good' })

/** In place of a card that a later one has followed: one is enough to answer. */
export const outOfDate = (): Message =>
  say('提醒已更新', [
    text('请看最新的一张提醒。'),
    buttons({ text: '现在还欠什么', action: { do: 'owing', page: 0 } }),
  ])
