import type { Draft, ReportDraft } from '../../domain/draft.ts'
import type { DraftView, ItemView, Statement, TaskLabel } from '../../domain/draft-view.ts'
import type { Heard, TaskUpdate } from '../../domain/heard.ts'
import type { Progress } from '../../domain/progress.ts'
import type { Day } from '../../domain/span.ts'
import type { LedgerTask } from '../../understand/progress/ledger.ts'
import { figuresOf } from './figures.ts'
import { fittedValue } from './fitted.ts'
import type { Ground } from './ground.ts'
import { hintsOf } from './hints.ts'
import { openNotes } from './notes.ts'
import { type Due, duePeriod } from './period.ts'
import { questionsOf, withOwnWords } from './questions.ts'
import { isBare, saysNothingElse, wordsBeside } from './telling.ts'

/** A draft as it stands now, beside all that is known of its tasks. Pure. */
export function viewOf(draft: Draft<ReportDraft>, ground: Ground, today: Day): DraftView {
  const open = questionsOf(draft.body.heard, ground, today)
  const body = { ...draft.body, heard: withOwnWords(draft.body.heard, open, ground) }
  const items = draftTasks(body, ground).map((place) =>
    itemOf(place, { draft: { ...draft, body }, ground, today }),
  )
  const inDraft = new Set(items.flatMap((i) => (i.empty ? [] : [i.task.originId])))
  const periods = new Set(items.map((i) => i.period))
  const { unread, notes } = openNotes(body.heard, items)
  return {
    id: draft.id,
    revision: draft.revision,
    unit: body.unit,
    today,
    items,
    said: body.said.at(-1)?.text ?? '',
    unread,
    notes,
    questions: open.filter(({ note }) => notes.includes(note)),
    loose: body.evidence.filter((e) => e.task === null || !inDraft.has(e.task)),
    owed: owedTasks(ground, periods).filter((t) => !inDraft.has(t.originId)),
  }
}

interface Place {
  readonly task: LedgerTask
  readonly originId: number
  /** null: asked for, nothing said yet. */
  readonly update: TaskUpdate | null
}

/** What was said, then what was asked for and not yet said. */
function draftTasks(body: ReportDraft, ground: Ground): Place[] {
  const placed = (id: number): LedgerTask | undefined => taskOfOrigin(ground, id)
  const said = body.heard.updates.flatMap((update) => {
    const originId = ground.origins.get(update.task.id)
    const task = ground.tasks.find((t) => t.id === update.task.id)
    return task && originId !== undefined ? [{ task, originId, update }] : []
  })
  const asked = body.asked.flatMap((originId) => {
    const task = said.some((s) => s.originId === originId) ? undefined : placed(originId)
    return task ? [{ task, originId, update: null }] : []
  })
  return [...said, ...asked]
}

/** The current version of a task. */
export const taskOfOrigin = (
  ground: Pick<Ground, 'tasks' | 'origins'>,
  originId: number,
): LedgerTask | undefined => ground.tasks.find((t) => ground.origins.get(t.id) === originId)

export function labelOf(task: LedgerTask, originId: number): TaskLabel {
  const { document, path, no, part, title, text } = task
  return { originId, document, path, no, part, title, text }
}

interface Around {
  readonly draft: Draft<ReportDraft>
  readonly ground: Ground
  readonly today: Day
}

