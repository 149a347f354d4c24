import { correctDocument, type DocumentCorrection } from '../src/domain/correction.ts'
import { type Difference, differenceOf } from '../src/domain/difference.ts'
import type { PlanDocument } from '../src/domain/document.ts'
import { saveChunks } from '../src/store/chunks.ts'
import { insertCorrection, type StoredCorrection, standingCorrections } from '../src/store/corrections.ts'
import type { Db } from '../src/store/db.ts'
import { saveParts } from '../src/store/document-parts.ts'
import {
  insertDocument,
  newestOfSeries,
  publishDocument,
  type StoredDocument,
  touchDocument,
  updateDocument,
} from '../src/store/documents.ts'
import { saveGoals, saveTasks } from '../src/store/save-tasks.ts'
import { tasksOfDocument, withdrawnTasks } from '../src/store/tasks.ts'
import { readUnitRegistry } from '../src/store/units.ts'
import { type Before, planTasks } from './write-tasks.ts'
import { linkUnits } from './write-units.ts'

export interface WriteOptions {
  readonly fileId: number
  readonly ordinal: number
  readonly series: string
  readonly status: 'draft' | 'live'
  readonly now: Date
  /** The row this reading belongs to, when the file was read before. */
  readonly existing: StoredDocument | null
}

export interface WrittenDocument {
  readonly id: number
  readonly version: number
  readonly document: PlanDocument
  /** Against the earlier version or reading; null: the first. */
  readonly difference: Difference | null
  readonly proposed: readonly string[]
  readonly ambiguous: readonly string[]
}

/** Writes one document: as a new version of its series, or over its own earlier reading. Inside a transaction. */
export async function writeDocument(
  db: Db,
  read: PlanDocument,
  options: WriteOptions,
): Promise<WrittenDocument> {
  const before = options.existing ?? (await newestOfSeries(db, options.series, options.fileId))
  const standing = before === null ? [] : await standingCorrections(db, before.id)
  const kind = options.existing === null ? 'version' : 'reading'
  const old: Before = {
    tasks: before === null ? [] : await tasksOfDocument(db, before.id),
    withdrawn: before === null ? [] : await withdrawnTasks(db, before.id),
    corrections: standing,
    kind,
  }
  const head = correctedHead(read, standing, kind)
  const row = await writeHead(db, head.document, options)
  const plan = planTasks(head.document.tasks, old)
  const document = { ...head.document, tasks: plan.save.map((entry) => entry.task) }
  const units = await linkUnits(db, document, { documentId: row.id, registry: await readUnitRegistry(db) })
  const ids = await saveTasks(db, row.id, plan.save, units.ids)
  await saveGoals(db, row.id, document.goals)
  await saveParts(db, row.id, document)
  await saveChunks(db, row.id, document.chunks)
  if (kind === 'version') await carryOver(db, row.id, { head: head.held, tasks: plan.held, ids })
  await touchDocument(db, row.id, options.now)
  if (options.status === 'live') await publishDocument(db, row.id)
  const difference = before === null ? null : differenceOf(plan.matched)
  return { ...row, document, difference, proposed: units.proposed, ambiguous: units.ambiguous }
}

function correctedHead(read: PlanDocument, standing: readonly StoredCorrection[], kind: Before['kind']) {
  const own = standing.filter((c): c is StoredCorrection & DocumentCorrection => c.taskId === null)
  return correctDocument(read, own, kind === 'reading' ? 'always' : 'sameMistake')
}

async function writeHead(
  db: Db,
  document: PlanDocument,
  options: WriteOptions,
): Promise<{ readonly id: number; readonly version: number }> {
  const { existing, fileId, ordinal, series } = options
  if (existing === null) return insertDocument(db, { fileId, ordinal, series, status: 'draft', document })
  await updateDocument(db, existing.id, ordinal, document)
  return { id: existing.id, version: existing.version }
}

/** A correction that still holds in the new version is recorded there too, by who made it. */
async function carryOver(
  db: Db,
  documentId: number,
  held: {
    readonly head: readonly StoredCorrection[]
    readonly tasks: readonly (readonly StoredCorrection[])[]
    readonly ids: readonly number[]
  },
): Promise<void> {
  for (const correction of held.head) await insertCorrection(db, { ...correction, documentId, taskId: null })
  for (const [i, corrections] of held.tasks.entries()) {
    const taskId = held.ids[i] ?? null
    for (const correction of corrections) await insertCorrection(db, { ...correction, documentId, taskId })
  }
}
