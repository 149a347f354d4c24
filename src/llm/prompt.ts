import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '../errors.ts'

const FOLDER = resolve(import.meta.dirname, '../../prompts')

/** Every prompt with the {{names}} it must hold. A file per seam, so that words can be mended without touching code. */
const WANTED = {
  understand: ['today', 'documents', 'schema', 'history', 'question'],
  report: ['today', 'tasks', 'schema', 'history', 'message'],
  answer: ['today', 'question', 'facts'],
  converse: ['today', 'documents'],
} as const

export type PromptName = keyof typeof WANTED
export type PromptValues<N extends PromptName> = Readonly<Record<(typeof WANTED)[N][number], string>>

export interface Prompts {
  fill<N extends PromptName>(name: N, values: PromptValues<N>): string
}

/** Reads prompts/*.md once. Throws `config` naming the file and the {{name}} that is missing or unknown. */
export function loadPrompts(folder = FOLDER): Prompts {
  const names = Object.keys(WANTED) as PromptName[]
  const texts = new Map(names.map((name) => [name, readPrompt(folder, name)] as const))
  return {
    fill: (name, values) =>
      // One pass: a value that itself holds {{…}} stays as it is.
      (texts.get(name) ?? '').replace(HOLE, (_, hole: string) => values[hole as keyof typeof values] ?? ''),
  }
}

const HOLE = /\{\{(\w+)\}\}/g

function readPrompt(folder: string, name: PromptName): string {
  const file = resolve(folder, `${name}.md`)
  const text = readOr(file)
  const holes = new Set([...text.matchAll(HOLE)].map((m) => m[1] ?? ''))
  const wanted: readonly string[] = WANTED[name]
  const wrong = [
    ...wanted.filter((hole) => !holes.has(hole)).map((hole) => `缺少 {{${hole}}}`),
    ...[...holes].filter((hole) => !wanted.includes(hole)).map((hole) => `不认识 {{${hole}}}`),
  ]
  if (wrong.length === 0) return text
  throw new AppError('config', `提示词文件 prompts/${name}.md 有误：${wrong.join('，')}。`)
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new AppError('config', `读不到提示词文件 ${file}。`, { cause })
  }
}
