import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAppError } from '../../errors.ts'
import { idOfNumber } from '../../eval/document-ids.ts'
import { type LabelledDocument, scoreDocument } from '../../eval/document-score.ts'
import type { ExtractedDocument } from '../../eval/extracted.ts'
import { foldText } from '../../eval/fold.ts'
import { scoreLayout } from '../../eval/layout-score.ts'
import type { Score } from '../../eval/measure.ts'
import type { LabelledTable } from '../../eval/table-labels.ts'
import { scoreTable } from '../../eval/table-score.ts'
import { documentJson, readDocuments } from '../reading.ts'
import type { LabelledSet } from './read-set.ts'

/** Scores by name of document. */
export type Scores = Readonly<Record<string, Score>>

export interface ExtractionScores {
  readonly documents: Scores
  readonly tables: Scores
  readonly layouts: Scores
}

/** Reads every file of the set's seeds and labelled corpus once and scores all that is labelled of them. */
export async function scoreExtraction(set: LabelledSet): Promise<ExtractionScores> {
  const hasSeeds = set.documents.length > 0 || set.tables.length > 0
  const seeds = hasSeeds ? await readSeeds(set) : []
  const layouts = []
  for (const { name, label } of set.layouts) {
    const documents = await readOrNothing(join(set.folder, 'corpus', label.file))
    const tasks = documents.flatMap((document) => document.tasks)
    layouts.push([name, scoreLayout(name, label, tasks)] as const)
  }
  const named = (doc: string) => findDocument(doc, set.documents, seeds)
  const table = (labels: LabelledTable) =>
    scoreTable(labels, (holderOf(labels, seeds) ?? named(labels.doc))?.indicators ?? [])
  return {
    documents: Object.fromEntries(
      set.documents.map((label) => [label.doc, scoreDocument(label, named(label.doc))]),
    ),
    tables: Object.fromEntries(set.tables.map((labels) => [labels.doc, table(labels)])),
    layouts: Object.fromEntries(layouts),
  }
}

async function readSeeds({ folder }: LabelledSet): Promise<ExtractedDocument[]> {
  const seeds = join(folder, 'seeds')
  const all = []
  for (const name of readdirSync(seeds).sort()) all.push(...(await readOrNothing(join(seeds, name))))
  return all
}

/** A file that is refused scores nothing; a crash is a crash. */
async function readOrNothing(path: string): Promise<ExtractedDocument[]> {
  try {
    const documents = await readDocuments({ name: path, bytes: readFileSync(path) })
    return documents.map(documentJson)
  } catch (error) {
    if (isAppError(error)) return []
    throw error
  }
}

const holderOf = (
  { title }: LabelledTable,
  seeds: readonly ExtractedDocument[],
): ExtractedDocument | undefined =>
  seeds.find((d) => d.indicators.some((cell) => foldText(cell.table) === foldText(title)))

/** By number, by labelled title, by a number the id is made of; else the one document no other label claims. */
function findDocument(
  doc: string,
  labels: readonly LabelledDocument[],
  seeds: readonly ExtractedDocument[],
): ExtractedDocument | null {
  const head = labels.find((label) => label.doc === doc)?.head ?? null
  const byNumber = seeds.find((d) => head?.number && foldText(d.number) === foldText(head.number))
  const byTitle = seeds.find((d) => head?.title && foldText(d.title) === foldText(head.title))
  const byId = seeds.find((d) => idOfNumber(d.number) === doc)
  return byNumber ?? byTitle ?? byId ?? leftOver(seeds, labels)
}

function leftOver(
  seeds: readonly ExtractedDocument[],
  labels: readonly LabelledDocument[],
): ExtractedDocument | null {
  const titles = new Set(labels.map(({ head }) => foldText(head?.title)))
  const [one, ...more] = seeds.filter((d) => d.number === null && !titles.has(foldText(d.title)))
  return one !== undefined && more.length === 0 ? one : null
}
