import type { Correction } from '../src/domain/correction.ts'
import { documentField, isList, withDocumentField } from '../src/domain/document-fields.ts'
import { parseDocumentValue, parseTaskValue } from '../src/domain/field-values.ts'
import type { Metric } from '../src/domain/task.ts'
import { fieldOf, withField } from '../src/domain/task-fields.ts'
import { AppError } from '../src/errors.ts'
import { insertCorrection } from '../src/store/corrections.ts'
import type { Db } from '../src/store/db.ts'
import { readHeadField, setHeadField } from '../src/store/document-head.ts'
import { saveList } from '../src/store/document-parts.ts'
import { findDocument, publishDocument, type StoredDocument, touchDocument } from '../src/store/documents.ts'
import { readList } from '../src/store/read-parts.ts'
import { saveGoals, saveTasks } from '../src/store/save-tasks.ts'
import { tasksOfDocument } from '../src/store/tasks.ts'
import { readUnitRegistry } from '../src/store/units.ts'
import { linkNames } from './write-units.ts'

/** One field a supervisor sets right. `taskId` null: a field of the document itself, lists as a whole. */
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
  const { documentId, taskId, by, at } = order
  await db.tx(async (tx) => {
    const document = await getDocument(tx, documentId)
    const made =
      taskId === null
        ? await correctDocumentField(tx, document, order)
        : await correctTaskField(tx, document, { ...order, taskId })
    await insertCorrection(tx, { ...made, documentId, taskId, madeBy: by, madeAt: at })
    await touchDocument(tx, documentId, at)
  })
}

interface Change {
  readonly field: string
  readonly value: unknown
}

async function correctDocumentField(db: Db, document: StoredDocument, change: Change): Promise<Correction> {
  const { id, source } = document
  const [field, value] = parseDocumentValue(change.field, change.value)
  if (!isList(field)) {
    const was = await readHeadField(db, id, field)
    await setHeadField(db, id, field, value)
    return { field, was, value }
  }
  const before = { source, ...(await readList(db, id, field)) }
  const { source: _, ...list } = withDocumentField(before, field, value)
  if (field === 'goals') await saveGoals(db, id, (list as { readonly goals: readonly Metric[] }).goals)
  else await saveList(db, id, list as Parameters<typeof saveList>[2])
  return { field, was: documentField(before, field), value }
}

async function correctTaskField(
  db: Db,
  document: StoredDocument,
  change: Change & { readonly taskId: number },
): Promise<Correction> {
  const [field, value] = parseTaskValue(change.field, change.value)
  const tasks = await tasksOfDocument(db, document.id)
  const task = tasks.find((t) => t.id === change.taskId)
  if (task === undefined) throw new AppError('not-found', '这份文件里没有这项任务。')
  const corrected = withField(task, field, value)
  const units = [corrected.lead, corrected.responsible, corrected.supporting, corrected.effectiveLead].flat()
  const registry = await readUnitRegistry(db)
  const linked = await linkNames(db, [...new Set(units.map((u) => u.name))], { document, registry })
  const rows = tasks.map((t) => ({
    id: t.id,
    originId: t.originId === t.id ? null : t.originId,
    task: t === task ? corrected : t,
    same: t !== task,
  }))
  await saveTasks(db, document.id, rows, linked.ids)
  return { field, was: fieldOf(task, field), value }
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
