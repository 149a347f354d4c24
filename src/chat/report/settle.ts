import type { Recurrence } from '../../domain/document.ts'
import type { ReportAsked } from '../../domain/order.ts'
import { daysOf, type Period, periodName, periodOf, rhythmOf } from '../../domain/period.ts'
import type { Viewer } from '../../domain/person.ts'
import type { ReportKind } from '../../domain/report.ts'
import type { Day } from '../../domain/span.ts'
import { addDays } from '../../text/calendar.ts'

/** What was asked for, with nothing left open. */
export interface Settled {
  readonly kind: ReportKind
  readonly period: Period
  readonly lateOnly: boolean
  /** Words of the matter, to be looked for in the tasks; '' where none were said. */
  readonly about: string
  /** What was taken for granted, in Chinese. */
  readonly assumptions: readonly string[]
}

/** 历次报送 says which report, not of what. */
const HISTORY = /历次(?:报送|进展)?(?:情况)?/g
const LATE = /滞后的?|逾期?的?|落后的?|偏慢的?|红灯|黄灯|没完成的?|未完成的?/g
/** Names of reports and of the trade are never what a report is of: 11月调度 → nothing. */
const REPORT_WORDS =
  '月调度|调度|通报|季报|月报|年报|简报|小结|总结|台账|清单|报告|材料|汇报|汇总|进展|情况|督查|督办|办理|统计|数据|表格|报表|一下'
const EDGES = new RegExp(`^(?:${REPORT_WORDS}|的)+|(?:${REPORT_WORDS}|的)+$`, 'g')
/** Words that only say: all of it. */
const WHOLE = /^(?:全市|市里|各单位|所有单位|任务|重点任务|工作|这个|这些|上面的?|刚才的?|它们?|今年的?)$/

/** Kind, period and matter of what somebody asked; what they left open is what they most likely mean, and it is said. Pure. */
export function settleAsked(asked: ReportAsked, viewer: Viewer, today: Day): Settled {
  const lateOnly = LATE.test(asked.scope)
  LATE.lastIndex = 0
  const left = asked.scope
    .replace(LATE, ' ')
    .replace(HISTORY, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(EDGES, '')
    .trim()
  const about = WHOLE.test(left) || asked.units.length > 0 || asked.tasks.length > 0 ? '' : left
  const isList = asked.report === 'unit' && lateOnly && asked.form === 'xlsx'
  const named = isList ? 'ledger' : asked.report === 'topic' && about === '' ? null : asked.report
  const kind = named ?? likelyKind(asked, { viewer, lateOnly, about })
  const period = periodFor(kind, asked.period, today)
  const fits = asked.period === period || (asked.period === null && RHYTHMS[kind] === undefined)
  return {
    kind,
    period,
    lateOnly,
    about,
    assumptions: fits ? [] : [assumed(asked.period, period)],
  }
}

const assumed = (said: Period | null, period: Period): string =>
  said === null ? `没有说哪一期，按${periodName(period)}出` : `按${periodName(period)}出`

function likelyKind(
  asked: ReportAsked,
  {
    viewer,
    lateOnly,
    about,
  }: { readonly viewer: Viewer; readonly lateOnly: boolean; readonly about: string },
): ReportKind {
  if (asked.tasks.length === 1) return 'task'
  if (asked.form === 'xlsx' || lateOnly || asked.tasks.length > 1) return 'ledger'
  if (asked.units.length > 1) return 'comparison'
  if (asked.units.length === 1) return 'unit'
  if (about !== '') return 'topic'
  return viewer.roles.includes('leader') && !viewer.roles.includes('supervisor') ? 'onePage' : 'monthly'
}

/** The rhythm a kind is written in; the others are of the quarter, as most duties are. */
const RHYTHMS: Readonly<Partial<Record<ReportKind, Recurrence>>> = {
  monthly: 'monthly',
  quarterly: 'quarterly',
  halfYear: 'semiannual',
  annual: 'annual',
  forms: 'quarterly',
}

/** So many days after a period's end it is still the one people write about. */
const STILL: Readonly<Record<Recurrence, number>> = { monthly: 10, quarterly: 31, semiannual: 45, annual: 60 }

/** The period of a kind: the one said, fitted to its rhythm; unsaid, the last one for a while after its end, then the present. */
export function periodFor(kind: ReportKind, said: Period | null, today: Day): Period {
  const own = RHYTHMS[kind]
  if (said !== null) {
    if (own === undefined || rhythmOf(said) === own) return said
    const { end } = daysOf(said)
    return periodOf(own, end > today && daysOf(said).start <= today ? today : end)
  }
  const rhythm = own ?? 'quarterly'
  return periodOf(rhythm, own === undefined ? today : addDays(today, -STILL[rhythm]))
}
