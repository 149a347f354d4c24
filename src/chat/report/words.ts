import { refusalFor } from '../../domain/access.ts'
import type { Order, ReportAsked } from '../../domain/order.ts'
import type { Viewer } from '../../domain/person.ts'
import { plainWords } from '../commands.ts'
import type { ChatDeps, Question } from '../deps.ts'
import type { PastTurn } from '../turns.ts'
import { onBulletinWords } from './bulletin-words.ts'
import type { ReportDeps } from './deps.ts'
import { giveReport } from './give.ts'
import { listOrders, standOrder, stopOrders } from './orders.ts'
import type { ReportTurn } from './turn.ts'

/** A message that orders a report, or something about standing orders. False: it is to be answered as ever. */
export async function onReportWords(
  question: Question,
  viewer: Viewer,
  { r, deps }: { readonly r: ReportDeps; readonly deps: ChatDeps },
): Promise<boolean> {
  if (refusalFor(viewer, 'content') !== null) return false
  const now = deps.now()
  const at: ReportTurn = { r, deps, viewer, now, today: r.dayOf(now) }
  const text = plainWords(question.event.text)
  if (await onBulletinWords(text, question, at)) return true
  const order = await orderIn(text, question, at)
  return order === null ? false : obey(order, question, at)
}

async function obey(order: Order, question: Question, at: ReportTurn): Promise<boolean> {
  switch (order.do) {
    case 'report':
      await giveReport(question, order, at)
      return true
    case 'subscribe':
      await standOrder(question, order, at)
      return true
    case 'unsubscribe':
      await stopOrders(question, order, at)
      return true
    case 'subscriptions':
      await listOrders(question, at)
      return true
    default:
      return false
  }
}

async function orderIn(text: string, { event }: Question, at: ReportTurn): Promise<Order | null> {
  const { r, deps, viewer, today } = at
  const said = await r.order(text, viewer, today)
  const [last] = (await deps.turns.recent({ chat: event.chat, account: event.sender.account }, 1)).slice(-1)
  if (said?.do === 'report') return { ...leaning(said, last), do: 'report' }
  if (
    said?.do === 'subscribe' &&
    isBare(said) &&
    last?.query.kind === 'report' &&
    last.query.asked !== undefined
  )
    return { ...said, ...last.query.asked }
  if (said !== null || last === undefined || !LEANS.test(text)) return said
  const before = last.query.kind === 'report' ? last.query.asked : undefined
  if (before === undefined) return null
  return { ...merged(before, await r.asked(text, viewer, today)), do: 'report' }
}

/** A few words that change the report just given: 上季度的, 只要滞后的, 要word版, 全年的呢. */
const LEANS =
  /^(?:那|再|换成?|改成?|要|给我|出|看)*(?:个|份)?(?:(?:上|本|这|今|去|前|第)?(?:[一二三四1-4]|\d{4}年(?:第?[一二三四])?)?(?:个?季度|个?月|半年|年)(?:度)?|上半年|下半年|\d{1,2}月份?|全年|只要.{1,8}|(?:要)?(?:word|excel|docx?|xlsx?|表格|文档)(?:版|格式)?)(?:的|版)?(?:呢|吧|也要|给我)?[?？。]?$/i

/** What was left unsaid stays as it was in the report before. */
const merged = (before: ReportAsked, said: ReportAsked): ReportAsked => ({
  ...before,
  period: said.period ?? before.period,
  form: said.form ?? before.form,
  scope: [before.scope, said.scope].filter((words) => words !== '').join(' '),
})

/** 导出excel after a list means the list; 导出excel, 发我word版 after a report means that report. */
function leaning(said: ReportAsked, last: PastTurn | undefined): ReportAsked {
  if (!isBare(said) || last === undefined || said.form === null) return said
  if (last.query.kind === 'report' && last.query.asked !== undefined)
    return merged(last.query.asked, { ...said, scope: '' })
  const tasks = last.tasks.filter((task) => task.id !== 0)
  return tasks.length === 0 ? said : { ...said, report: 'ledger', scope: '', tasks }
}

/** Nothing of which report, and of what. */
const isBare = ({ report, scope, units, tasks }: ReportAsked): boolean =>
  report === null && scope.replace(THESE, '') === '' && units.length + tasks.length === 0

const THESE = /^(?:这些|这个|它们?|上面的?|刚才的?|结果|列表|清单|任务)+$/
