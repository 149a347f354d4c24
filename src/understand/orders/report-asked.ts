import type { Recurrence } from '../../domain/document.ts'
import type { NamedTask } from '../../domain/named-task.ts'
import type { ReportAsked } from '../../domain/order.ts'
import { type Period, periodOf, rhythmOf, shiftPeriod } from '../../domain/period.ts'
import type { ReportForm, ReportKind } from '../../domain/report.ts'
import type { Day } from '../../domain/span.ts'
import type { UnitSlot } from '../../domain/task-filter.ts'
import { findDates } from '../../text/dates.ts'
import { scopeWords } from './report-scope.ts'
import { withoutRhythm } from './rhythm.ts'

interface Named<T> {
  readonly value: T
  readonly pattern: RegExp
}

/** Names of reports, the special before the general. */
const KINDS: readonly Named<ReportKind>[] = [
  { value: 'forms', pattern: /附表[一二三123]?/ },
  {
    value: 'ledger',
    pattern:
      /台账|(?:任务|事项)(?:清单|总表|一览表)|(?<=滞后|逾期|超期|红灯|黄灯|未完成|没完成)的?(?:任务|事项)?(?:清单|名单|一览表)/,
  },
  { value: 'onePage', pattern: /一页纸|一张纸/ },
  { value: 'halfYear', pattern: /半年(?:度)?(?:的)?(?:小结|总结|报告|通报|报(?!送|给|名))/ },
  { value: 'annual', pattern: /(?:全年|年度|年终|年底)(?:的)?(?:总结|小结|报告|通报)|年报|(?<!半)年度?总结/ },
  {
    value: 'quarterly',
    pattern: /季(?:度)?(?:的)?(?:督查|督办|工作)?(?:通报|报告|小结|总结|简报|报(?!送|给|名))/,
  },
  {
    value: 'monthly',
    pattern: /月(?:度|份)?(?:的)?(?:督查|督办|工作)?(?:调度|通报|报告|小结|总结|简报|报(?!送|给|名)|情况)/,
  },
  {
    value: 'difference',
    pattern:
      /(?:和|与|跟|同|较|比)(?:上(?:一)?(?:期|个?月|个?季度?|半年|年|次)|去年)(?:同期)?(?:相)?(?:比|的变化|有什么变化)?|(?:相比|对比|比较|环比|较)[^，。；]{0,6}变化|变化情况/,
  },
  { value: 'comparison', pattern: /对比|比较|比一比/ },
  { value: 'quarterly', pattern: /通报/ },
]

const FORMS: readonly Named<ReportForm>[] = [
  {
    value: 'xlsx',
    pattern: /excel|xlsx?|电子表格|表格|电子表|(?<=[出做拉列整](?:个|一?张|一?份|成))表(?![示明现彰])/i,
  },
  { value: 'docx', pattern: /word|docx?|文档|公文|红头|正式文件|纸质/i },
  { value: 'card', pattern: /卡片/ },
]

interface Around {
  readonly today: Day
  readonly tasks: readonly NamedTask[]
  readonly units: readonly UnitSlot[]
}

const named = <T>(list: readonly Named<T>[], text: string): T | null =>
  list.find((n) => n.pattern.test(text))?.value ?? null

/** The report a sentence names by its kind (月调度, 三季度通报, 台账); null: none by name. */
export const reportNamed = (text: string): ReportKind | null => named(KINDS, text)

/**
 * Which report of what: kind, period, form, and what is left of the words as its scope. A standing order has no period:
 * 上季度 in it is meant anew each time.
 */
export function reportAsked(text: string, { today, tasks, units }: Around): ReportAsked {
  const once = withoutRhythm(text)
  const dates = findDates(once, { today, year: null })
  const blotted = dates.reduce(
    (t, d) => t.slice(0, d.start) + '□'.repeat(d.end - d.start) + t.slice(d.end),
    once,
  )
  const period = once === text ? periodIn(text, today) : null
  const left = [...KINDS, ...FORMS].reduce(
    (t, { pattern }) => t.replaceAll(everywhere(pattern), '□'),
    blotted,
  )
  const words = scopeWords(left)
  return {
    report: reportNamed(once) ?? ofScope(tasks, units, words) ?? ofPeriod(once, words, period),
    period,
    scope: words,
    tasks,
    units,
    form: named(FORMS, text),
  }
}

const everywhere = ({ source, flags }: RegExp): RegExp => new RegExp(source, `${flags}g`)

/** 52项的材料, 市经信局的情况, 低空经济的进展: what it is of says which. */
function ofScope(tasks: readonly NamedTask[], units: readonly UnitSlot[], scope: string): ReportKind | null {
  if (tasks.length === 1) return 'task'
  if (units.length > 1) return 'comparison'
  if (units.length === 1) return 'unit'
  return scope === '' || /滞后|逾期|没报|未报|红灯|黄灯/.test(scope) ? null : 'topic'
}

/** 三季度完成情况汇总, 今年以来的进展: the paper of the period, where nothing narrower is said. */
function ofPeriod(text: string, scope: string, period: Period | null): ReportKind | null {
  if (period === null || scope !== '' || !/情况|汇总|总结|小结|进展|材料|报告|汇报/.test(text)) return null
  return PAPERS[rhythmOf(period)]
}

const PAPERS: Readonly<Record<Recurrence, ReportKind>> = {
  ...{ monthly: 'monthly', quarterly: 'quarterly', semiannual: 'halfYear', annual: 'annual' },
}

const RHYTHMS = { month: 'monthly', quarter: 'quarterly', half: 'semiannual', year: 'annual' } as const

/**
 * 三季度 → 2026Q3, 上个月 → 2026-08; null where no span is said that a report can be of. 和上季度相比 names what it is held
 * against: the report is of the period after it.
 */
function periodIn(text: string, today: Day): Period | null {
  const found = findDates(text, { today, year: null }).find((d) => d.value.grain in RHYTHMS)
  if (found === undefined) return null
  const rhythm = RHYTHMS[found.value.grain as keyof typeof RHYTHMS]
  const period = periodOf(rhythm, found.value.end)
  const isAgainst =
    /[和与跟同比较]$/.test(text.slice(0, found.start)) &&
    /^的?(?:情况)?(?:相?比|对比|比较|有|$)/.test(text.slice(found.end))
  return isAgainst ? shiftPeriod(period, 1) : period
}
