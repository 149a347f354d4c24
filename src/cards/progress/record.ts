import type { TaskLabel } from '../../domain/draft-view.ts'
import type { Block, Message, Row } from '../../domain/message.ts'
import type { Progress } from '../../domain/progress.ts'
import type { AskedSoFar, RecordAsked } from '../../domain/record.ts'
import type { Day } from '../../domain/span.ts'
import { shortDay } from '../../report/words.ts'
import { KIND_NAMES } from '../remind/reminder.ts'
import { readingsWords } from './figures.ts'
import { dayWords, momentWords, reportName, STATE_NAMES, taskName, taskNames } from './naming.ts'
import { brief, say, text } from './say.ts'
import { statedWords } from './statements.ts'

/** A report as its asker may see it. */
export interface ToldReport {
  readonly progress: Progress
  readonly task: TaskLabel
  /** With who said and judged it, difficulties and files; else the confirmed figures alone. */
  readonly whole: boolean
  readonly evidence: readonly string[]
}

export interface RecordView {
  readonly of: RecordAsked
  readonly tasks: readonly TaskLabel[]
  readonly asked: readonly AskedSoFar[]
  /** Newest first. */
  readonly reports: readonly ToldReport[]
}

const HEADS: Readonly<Record<RecordAsked, string>> = {
  asked: '催报情况',
  judged: '审核情况',
  told: '报送情况',
  evidence: '佐证',
}

/** What was done about a task or a unit. */
export function recordCard(view: RecordView, today: Day): Message {
  const names = view.tasks.length === 0 ? '' : `${taskNames(view.tasks)} · `
  const blocks = view.of === 'asked' ? askedBlocks(view.asked, today) : reportBlocks(view, today)
  return say(`${names}${HEADS[view.of]}`, blocks)
}

/** For whom the doings are no concern. */
export const recordRefused = (of: RecordAsked): Message =>
  brief(HEADS[of], '催报情况只对本单位、牵头单位、分管领导和督查室开放。要了解，可联系督查室。', 'warn')

function askedBlocks(asked: readonly AskedSoFar[], today: Day): Block[] {
  if (asked.length === 0) return [text('还没有要过这方面的报送，一次也没有提醒过。')]
  const [first] = asked
  const rows = asked.map((one): Row => {
    const what = one.kind === 'progress' ? reportName(one.period, today) : KIND_NAMES[one.kind]
    const last = one.last === null ? '' : `，最近一次 ${shortDay(one.last, today)}`
    const pressed = one.pressed === 0 ? '' : `，其中督查室催办 ${one.pressed} 次`
    return {
      lead: `${one.unit} ${what}`,
      text: one.times === 0 ? '没有提醒过' : `提醒 ${one.times} 次${pressed}${last}`,
      small: `${shortDay(one.dueOn, today)}到期，${one.state === 'answered' ? '已报' : '未报完'}`,
    }
  })
  const head = first && asked.length === 1 ? [text(`${first.unit}这期提醒了 **${first.times}** 次。`)] : []
  return [...head, { kind: 'rows', rows, pageSize: rows.length }]
}

function reportBlocks({ of, reports, tasks }: RecordView, today: Day): Block[] {
  const shown = of === 'evidence' ? reports.filter(({ evidence }) => evidence.length > 0) : reports
  if (shown.length === 0) return [text(NOTHING[of])]
  const several = tasks.length > 1
  return [
    ...focus(of, shown[0], today),
    { kind: 'rows', rows: shown.map((one) => rowOf(one, several, today)), pageSize: shown.length },
  ]
}

const NOTHING: Readonly<Record<RecordAsked, string>> = {
  asked: '还没有提醒过。',
  judged: '还没有能看到的报送，也就没有审核。',
  told: '还没有报过；还没审核的报送只有本单位、牵头单位、分管领导和督查室能看到。',
  evidence: '没有能看到的佐证；佐证只对本单位、牵头单位、分管领导和督查室开放。',
}

/** The one thing that was asked, of the newest report. */
function focus(of: RecordAsked, one: ToldReport | undefined, today: Day): Block[] {
  if (one === undefined || of === 'evidence') return []
  const { progress, task, whole } = one
  const what = `${taskName(task)} ${progress.unit} ${reportName(progress.period, today)}`
  if (of === 'judged') return [text(`${what}：**${judgement(progress)}**`)]
  const who = whole && progress.person !== null ? `，${progress.person}报` : ''
  return [text(`最近一次是${dayWords(progress.reportedOn, today)}（${what}${who}）。`)]
}

function judgement({ review, reviewedBy, reviewNote, capacity }: Progress): string {
  if (review === 'confirmed') return `${reviewedBy ?? '督查室'} 审核通过`
  if (review === 'returned') return `${reviewedBy ?? '督查室'} 退回${reviewNote ? `：${reviewNote}` : ''}`
  return capacity === 'responsible' ? '责任单位的情况，由牵头单位采用' : '还没有审核'
}

function rowOf({ progress, task, whole, evidence }: ToldReport, several: boolean, today: Day): Row {
  const who = whole && progress.person !== null ? `${progress.person} ` : ''
  const plain = [
    readingsWords(progress.readings),
    progress.state === null ? '' : `状态：${STATE_NAMES[progress.state]}`,
  ].filter((words) => words !== '')
  return {
    lead: `${several ? `${taskName(task)} ` : ''}${progress.unit} ${reportName(progress.period, today)}`,
    text: (whole ? statedWords(progress) : plain.join('；')) || '（没有内容）',
    small: [
      `${who}${momentWords(progress.reportedAt)} 报${progress.late ? '（迟报）' : ''}，${judgement(progress)}${progress.supersededAt === null ? '' : '（后有更正）'}`,
      evidence.length === 0 ? '' : `佐证：${evidence.join('、')}`,
    ]
      .filter((words) => words !== '')
      .join('\n'),
  }
}
