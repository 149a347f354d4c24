import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { LabelledDocument } from '../../eval/document-score.ts'
import { DOCUMENT_LABEL, TASK_LABEL } from '../../eval/labels.ts'
import { LAYOUT_LABEL, type LayoutLabel } from '../../eval/layout-labels.ts'
import { ownerRows, targetRows } from '../../eval/plan-rows.ts'
import { QUESTION_LABEL, type QuestionLabel } from '../../eval/question-labels.ts'
import { districtTable, indicatorTable, type LabelledTable } from '../../eval/table-labels.ts'

/** A labelled folder: gold/, seeds/, corpus/, bench/. Whatever part is missing is an empty list. */
export interface LabelledSet {
  readonly folder: string
  readonly documents: readonly LabelledDocument[]
  readonly tables: readonly LabelledTable[]
  readonly layouts: readonly { readonly name: string; readonly label: LayoutLabel }[]
  readonly questions: readonly QuestionLabel[]
  /** Folders with corpus.jsonl, queries.jsonl and qrels.tsv. */
  readonly retrieval: readonly string[]
}

/** Throws `bad-request` where the folder is none, or a label is not what it should be. */
export function readSet(folder: string): LabelledSet {
  if (!existsSync(folder)) throw new AppError('bad-request', `没有“${folder}”这个文件夹。`)
  const gold = join(folder, 'gold')
  return {
    folder,
    documents: readDocumentLabels(gold),
    tables: [
      ...jsonIn(gold, /^indicators\.json$/).map(({ json }) => indicatorTable(json)),
      ...jsonIn(gold, /^table\d+\.json$/).map(({ json }) => districtTable(json)),
    ],
    layouts: readLayouts(join(folder, 'corpus')),
    questions: jsonLines(join(gold, 'questions.jsonl'), QUESTION_LABEL),
    retrieval: listed(join(folder, 'bench'))
      .map((name) => join(folder, 'bench', name))
      .filter((bench) => existsSync(join(bench, 'qrels.tsv'))),
  }
}

function readDocumentLabels(gold: string): LabelledDocument[] {
  const heads = jsonLines(join(gold, 'docs.jsonl'), DOCUMENT_LABEL)
  const tasks = jsonLines(join(gold, 'tasks.jsonl'), TASK_LABEL)
  const ids = new Set([...tasks, ...heads].map((label) => label.doc))
  return [...ids].map((doc) => ({
    doc,
    head: heads.find((head) => head.doc === doc) ?? null,
    tasks: tasks.filter((task) => task.doc === doc),
  }))
}

/** Hand-made labels, the publisher's own rows of a task table, and one content in several layouts. */
function readLayouts(corpus: string): LabelledSet['layouts'] {
  const texts = listed(corpus).filter((name) => name.endsWith('.txt'))
  const labels = jsonIn(join(corpus, 'labels'), /\.json$/).map(({ name, json }) => ({
    name,
    label: checked(LAYOUT_LABEL, json, name),
  }))
  const rows = jsonIn(corpus, /\.gold\.json$/).flatMap(({ name, json }) =>
    texts
      .filter((file) => file.startsWith(name.replace(/\.gold$/, '')))
      .map((file) => ({ name: basename(file, '.txt'), label: ownerRows(json, file) })),
  )
  const same = jsonIn(corpus, /^S-GOLD\.json$/).flatMap(({ json }) =>
    texts
      .filter((file) => /^S\d/.test(file))
      .map((file) => ({ name: basename(file, '.txt'), label: targetRows(json, textOf(corpus, file)) })),
  )
  return [...labels, ...rows, ...same]
}

const textOf = (corpus: string, file: string) => ({ file, text: readFileSync(join(corpus, file), 'utf8') })

const listed = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : [])

function jsonIn(folder: string, names: RegExp): { readonly name: string; readonly json: unknown }[] {
  return listed(folder)
    .filter((name) => names.test(name))
    .map((name) => ({
      name: basename(name, '.json'),
      json: parsed(readFileSync(join(folder, name), 'utf8'), name),
    }))
}

export function jsonLines<T extends z.ZodType>(file: string, shape: T): z.output<T>[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, i) => {
    const where = `${file} 第 ${i + 1} 行`
    return line.trim() === '' ? [] : [checked(shape, parsed(line, where), where)]
  })
}

export function checked<T extends z.ZodType>(shape: T, json: unknown, where: string): z.output<T> {
  const read = shape.safeParse(json)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new AppError('bad-request', `${where} 的标注有误（${issue?.path.join('.')}）：${issue?.message}`)
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('bad-request', `${where} 不是 JSON。`, { cause })
  }
}
