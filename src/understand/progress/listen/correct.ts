import type { Day } from '../../../domain/span.ts'
import { isOf } from '../assign/own-words.ts'
import { baseOf } from '../base.ts'
import { contentOf } from '../clauses.ts'
import { checkedValue } from '../draft/check-value.ts'
import { type Told, toldFigures } from '../figure/context.ts'
import { findFigures } from '../figure/figures.ts'
import { fitUnit } from '../figure/fit-unit.ts'
import { uncorrected } from '../kind/correct-words.ts'
import type { LastReading, LedgerTask, OwnMetric } from '../ledger.ts'
import type { Memory } from '../memory.ts'
import { type Report, readReport } from '../read-report.ts'
import type { ReportContext } from '../said.ts'
import { asks } from '../wording.ts'
import { atPlace, metricOf, silent, swapped } from './correct-place.ts'

const NAMELESS =
  /(?:要|得)?(?:去掉|剔除|扣除|扣掉|减掉)|(?:公里|[条家个座名场人户台辆件])数|正确|准确|错|口误|笔误|手误|手滑|更正|纠正|订正|改|应该?是|应为|数据|数字|口径|小数点|哈|前面|刚刚|上午|早上|昨天|之前|那个数|那个|这个|那条|上一条|填|打|写|发|刚|重报|重新|说|是/g

/** A correction: the new figure, of the metric named, else of what was reported last. */
export function correctionOf(text: string, how: ReportContext, memory: Memory): Report {
  const report = ofTheLast(text, twinInTalk(text, readReport(text, { ...how, focus: [] }), how), how)
  if (tells(report)) return memory.latest.some((l) => how.last.includes(l)) ? withoutJumps(report) : report
  const placed = report.named ? null : (swapped(text, how, memory) ?? atPlace(text, how, memory))
  if (placed !== null) return { ...report, ...placed }
  const bare = uncorrected(text)
  const value = toldFigures(bare, findFigures(bare, [], how.today))
    .told.filter((t) => t.role === 'value' || t.role === 'plan')
    .at(-1)
  const silence = { ...report, entries: how.focus.map(silent), notes: [], unread: [] }
  if (value === undefined) return report.entries.length > 0 ? report : silence
  const again = report.named ? report : inPlaceOf(value, report, { text, bare, how, memory })
  if (tells(again)) return again
  const plainly = readReport(bare, { ...how, focus: [] })
  if (tells(plainly)) return plainly
  return again.entries.length > 0 ? again : silence
}

/** 经理人改成966名: of two tasks of one such metric the one that was talked of. */
function twinInTalk(text: string, report: Report, how: ReportContext): Report {
  const elsewhere = report.entries.some((e) => e.readings.length > 0 && !how.focus.includes(e.task))
  if (report.named || how.focus.length === 0 || !elsewhere) return report
  const talked = readReport(text, { ...how, focus: [], pool: { ...how.pool, tasks: how.focus } })
  return tells(talked) ? talked : report
}

/** 刚才那个数领导没签字，先别用: what is pointed back to is no other task, whatever the words. */
function ofTheLast(text: string, report: Report, { focus }: ReportContext): Report {
  const elsewhere = !report.entries.some((e) => focus.includes(e.task))
  return focus.length > 0 && !report.named && !tells(report) && elsewhere && POINTS_BACK.test(text)
    ? { ...report, entries: [], notes: [], unread: [] }
    : report
}

const POINTS_BACK =
  /(?:刚才|刚刚|前面|上面|上午|昨天|之前)(?:的|那|报|发|填)|上一?[条个次]|那条|那个数|这条|这个数/

const tells = ({ entries }: Report): boolean => entries.some((e) => e.readings.length > 0)

interface Correcting {
  readonly text: string
  /** The text without the words of correcting. */
  readonly bare: string
  readonly how: ReportContext
  readonly memory: Memory
}

