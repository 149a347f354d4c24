import type { ReportAsked, Rhythm, StandingOrder } from '../../domain/order.ts'
import type { ReportKind } from '../../domain/report.ts'
import { reportNamed } from './report-asked.ts'
import { rhythmOf } from './rhythm.ts'

const STOP =
  /取消|停(?:掉|止|了|发)|不(?:用|要|必)(?:再)?(?:发|推|给)|别(?:再)?(?:发|推)|退订|关(?:掉|闭|了)|删(?:掉|除)/
const STANDING =
  /订阅|定时|每(?:个|一)?(?:月|周|季|半年|年|天|日|工作日|星期)|推送|月调度|通报|一页纸|月报|季报|自动/
const BARE_STOP = /^(?:以后)?(?:不用|不要|不必|别)(?:再)?(?:给我|给)?(?:发|推送?)(?:给我)?(?:了|吧)*$|^退订$/
const LIST =
  /(?:我)?(?:都)?订(?:阅)?(?:了|过)?(?:哪些|什么|哪几|多少)|(?:我的|有哪些|查看|看看|列(?:出|一下))(?:的)?(?:订阅|定时)(?:报告|推送)?|(?:现在|目前)?(?:给我|我)(?:定|设)(?:了)?(?:哪些|什么)(?:定时|推送|报告)/
const SEND =
  /(?<![开研启触突激并])发(?![展现布放生行电车改明挥育酵票])|推(?![进动广行荐开])|给我|(?<![运输护接])送(?![达审检餐])|抄送|来一?份|报我|汇总|订阅|自动|要一?份|提供|出一?份|提醒我/

/** 我订了哪些: what stands. */
export const asksForList = (text: string): boolean => LIST.test(text)

/** 取消每月的月调度, 不用再发了, 退订: which, as far as said; null: nothing is stopped. */
export function stopped(text: string): StandingOrder | null {
  if (!BARE_STOP.test(text) && !(STOP.test(text) && STANDING.test(text))) return null
  const every = rhythmOf(text.replace(/(?<=每[天日])的/g, ''))?.every ?? null
  const all = /全部|所有|都(?:取消|停|退|不)|统统/.test(text)
  return { do: 'unsubscribe', report: reportNamed(text), every, all }
}

/** 每月1号早上8点发我月调度; null: no rhythm is said, or nothing is to be sent. */
export function subscribed(text: string, asked: ReportAsked): StandingOrder | null {
  const rhythm = rhythmOf(text)
  if (rhythm === null || !SEND.test(text)) return null
  const report = asked.report ?? (isWhole(asked) && PAPER.test(text) ? OF_RHYTHM[rhythm.every] : null)
  return { ...asked, report: report ?? null, do: 'subscribe', rhythm }
}

/** 每半年发我一份小结: the paper of that rhythm. */
const OF_RHYTHM: Readonly<Partial<Record<Rhythm['every'], ReportKind>>> = {
  month: 'monthly',
  quarter: 'quarterly',
  halfYear: 'halfYear',
  year: 'annual',
}
const PAPER = /小结|总结|报告|汇报|汇总|材料|情况|进展/
const isWhole = ({ scope, units, tasks }: ReportAsked): boolean =>
  scope === '' && units.length + tasks.length === 0
