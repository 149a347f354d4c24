import { DOCUMENT_FIELDS, type DocumentField, parseFieldValue } from '../src/domain/correction.ts'
import { fieldOf, TASK_FIELDS, type TaskField, withField } from '../src/domain/task-fields.ts'
import { AppError } from '../src/errors.ts'
import { insertCorrection } from '../src/store/corrections.ts'
import type { Db } from '../src/store/db.ts'
import {
  findDocument,
  publishDocument,
  type StoredDocument,
  setHeadField,
  touchDocument,
} from '../src/store/documents.ts'
import { saveTasks } from '../src/store/save-tasks.ts'
import { tasksOfDocument } from '../src/store/tasks.ts'
import { readUnitRegistry } from '../src/store/units.ts'
import { linkNames } from './write-units.ts'

/** One field a supervisor sets right. `taskId` null: a field of the document's head. */
export interface CorrectionOrder {
  readonly documentId: number
  readonly taskId: number | null
  readonly field: string
  readonly value: unknown
  readonly by: number | null
  readonly at: Date
}

/**
 * Writes a supervisor's correction: the row says the new value, what was read is kept beside it, and reading the file
 * again does not undo it. Throws `not-found` or `bad-request`.
 */
export async function correct(db: Db, order: CorrectionOrder): Promise<void> {
  const value = parseFieldValue(order.field, order.value)
  await db.tx(async (tx) => {
    const document = await getDocument(tx, order.documentId)
    const { documentId, taskId, field, by, at } = order
    const was =
      taskId === null
        ? await correctHeadField(tx, document, { field, value })
        : await correctTaskField(tx, document, { taskId, field, value })
    const recorded = field as TaskField | DocumentField
    await insertCorrection(tx, { documentId, taskId, field: recorded, was, value, madeBy: by, madeAt: at })
    await touchDocument(tx, documentId, at)
  })
}

type FieldValue = ReturnType<typeof parseFieldValue>

async function correctHeadField(
  db: Db,
  document: StoredDocument,
  change: { readonly field: string; readonly value: FieldValue },
): Promise<FieldValue> {
  const field = DOCUMENT_FIELDS.find((f) => f === change.field)
  if (field === undefined)
    throw new AppError('bad-request', `“${change.field}”不是文件的字段，请指明是哪项任务。`)
  if (field === 'title' && change.value === null) throw new AppError('bad-request', '文件标题不能为空。')
  await setHeadField(db, document.id, field, change.value)
  return document[field]
}

async function correctTaskField(
  db: Db,
  document: StoredDocument,
  change: { readonly taskId: number; readonly field: string; readonly value: FieldValue },
): Promise<FieldValue> {
  const field = TASK_FIELDS.find((f) => f === change.field)
  if (field === undefined) throw new AppError('bad-request', `“${change.field}”不是任务的字段。`)
  const tasks = await tasksOfDocument(db, document.id)
  const task = tasks.find((t) => t.id === change.taskId)
  if (task === undefined) throw new AppError('not-found', '这份文件里没有这项任务。')
  const corrected = withField(task, field, change.value)
  const names = [corrected.lead, corrected.responsible, corrected.supporting, corrected.effectiveLead]
    .flat()
    .map((u) => u.name)
  const registry = await readUnitRegistry(db)
  const units = await linkNames(db, [...new Set(names)], { document, registry })
  const rows = tasks.map((t) => ({
    id: t.id,
    originId: t.originId === t.id ? null : t.originId,
    task: t === task ? corrected : t,
    same: t !== task,
  }))
  await saveTasks(db, document.id, rows, units.ids)
  return fieldOf(task, field)
}

/** Lets a draft go live: from now on answers speak from it and the version before is history. */
export async function publish(db: Db, documentId: number, at: Date): Promise<void> {
  await db.tx(async (tx) => {
    const document = await getDocument(tx, documentId)
    if (document.status === 'withdrawn') throw new AppError('bad-request', '这份文件已撤回，不能发布。')
    await publishDocument(tx, documentId)
    await touchDocument(tx, documentId, at)
  })
}

async function getDocument(db: Db, id: number): Promise<StoredDocument> {
  const document = await findDocument(db, id)
  if (document === null) throw new AppError('not-found', '没有找到这份文件。')
  return document
}
