import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { extractDocuments } from '../../../ingest/extract.ts'
import { readFile } from '../../../ingest/read/read.ts'
import type { PlanDocument } from '../../../src/domain/document.ts'
import type { Task, UnitMention } from '../../../src/domain/task.ts'

const FOLDER = resolve(import.meta.dirname, '../../../samples/documents')
export const SAMPLES = readdirSync(FOLDER).sort()

/** The one document a sample file holds. */
export async function readSample(name: string): Promise<PlanDocument> {
  const file = await readFile({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) })
  const [document, ...others] = extractDocuments(file)
  if (document === undefined || others.length > 0) throw new Error(`${name}: ${others.length + 1} documents`)
  return document
}

/** What a golden file keeps: the head, and of each task its place, units and deadline. */
export function goldenOf(document: PlanDocument) {
  const { number, title, noticeTitle, issuer, issuedOn, addressees, period, groups } = document
  const head = { number, title, noticeTitle, issuer, issuedOn, addressees, period }
  return {
    ...head,
    groups: groups.map(({ name, includes }) => ({ name, includes })),
    tasks: document.tasks.map(taskLine),
  }
}

/** One line a task, so that a difference is read at a glance. */
function taskLine(task: Task): string {
  const names = (units: readonly UnitMention[]) => units.map((u) => u.name).join('、')
  const place = task.no === null ? task.path.join('') : `第${task.no}项${task.part ?? ''}`
  const lead = task.lead.length > 0 ? names(task.lead) : `（${names(task.effectiveLead)}）`
  return [place, task.text, `牵头 ${lead}`, `责任 ${names(task.responsible)}`, task.deadline?.day ?? ''].join(
    '｜',
  )
}
