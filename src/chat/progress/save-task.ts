import { FORM_TARGETS } from '../../cards/progress/form-card.ts'
import type { ReportDraft } from '../../domain/draft.ts'
import { type Heard, REPORTED_STATES, type Reading, type TaskUpdate } from '../../domain/heard.ts'
import type { Day } from '../../domain/span.ts'
import { findFigures } from '../../understand/progress/figure/figures.ts'
import { fitUnit } from '../../understand/progress/figure/fit-unit.ts'
import { bare } from '../../understand/progress/heard-as.ts'
import type { LedgerTask, OwnMetric } from '../../understand/progress/ledger.ts'
import { plainMessage } from '../../understand/progress/plain.ts'
import { dayIn, type TapTurn } from './tools.ts'

interface Saved {
  readonly body: ReportDraft
  /** What could not be taken, in Chinese. */
  readonly unread: readonly string[]
}

type Form = Readonly<Record<string, string>>

/** The form of one task laid over the draft. A field the card did not show is left as it was; one emptied is emptied. */
export function savedTask(
  turn: TapTurn,
  body: ReportDraft,
  { task, originId }: { readonly task: LedgerTask; readonly originId: number },
): Saved {
  const { form } = turn.event
  const old = body.heard.updates.find((u) => u.task.id === task.id)
  const { readings, unread } = readingsIn(form, task, { old: old?.readings ?? [], today: turn.today })
  const update = updateFrom(form, old ?? bare(task, ''), readings)
  const rest = body.heard.updates.filter((u) => u.task.id !== task.id)
  const kept = says(update) ? inPlace(body.heard.updates, update, rest) : rest
  const adopted = Object.fromEntries(Object.entries(body.adopted).filter(([id]) => id !== String(originId)))
  const asked = body.asked.includes(originId) ? body.asked : [...body.asked, originId]
  const heard = withoutAsked({ ...body.heard, updates: kept }, old)
  return { body: { ...body, heard, adopted, asked }, unread }
}

/** Whoever fills in the form of a task has answered what was asked about its words. */
function withoutAsked(heard: Heard, old: TaskUpdate | undefined): Heard {
  const answered = heard.unread.filter((words) => old?.text.includes(words))
  return {
    ...heard,
    unread: heard.unread.filter((words) => !answered.includes(words)),
    assumptions: heard.assumptions.filter((note) => !answered.some((words) => note.includes(`“${words}”`))),
  }
}

function inPlace(
  all: readonly TaskUpdate[],
  update: TaskUpdate,
  rest: readonly TaskUpdate[],
): readonly TaskUpdate[] {
  const known = all.some((u) => u.task.id === update.task.id)
  return known ? all.map((u) => (u.task.id === update.task.id ? update : u)) : [...rest, update]
}

const says = (u: TaskUpdate): boolean =>
  u.readings.length > 0 ||
  u.state !== null ||
  u.noChange ||
  [u.text, u.difficulty ?? '', u.help ?? '', u.expectedFinish ?? ''].some((words) => words !== '')

function updateFrom(form: Form, old: TaskUpdate, readings: readonly Reading[]): TaskUpdate {
  const words = (name: string, before: string | null): string | null =>
    form[name] === undefined ? before : form[name].trim() === '' ? null : form[name].trim().slice(0, 1000)
  const state = words('state', old.state)
  const finish = words('finish', old.expectedFinish)
  return {
    ...old,
    readings,
    text: words('text', old.text) ?? '',
    state: REPORTED_STATES.find((s) => s === state) ?? null,
    expectedFinish: dayIn(finish),
    difficulty: words('difficulty', old.difficulty),
    help: words('help', old.help),
    noChange: old.noChange && readings.length === 0,
  }
}

function readingsIn(
  form: Form,
  task: LedgerTask,
  { old, today }: { readonly old: readonly Reading[]; readonly today: Day },
): { readonly readings: readonly Reading[]; readonly unread: readonly string[] } {
  const readings: Reading[] = []
  const unread: string[] = []
  for (const [i, metric] of task.metrics.entries()) {
    const said = i < FORM_TARGETS ? form[`m${i}`] : undefined
    const kept = old.find((r) => r.metric === metric.name)
    const read =
      said === undefined ? (kept ?? null) : said.trim() === '' ? null : figureIn(said, metric, today)
    if (read !== null) readings.push(read)
    else if (said !== undefined && said.trim() !== '')
      unread.push(`“${metric.name}”填的“${said.slice(0, 30)}”没看懂，请只填数，例如 8 或 1.2万。`)
  }
  return { readings, unread }
}

const NEGATIVE = /^(?:[-−－–]|负)\s*(?=[\d一二两三四五六七八九十])/

/** -2.5 too: a growth may be negative, and what may not is asked about. 8, 8条, 八条, 1.2万: one figure that fits the metric and nothing else. */
export function figureIn(said: string, metric: OwnMetric, today: Day): Reading | null {
  const text = plainMessage(said).replace(NEGATIVE, '')
  const sign = NEGATIVE.test(plainMessage(said)) ? -1 : 1
  const [only, ...others] = findFigures(text, [], today).figures
  if (only === undefined || others.length > 0) return null
  const left = `${text.slice(0, only.start)}${text.slice(only.end)}`.replace(/[约达已共，。 ]/g, '')
  const fitted = left.length > 2 ? null : fitUnit(only.value, metric)
  return fitted && { metric: metric.name, value: sign * fitted.value, unit: fitted.unit }
}
