import type { CompletionRow, ContactRow, Form, FormTask, HandlingPlanRow } from '../../domain/form.ts'
import {
  FORM_COLUMNS,
  FORM_NAMES,
  type FormColumn,
  type FormField,
  formKey,
  formLabel,
  STATE_WORDS,
} from '../../domain/form-columns.ts'
import { periodName } from '../../domain/period.ts'
import type { CellValue, Sheet, SheetColumn, SheetRow } from './sheet.ts'

type Cells = Readonly<Partial<Record<FormField, CellValue>>>

/** A form as a sheet to print and to fill in: what the unit fills stands on pale ground, the key of a task in a hidden column. */
export function formSheet(form: Form): Sheet {
  const { tab, title } = FORM_NAMES[form.kind]
  const columns = FORM_COLUMNS[form.kind]
  return {
    name: tab,
    title,
    lines: [headLine(form)],
    columns: columns.map(sheetColumn),
    rows: rowsOf(form).flatMap((group) => placed(group, columns)),
    notes: [NOTES[form.kind]],
    hasFilter: false,
    frozen: 0,
  }
}

const headLine = ({ unit, period }: Form): string =>
  [
    `填报单位：${unit ?? ''}`,
    ...(period === null ? [] : [`报送期：${periodName(period)}`]),
    '填报人：',
    '联系电话：',
  ].join('　　　')

const NOTES: Readonly<Record<Form['kind'], string>> = {
  handlingPlan:
    '填表说明：浅黄色的格由填报单位填写。一项任务可以分几行细化，插入行后直接填写；完成时限写到月或日。填好后把本文件发给督办助手即可。',
  contacts:
    '填表说明：每人一行，可以加行。人员类别填分管负责人或督办联络员。填好后把本文件发给督办助手即可。',
  completion:
    '填表说明：浅黄色的格由填报单位填写。完成值只填数字，单位见“计量单位”；完成状态从列表中选；没有变化的可以不填。填好后把本文件发给督办助手即可。',
}

function sheetColumn({ field, name, width, kind, isOpen }: FormColumn): SheetColumn {
  return {
    name,
    width,
    kind,
    isOpen,
    isHidden: field === 'key',
    ...(field === 'no' ? { align: 'center' as const } : {}),
    ...(field === 'state' ? { choices: Object.values(STATE_WORDS) } : {}),
  }
}

/** Lines of one entry: the first carries what is said once, and reaches down over the others. */
interface Group {
  readonly once: Cells
  readonly lines: readonly Cells[]
}

function rowsOf(form: Form): readonly Group[] {
  switch (form.kind) {
    case 'handlingPlan':
      return form.rows.map(planGroup)
    case 'contacts':
      return [...form.rows.map(contactGroup), ...BLANK_CONTACTS.slice(Math.min(form.rows.length, 2))]
    case 'completion':
      return form.rows.map(completionGroup)
  }
}

/** A list nobody filled yet has lines to fill. */
const BLANK_CONTACTS: readonly Group[] = [1, 2].map(() => ({ once: {}, lines: [{}] }))

const taskCells = (task: FormTask, unit: string | null): Cells => ({
  key: formKey(task),
  no: task.no !== null && task.part === null ? task.no : formLabel(task),
  document: task.document,
  task: task.text,
  unit,
})

const planGroup = ({ task, unit, steps }: HandlingPlanRow): Group => ({
  once: taskCells(task, unit),
  lines: steps.length === 0 ? [{}] : steps.map((s) => ({ ...s, finish: s.finishOn ?? s.finish })),
})

const contactGroup = ({ place: _, ...row }: ContactRow, at: number): Group => ({
  once: {},
  lines: [{ no: at + 1, ...row }],
})

function completionGroup(row: CompletionRow): Group {
  const { text, expectedFinish, difficulty, help } = row
  return {
    once: {
      ...taskCells(row.task, row.unit),
      ...{ text, expectedFinish, difficulty, help },
      state: row.state === null ? null : STATE_WORDS[row.state],
    },
    lines:
      row.metrics.length === 0
        ? [{}]
        : row.metrics.map(({ name, target, unit, before, value }) => ({
            ...{ metric: name, target, before, value },
            metricUnit: unit,
          })),
  }
}

function placed({ once, lines }: Group, columns: readonly FormColumn[]): SheetRow[] {
  const over = {
    columns: columns.flatMap((c, i) => (c.field in once ? [i] : [])),
    rows: lines.length,
  }
  return lines.map((line, i) => ({
    cells: columns.map((c) => line[c.field] ?? (i === 0 ? once[c.field] : null) ?? null),
    ...(i === 0 && lines.length > 1 ? { over } : {}),
  }))
}
