import type {
  CompletionRow,
  ContactRow,
  FormMetric,
  FormTask,
  HandlingPlanRow,
  PlanStep,
  UnreadCell,
} from '../../src/domain/form.ts'
import type { FormField } from '../../src/domain/form-columns.ts'
import type { Day } from '../../src/domain/span.ts'
import { type CellReading, readDay, readState, readValue } from './cells.ts'
import type { Entry, Line } from './entries.ts'

/** Rows read, what of them could not be, and tasks nothing was filled in for. */
export interface RowsRead<T> {
  readonly rows: readonly T[]
  readonly unread: readonly UnreadCell[]
  readonly blank: readonly FormTask[]
}

/** Takes a reading, or notes why there is none. */
type Take = <T>(line: Line, field: FormField, reading: CellReading<T>) => T | null

function noting(nameOf: (field: FormField) => string): {
  readonly take: Take
  readonly unread: UnreadCell[]
} {
  const unread: UnreadCell[] = []
  const take: Take = (line, field, reading) => {
    if ('value' in reading) return reading.value
    unread.push({ place: line.place, column: nameOf(field), text: line.words(field), reason: reading.reason })
    return null
  }
  return { take, unread }
}

export interface RowsContext {
  readonly today: Day
  /** As the file's own head names the column. */
  readonly nameOf: (field: FormField) => string
  readonly has: (field: FormField) => boolean
}

const orNull = (text: string): string | null => (text === '' ? null : text)

export function planRows(entries: readonly Entry[], { today }: RowsContext): RowsRead<HandlingPlanRow> {
  const rows = entries.map(({ task, lines }) => ({
    place: lines[0].place,
    task,
    unit: orNull(lines[0].words('unit')),
    steps: lines.map((line) => stepOf(line, today)).filter((s) => s !== null),
  }))
  return split(rows, (row) => row.steps.length > 0, [])
}

/** Words of the time limit are kept whatever they say (长期坚持), so nothing is lost where it is no day. */
function stepOf(line: Line, today: Day): PlanStep | null {
  const finish = readDay(line.cell('finish'), today)
  const step: PlanStep = {
    work: line.words('work'),
    measures: line.words('measures'),
    finishOn: 'value' in finish ? finish.value : null,
    finish: line.words('finish'),
    chief: line.words('chief'),
    handler: line.words('handler'),
    phone: line.words('phone'),
  }
  return OPEN_PLAN.some((field) => line.own(field) !== '') ? step : null
}

const OPEN_PLAN: readonly FormField[] = ['work', 'measures', 'finish', 'chief', 'handler', 'phone']

export function contactRows(lines: readonly Line[]): RowsRead<ContactRow> {
  const rows = lines.map((line) => ({
    place: line.place,
    unit: orNull(line.words('unit')),
    role: line.words('role'),
    name: line.words('name').replace(/\s+/g, ''),
    title: line.words('title'),
    officePhone: line.words('officePhone'),
    mobile: line.words('mobile'),
    note: line.words('note'),
  }))
  const isNamed = (row: ContactRow) => row.name !== ''
  const nameless = rows.filter((r) => !isNamed(r) && [r.role, r.title, r.officePhone, r.mobile].some(Boolean))
  const unread = nameless.map((r) => ({
    place: r.place,
    column: '姓名',
    text: [r.role, r.title, r.officePhone, r.mobile].filter(Boolean).join(' '),
    reason: '没有写姓名',
  }))
  return { rows: rows.filter(isNamed), unread, blank: [] }
}

export function completionRows(entries: readonly Entry[], context: RowsContext): RowsRead<CompletionRow> {
  const { take, unread } = noting(context.nameOf)
  const rows = entries.map(({ task, lines }): CompletionRow => {
    const first = (field: FormField) => lines.find((line) => line.words(field) !== '') ?? lines[0]
    const all = (field: FormField) => [...new Set(lines.map((l) => l.own(field)).filter(Boolean))].join('\n')
    const [state, finish] = [first('state'), first('expectedFinish')]
    return {
      place: lines[0].place,
      task,
      unit: orNull(lines[0].words('unit')),
      metrics: context.has('metric') ? lines.flatMap((line) => metricOf(line, take)) : [],
      text: context.has('metric') ? all('text') : joined(all('value'), all('text')),
      state: take(state, 'state', readState(state.cell('state'))),
      expectedFinish: take(finish, 'expectedFinish', readDay(finish.cell('expectedFinish'), context.today)),
      difficulty: all('difficulty'),
      help: all('help'),
    }
  })
  return split(rows, isFilled, unread)
}

/** A form without a column for metrics says its figures in words (商业航线8条): they are words of the report. */
const joined = (value: string, text: string): string =>
  [value === '' ? '' : `完成值：${value}`, text].filter((words) => words !== '').join('\n')

function metricOf(line: Line, take: Take): readonly FormMetric[] {
  const unit = line.words('metricUnit')
  const name = line.words('metric')
  const read = take(line, 'value', readValue(line.cell('value'), unit))
  if (name !== '')
    return [{ name, target: line.words('target'), unit, before: line.words('before'), value: read }]
  if (read !== null) take(line, 'value', { reason: '没有写是哪个指标的完成值' })
  return []
}

const isFilled = (row: CompletionRow): boolean =>
  row.metrics.some((m) => m.value !== null) ||
  row.state !== null ||
  row.expectedFinish !== null ||
  [row.text, row.difficulty, row.help].some((words) => words !== '')

/** A row of which nothing could be read is no report of nothing: it stands in `unread` alone. */
function split<T extends { readonly task: FormTask; readonly place: UnreadCell['place'] }>(
  rows: readonly T[],
  isFilledIn: (row: T) => boolean,
  unread: readonly UnreadCell[],
): RowsRead<T> {
  const hasUnread = (row: T) =>
    unread.some((u) => u.place.sheet === row.place.sheet && u.place.row === row.place.row)
  return {
    rows: rows.filter(isFilledIn),
    unread,
    blank: rows.filter((row) => !isFilledIn(row) && !hasUnread(row)).map((row) => row.task),
  }
}