function itemOf({ task, originId, update }: Place, { draft, ground, today }: Around): ItemView {
  const { body } = draft
  const all = ground.reports.filter((r) => r.taskId === originId)
  const own = all.filter((r) => r.unitId === body.unitId)
  const due = duePeriod(originId, { ...ground, reports: own, today })
  const before = own.filter((r) => r.period !== due.period)
  const prior = own.find((r) => r.period === due.period) ?? null
  const lead = ground.leads.has(task.id)
  const statements = lead ? statementsOf(all, body.unitId, due) : []
  const evidence = body.evidence.filter((e) => e.task === originId).map((e) => e.name)
  const figures = figuresOf(task, update?.readings ?? [], {
    own,
    before,
    insisted: body.insisted.filter((i) => i.task === originId),
  })
  const adopted = statements.find((s) => s.progressId === body.adopted[String(originId)]) ?? null
  const item = {
    task: labelOf(task, originId),
    targets: task.metrics,
    capacity: lead ? ('lead' as const) : ('responsible' as const),
    ...due,
    figures,
    noChange: update?.noChange ?? false,
    wordless: wordless(update, before[0]),
    standing: task.metrics.flatMap((m) => standingOf(m, own)),
    state: update?.state ?? null,
    expectedFinish: update?.expectedFinish ?? null,
    text: update?.text ?? '',
    difficulty: update?.difficulty ?? null,
    help: update?.help ?? null,
    prior,
    kept: keptReadings(prior, figures),
    other: otherOf(own, ground.context.viewer.name, due),
    statements,
    adopted,
    evidence,
    empty:
      update === null ||
      (saysNothing(update, body.heard, body.asked.includes(originId)) &&
        evidence.length === 0 &&
        adopted === null),
  }
  return { ...item, hints: hintsOf(item, before[0] ?? null) }
}

/** A task was meant and nothing of it understood, or all that is said is asked about: never written. */
function saysNothing(update: TaskUpdate, heard: Heard, filled: boolean): boolean {
  const { state, text } = update
  if (!isBare(update)) return false
  // 推进中 alone counts where it was chosen on a form: of words it is only what they are taken for.
  if (text.trim() === '') return state === null || !filled
  const asked = [...heard.unread, ...heard.assumptions.flatMap(quotedIn)]
  return asked.some((words) => text.includes(words)) ? wordsBeside(text, asked) === '' : saysNothingElse(text)
}

/**
 * “120%”说的是比例，没有实际数，请问累计完成多少？: the words a question is about. Names of metrics beside a figure are not.
 */
function quotedIn(note: string): string[] {
  if (!/请问|？/.test(note)) return []
  const quoted = [...note.matchAll(/“(?<words>[^”]+)”/g)].map((m) => m.groups?.words ?? '')
  return /请问是哪一项/.test(note) ? quoted.slice(0, 1) : quoted.filter((words) => FIGURED.test(words))
}

const FIGURED = /\d|[一二两三四五六七八九十百千万亿半]/

/** Readings of this period's report that the draft does not touch. */
const keptReadings = (prior: Progress | null, figures: ItemView['figures']): ItemView['kept'] =>
  (prior?.readings ?? []).filter((r) => !figures.some((f) => f.target.name === r.metric))

/** A second 无变化 running without a word. */
const wordless = (update: TaskUpdate | null, before: Progress | undefined): boolean =>
  update?.noChange === true && update.text.trim() === '' && before?.unchanged === true && before.text === ''

export function standingOf(metric: LedgerTask['metrics'][number], reports: readonly Progress[]) {
  for (const report of reports) {
    const reading = report.readings.find((r) => r.metric === metric.name)
    const value = reading ? fittedValue(reading, metric) : null
    if (value !== null) return [{ metric: metric.name, value, unit: metric.unit, period: report.period }]
  }
  return []
}

function otherOf(own: readonly Progress[], name: string, { period }: Due): ItemView['other'] {
  const standing = own.find((r) => r.period === period)
  if (standing === undefined || standing.person === name) return null
  return { person: standing.person ?? '同事', at: standing.reportedAt.toISOString() }
}

function statementsOf(reports: readonly Progress[], unitId: number, { period }: Due): Statement[] {
  return reports
    .filter((r) => r.unitId !== unitId && r.capacity === 'responsible' && r.period === period)
    .map((r) => ({ progressId: r.id, unit: r.unit, on: r.reportedOn, readings: r.readings, text: r.text }))
}

/** Tasks still asked for in these periods; of the earliest request where the draft has none. */
function owedTasks(ground: Ground, periods: ReadonlySet<string>): TaskLabel[] {
  const requests = ground.requests.filter((r) => r.kind === 'progress' && periods.has(r.period))
  const ids = new Set(
    requests.flatMap((r) => r.tasks.filter((t) => t.state === 'asked').map((t) => t.taskId)),
  )
  return [...ids].flatMap((id) => {
    const task = taskOfOrigin(ground, id)
    return task ? [labelOf(task, id)] : []
  })
}
