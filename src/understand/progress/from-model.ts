import type { Heard, Reading, TaskUpdate } from '../../domain/heard.ts'
import type { ReportDraft } from '../../llm/report-schema.ts'
import { findDates } from '../../text/dates.ts'
import { checkedValue } from './draft/check-value.ts'
import { mergeUpdates } from './draft/draft.ts'
import { type Told, toldFigures } from './figure/context.ts'
import { findFigures } from './figure/figures.ts'
import { type Fitted, fitUnit } from './figure/fit-unit.ts'
import { bare } from './heard-as.ts'
import type { HearContext, LedgerTask, OwnMetric } from './ledger.ts'
import { plainMessage } from './plain.ts'
import { assumed } from './wording.ts'

export interface Drafted {
  readonly said: string
  readonly draft: ReportDraft
  /** The tasks the model was given, in that order. */
  readonly tasks: readonly LedgerTask[]
  readonly context: HearContext
}

/**
 * The rules' reading, with what a model read of the rest and the person's own words bear out: a value stands as a figure
 * in the message, in a unit of the metric, not as target, plan or part; a finish is a day said. It changes nothing the rules
 * read, and each thing taken from it is said in `assumptions`.
 */
export function withModelReading(heard: Heard, drafted: Drafted): Heard {
  const text = plainMessage(drafted.said)
  const free = unusedFigures(heard, text, drafted.context)
  const taken = drafted.draft.updates.flatMap((update) => {
    const task = drafted.tasks[update.task - 1]
    return task === undefined ? [] : [checkedUpdate(task, update, { heard, text, free, drafted })]
  })
  const found = taken.filter((t) => t.notes.length > 0)
  if (found.length === 0) return heard
  const read = found.flatMap((t) => t.words)
  const isRead = (words: string): boolean => read.includes(words)
  return {
    ...heard,
    kind: heard.kind === 'chat' ? 'progress' : heard.kind,
    updates: mergeUpdates(
      heard.updates,
      found.map((t) => t.update),
    ),
    unread: heard.unread.filter((words) => !isRead(words)),
    assumptions: [
      ...heard.assumptions.filter((note) => !read.some((words) => note.includes(`“${words}”`))),
      ...found.flatMap((t) => t.notes),
    ],
    trace: [...heard.trace, 'model: a report, checked against the words'],
  }
}

/** Figures said as values that no reading of the rules has taken. */
function unusedFigures(heard: Heard, text: string, { today }: HearContext): Told[] {
  const left = toldFigures(text, findFigures(text, [], today)).told.filter(
    (t) => t.role === 'value' && !t.partOf && t.figure.value.max === null,
  )
  for (const { value } of heard.updates.flatMap((u) => u.readings)) {
    const at = left.findIndex((t) => scales(t.figure.value.value, t.figure.value.unit).includes(value))
    if (at >= 0) left.splice(at, 1)
  }
  return left
}

/** 5.2 of 5.2万人 may have been written down as 52000. */
const scales = (value: number, unit: string): number[] => {
  const times = unit.startsWith('万亿') ? 1e12 : unit.startsWith('亿') ? 1e8 : unit.startsWith('万') ? 1e4 : 1
  return [value, Number((value * times).toPrecision(12))]
}

interface Checking {
  readonly heard: Heard
  readonly text: string
  readonly free: readonly Told[]
  readonly drafted: Drafted
}

interface Checked {
  readonly update: TaskUpdate
  readonly notes: readonly string[]
  /** Words now read. */
  readonly words: readonly string[]
}

function checkedUpdate(
  task: LedgerTask,
  update: ReportDraft['updates'][number],
  { heard, text, free, drafted }: Checking,
): Checked {
  const known = heard.updates.find((u) => u.task.id === task.id)
  const values = update.readings.flatMap((reading) => {
    const metric = task.metrics.find((m) => m.name === reading.metric)
    const fresh = metric !== undefined && !known?.readings.some((r) => r.metric === metric.name)
    return fresh ? (borneOut(reading.value, reading.unit ?? '', metric, free) ?? []) : []
  })
  const readings: Reading[] = values.map(({ metric, fitted }) => ({
    metric: metric.name,
    value: fitted.value,
    unit: fitted.unit,
  }))
  const finish = known?.expectedFinish
    ? null
    : dayBorneOut(update.expectedFinish ?? null, text, drafted.context)
  return {
    update: { ...bare(task, text), readings, expectedFinish: finish },
    words: values.map((v) => v.told.figure.text),
    notes: [
      ...values.flatMap((v) => [
        assumed.byModel(v.metric.name, `${v.fitted.value}${v.fitted.unit}`),
        ...checkedValue(
          { ...v, saidUnit: v.told.figure.value.unit },
          lastOf(task, v.metric, drafted.context),
        ),
      ]),
      ...(finish === null ? [] : [assumed.byModel('预计完成', finish)]),
    ],
  }
}

const lastOf = (task: LedgerTask, metric: OwnMetric, { last }: HearContext) =>
  last.find((l) => l.taskId === task.id && l.metric === metric.name) ?? null

interface Borne {
  readonly metric: OwnMetric
  readonly fitted: Fitted
  readonly told: Told
}

/** The figure of the message that is this value of the metric; null when the person said no such thing. */
function borneOut(value: number, unit: string, metric: OwnMetric, free: readonly Told[]): Borne | null {
  const claimed = fitUnit({ ...EXACT, value, unit }, metric)
  if (claimed === null) return null
  for (const told of free) {
    const fitted = fitUnit(told.figure.value, metric)
    if (fitted !== null && fitted.base === claimed.base) return { metric, fitted, told }
  }
  return null
}

const EXACT = { max: null, about: false, bound: false, limit: false } as const

const dayBorneOut = (day: string | null, text: string, { today }: HearContext): string | null =>
  day !== null && day >= today && findDates(text, { today, year: null }).some((d) => d.value.end === day)
    ? day
    : null