/** A figure without a name takes the place of the one value of the report before that it fits; else it is asked about. */
function inPlaceOf(value: Told, report: Report, { text, bare, how, memory }: Correcting): Report {
  const among = how.pool.tasks.flatMap((task) =>
    memory.latest.filter((l) => l.taskId === task.id).flatMap((last) => metricOf(task, last)),
  )
  const fitting = among.filter(({ metric }) => fitUnit(value.figure.value, metric) !== null)
  const denied = fitting.filter((f) => isOld(f, { report, text, value, today: how.today }))
  const [chosen, ...others] = denied.length > 0 ? denied : called(bare, fitting, how)
  const named = chosen !== undefined && value.names.some((n) => isOther(n, chosen, how))
  const fitted = chosen && fitUnit(value.figure.value, chosen.metric)
  if (!chosen || !fitted || others.length > 0 || named) return askedWhich(value, report, { fitting, how })
  const { task, metric } = chosen
  const taken = { metric, fitted, saidUnit: value.figure.value.unit }
  const reading = { metric: metric.name, value: fitted.value, unit: fitted.unit }
  const bases = [baseOf(chosen, fitted.base)]
  return {
    ...report,
    notes: checkedValue(taken, recorded(chosen, how.last, memory)),
    unread: [],
    entries: [{ ...silent(task), readings: [reading], bases, text: bare }],
  }
}

/** 7280打反了，应为7820: another figure of the message is the value told before. */
function isOld(
  { metric, last }: { readonly metric: OwnMetric; readonly last: LastReading },
  { report, text, value, today }: { report: Report; text: string; value: Told; today: Day },
): boolean {
  const others = findFigures(text, [], today).figures.filter(
    (f) => f.text !== value.figure.text && !RIGHT.test(text.slice(f.end)),
  )
  return (
    report.denied.includes(last.value) || others.some((f) => fitUnit(f.value, metric)?.base === last.value)
  )
}

/** 88个是对的，805有问题. */
const RIGHT = /^[元个家条项名]?(?:是|都|也)?(?:对(?!不)|没问题|没错|不变|正确|不动)/

/** 治理类写串行了，应是913: of several the one whose name is said; all of them where none is. */
function called<T extends { readonly task: LedgerTask; readonly metric: OwnMetric }>(
  text: string,
  among: readonly T[],
  { matcher }: ReportContext,
): readonly T[] {
  const [best] = matcher.metrics(text.replace(/\d+/g, ''), [...new Set(among.map((a) => a.task))])
  const named = among.filter((a) => best !== undefined && best.score >= NAMED && a.metric === best.metric)
  return named.length > 0 ? named : among
}

const NAMED = 0.3

function askedWhich(
  { figure }: Told,
  report: Report,
  { fitting, how }: { fitting: readonly { metric: OwnMetric }[]; how: ReportContext },
): Report {
  const names = fitting.map((f) => f.metric.name)
  return {
    ...report,
    entries: how.focus.map(silent),
    unread: [figure.text],
    notes: [asks.whichMetric(figure.text, names)],
  }
}

/** Words, and not those of the metric or its task: the figure is of something else. */
function isOther(
  name: string,
  { task, metric }: { task: LedgerTask; metric: OwnMetric },
  how: ReportContext,
): boolean {
  const said = name.replace(NAMELESS, '')
  if (contentOf(said).length < 2 || isOf(said, task)) return false
  return !how.matcher.metrics(said, [task]).some((m) => m.metric === metric)
}

/** A corrected figure may well be far off the one it takes the place of. */
const withoutJumps = (report: Report): Report => ({
  ...report,
  notes: report.notes.filter((n) => !/比上次的|是上次（/.test(n)),
})

/** The value on record, unless it is the very one that is put right. */
function recorded(
  { task, metric }: { task: LedgerTask; metric: OwnMetric },
  last: readonly LastReading[],
  memory: Memory,
): LastReading | null {
  const before = last.find((l) => l.taskId === task.id && l.metric === metric.name)
  return before === undefined || memory.latest.includes(before) ? null : before
}
