import { type LightTally, TROUBLE } from '../../domain/light.ts'
import type { Light } from '../../domain/message.ts'
import { periodName } from '../../domain/period.ts'
import type { Progress } from '../../domain/progress.ts'
import type { Day } from '../../domain/span.ts'
import type { TaskStanding } from '../../domain/standing.ts'
import { readingsOf, readingWords } from '../../report/figures.ts'
import { reasonWords, stateName } from '../../report/reasons.ts'
import { oneLine, percent, shortDay, shortened, unended } from '../../report/words.ts'

/** Sentences about one task's progress. Plain functions of facts. */

export const LIGHT_NAMES: Readonly<Record<Light, string>> = {
  red: '红灯',
  amber: '黄灯',
  green: '绿灯',
  none: '未亮灯',
}

/** 🟢绿灯7项　🟡黄灯3项　🔴红灯1项　⚪未亮灯1项 */
export function tallyLine({ green, amber, red, none }: LightTally): string {
  const grey = none === 0 ? '' : `　⚪未亮灯${none}项`
  return `🟢绿灯${green}项　🟡黄灯${amber}项　🔴红灯${red}项${grey}`
}

/** What is wrong with the task itself, in a few words: 落后序时71个百分点; else why its light is on. */
export function troubleWords(standing: TaskStanding, today: Day): string {
  const { reason, reasons = [reason] } = standing
  const own = reasons.find(({ kind }) => TROUBLE.includes(kind)) ?? reason
  return reasonWords({ ...standing, reason: own, reasons: [own] }, today)
}

const SILENCE = '还没有进展'

/** 商业航线8/10条（80%），序时97%，落后序时17个百分点；11月10日报: the task in one line. */
export function standingLine(standing: TaskStanding, today: Day): string {
  const { report, reason, reasons = [reason], light } = standing
  const measured = readingsOf(standing, 3)
  const said = measured === '' ? wordsOf(standing) : `${measured}${paceWords(standing)}`
  const lit = light === 'red' || light === 'amber' ? reasons : []
  const words = lit.map((one) => reasonWords({ ...standing, reason: one, reasons: [one] }, today))
  const why = [...new Set(words)].map((one) => `，${one}`).join('')
  return `${said}${why}${report === null ? '' : `；${reportedOn(report, today)}`}`
}

/** The state, and what was said where no figure was. */
function wordsOf(standing: TaskStanding): string {
  const state = stateName(standing, SILENCE)
  const text = standing.report?.text ?? ''
  return text === '' ? state : `${state}：${unended(shortened(text, 60))}`
}

/** The task's pace; a target with a year of its own has another, which the reason tells. */
function paceWords({ pace, state, metrics }: TaskStanding): string {
  const own = metrics.some((metric) => metric.last !== null && metric.period !== null)
  return pace === null || own || state === 'closed' || state === 'done' ? '' : `，序时${percent(pace)}`
}

/** 11月10日报，待审核 */
function reportedOn({ reportedOn: on, review, late }: Progress, today: Day): string {
  const marks = [review === 'pending' ? '待审核' : '', late ? '迟报' : '']
  return [`${shortDay(on, today)}报`, ...marks.filter((mark) => mark !== '')].join('，')
}

/** 黄灯：落后序时17个百分点（商业航线8/10条（80%），应完成97%）。The light of a task with what it was made of. */
export function whyLine(standing: TaskStanding, today: Day): string {
  const { light, reason } = standing
  const name = LIGHT_NAMES[light]
  switch (reason.kind) {
    case 'behind':
      return `${name}：落后序时${reason.points}个百分点（${behindOf(standing, reason)}）。`
    case 'over':
      return `${name}：${readingOf(standing, reason.metric)}，超出控制目标${reason.points}%。`
    case 'overdue':
      return `${name}：${dueWords(standing, today)}，已过${reason.days}天，还没有报办结。`
    case 'finishLate':
      return `${name}：报送预计${shortDay(reason.finish, today)}完成，比时限晚${reason.days}天。`
    case 'reportDue':
      return `${name}：进展要在${shortDay(reason.dueOn, today)}前报送，${soon(reason.workingDays)}，还没有报。`
    case 'reportLate':
      return `${name}：进展应在${shortDay(reason.dueOn, today)}前报送，逾期未报。`
    case 'blocked':
      return `${name}：报送为推进受阻。`
    case 'onPace':
      return `${name}：达到序时进度${detailOf(standing)}。`
    case 'done':
    case 'closed':
      return `${name}：${reasonWords(standing, today)}。`
    case 'unknown':
      return standing.report === null
        ? `${name}：还没有收到可以公开的进展，暂不判断。`
        : `${name}：报送里没有可以和目标相比的数，暂不判断。`
  }
}

/** How lights are given, for whoever asks why. */
export const LIGHT_RULE =
  '亮灯规则：落后序时超过10个百分点、受阻、预计超期或3个工作日内应报未报为黄灯；逾期或落后超过30个百分点为红灯；有多个指标的看最慢的一个。'

const soon = (days: number): string => (days === 0 ? '今天到期' : `还剩${days}个工作日`)

const dueWords = ({ dueOn }: TaskStanding, today: Day): string =>
  dueOn === null ? '完成时限' : `完成时限${shortDay(dueOn, today)}`

const readingOf = ({ metrics }: TaskStanding, name: string): string => {
  const metric = metrics.find((m) => m.name === name && m.last !== null)
  return (metric === undefined ? null : readingWords(metric)) ?? name
}

function behindOf(
  standing: TaskStanding,
  { metric: name, points }: { metric: string; points: number },
): string {
  if (name === '') return `报送为尚未启动，应完成${points}%`
  const metric = standing.metrics.find((m) => m.name === name && m.last !== null)
  const expected = metric?.share == null ? '' : `，应完成${Math.round(metric.share * 100) + points}%`
  return `${readingOf(standing, name)}${expected}`
}

function detailOf(standing: TaskStanding): string {
  const measured = readingsOf(standing, 3)
  return measured === '' ? '' : `（${measured}${paceWords(standing)}）`
}

/** 市交通运输局2026年第三季度（10月15日报）：推进中。按计划推进。 One report in full. */
export function reportLine(report: Progress, today: Day): string {
  const said = unended(oneLine(report.text))
  const figures = report.readings.filter(({ value }) => !said.includes(String(value)))
  const parts = [
    stateName({ state: report.state, report }, ''),
    report.unchanged ? '无变化' : '',
    figures.map(({ metric, value, unit }) => `${metric}${value}${unit}`).join('，'),
    said,
    report.expectedFinish === null ? '' : `预计${shortDay(report.expectedFinish, today)}完成`,
  ]
  const told = parts.filter((part) => part !== '').join('；')
  return `${report.unit} ${periodName(report.period)}（${reportedOn(report, today)}）：${told}。`
}

/** 困难：…；需协调：…; '' where none is named, or none may be seen. */
export function troubleLine({ difficulty, help }: Progress): string {
  const parts = [
    difficulty === null ? '' : `困难：${unended(difficulty)}`,
    help === null ? '' : `需协调：${unended(help)}`,
  ]
  return parts.filter((part) => part !== '').join('；')
}
