import { judgedWords, whichDocument } from '../../cards/progress/orders.ts'
import { spareCard } from '../../cards/progress/press-card.ts'
import { brief } from '../../cards/progress/say.ts'
import type { OrderDraft } from '../../domain/draft.ts'
import type { Message } from '../../domain/message.ts'
import type { NamedTask } from '../../domain/named-task.ts'
import type { ActOrder } from '../../domain/order.ts'
import type { Request } from '../../domain/request.ts'
import type { Turn } from './deps.ts'
import { labelsOf } from './task-labels.ts'
import { handOf } from './tools.ts'

/** What an order touches, or why it touches nothing. */
export type Scope =
  | (Partial<Pick<OrderDraft, 'tasks' | 'requests' | 'progress'>> & { readonly units?: number })
  | { readonly nothing: Message }

export const UNKNOWN = { tasks: [], requests: [], progress: [] } as const

const nothing = (words: string): Scope => ({ nothing: brief('没有办', words, 'warn') })

export async function orderScope(turn: Turn, order: ActOrder): Promise<Scope> {
  const twins = order.tasks.filter((t) => order.tasks.some((o) => o !== t && sameNumber(t, o)))
  if (twins.length > 0) return { nothing: whichDocument(order, twins) }
  switch (order.do) {
    case 'press':
      return pressScope(turn, order)
    case 'confirm':
    case 'return':
      return reviewScope(turn, order)
    case 'close':
    case 'reopen':
      return closeScope(turn, order)
  }
}

/** One number in two documents: nothing is done to both. */
const sameNumber = (a: NamedTask, b: NamedTask): boolean =>
  a.document !== b.document && a.no !== null && a.no === b.no && a.part === b.part

/** First versions of the tasks named, and all ids of the units named. */
async function named({ p }: Turn, { tasks, units }: ActOrder) {
  const origins = await p.origins(tasks.map((t) => t.id))
  return {
    tasks: new Set(tasks.flatMap((t) => origins.get(t.id) ?? [])),
    units: new Set(units.flatMap((u) => u.ids)),
  }
}

async function pressScope(turn: Turn, order: ActOrder): Promise<Scope> {
  const { tasks, units } = await named(turn, order)
  // 没报的, 这些单位: a list is meant, not the tasks that were talked of last.
  if (order.whom !== 'named') tasks.clear()
  const open = await turn.p.requests.unreported(turn.today)
  const overdue = open.filter((r) => r.dueOn < turn.today)
  // 这4家 is of the list shown last; by its count it is the list of the late, else of all who owe.
  const late = order.whom === 'overdue' || (order.whom === 'shown' && unitsOf(overdue) === order.count)
  const meant = (late ? overdue : open).filter(
    (r) =>
      (units.size === 0 || units.has(r.unitId)) &&
      (tasks.size === 0 || r.tasks.some((t) => t.state === 'asked' && tasks.has(t.taskId))),
  )
  if (meant.length > 0) return pressable(turn, order, meant)
  const names = order.units.map((u) => u.name).join('、')
  return nothing(
    names === ''
      ? late
        ? '没有逾期未报的单位。'
        : '该报的都报了，没有要催的。'
      : `${names}目前没有欠报的事项。`,
  )
}

/** Whoever was asked today already is spared; with nobody left there is nothing to confirm. */
async function pressable(turn: Turn, { urgent }: ActOrder, meant: readonly Request[]): Promise<Scope> {
  const requests = meant.map((r) => r.id)
  const key = `press:${requests.join('.')}`
  const { asked, spared } = await turn.p.reminding.press({
    requestIds: requests,
    key,
    hand: handOf(turn, key),
    dry: true,
    urgent,
  })
  const ringable = urgent && spared.some((s) => s.reminded)
  return asked.length === 0 && !ringable
    ? { nothing: spareCard(spared, requests) }
    : { requests, units: unitsOf(meant) }
}

const unitsOf = (requests: readonly Request[]): number => new Set(requests.map((r) => r.unitId)).size

async function reviewScope(turn: Turn, order: ActOrder): Promise<Scope> {
  const { tasks, units } = await named(turn, order)
  if (order.do === 'return' && tasks.size === 0 && units.size === 0)
    return nothing('请说明退回哪一项，例如“退回市水务局第35项，数据口径不对”。')
  const waiting = await turn.p.reviews.waiting({})
  const meant = waiting.filter(
    (w) => (units.size === 0 || units.has(w.unitId)) && (tasks.size === 0 || tasks.has(w.taskId)),
  )
  if (meant.length > 0) return { progress: meant.map((m) => m.id) }
  const [judged] = (await turn.p.book.standing([...tasks])).filter(
    (r) => r.capacity === 'lead' && r.review !== 'pending' && (units.size === 0 || units.has(r.unitId)),
  )
  const [task] = judged ? await labelsOf(turn, [judged.taskId]) : []
  return nothing(judged && task ? judgedWords(judged, task, turn.today) : '没有待审核的报送。')
}

async function closeScope(turn: Turn, order: ActOrder): Promise<Scope> {
  const { tasks } = await named(turn, order)
  if (tasks.size === 0) return nothing('请写明是哪一项，例如“第52项销号，已通过验收”。')
  const closed = new Set((await turn.p.book.closings([...tasks])).map((c) => c.taskId))
  const meant = [...tasks].filter((id) => closed.has(id) === (order.do === 'reopen'))
  if (meant.length > 0) return { tasks: meant }
  return nothing(order.do === 'close' ? '这一项早已销号。' : '这一项没有销号，不用恢复。')
}
