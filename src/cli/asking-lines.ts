import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from '../errors.ts'

/** Options of the commands that take one saying or a batch of them. */
export interface AskingOptions {
  readonly batch?: string
  readonly history?: string
  readonly as?: string
  readonly today?: string
}

const DAY = z.iso.date({ error: '日期要写成 2026-11-21 这样' })
const HISTORY = z.array(z.string(), { error: '要写成一组文字，如 ["上一句"]' })
const LINE = z.object({
  id: z.union([z.string(), z.number()], { error: '要写上编号' }),
  q: z.string({ error: '要写上问的话' }),
  history: HISTORY.default([]),
  as: z.string().optional(),
  today: DAY.optional(),
})
export type AskingLine = z.infer<typeof LINE>

/** The sayings of a command line: the one given, or those of the batch file. Throws `bad-request`, `not-found`. */
export function askingLines(said: string | undefined, options: AskingOptions, missing: string): AskingLine[] {
  if (options.batch) return batchLines(options.batch)
  if (said === undefined) throw misuse(missing)
  const history = options.history ? parsed(options.history, '--history') : []
  return [checked({ id: '', q: said, history, as: options.as, today: options.today }, '命令行')]
}

function batchLines(file: string): AskingLine[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new AppError('not-found', `打不开文件“${file}”，请检查路径和权限。`, { cause })
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, i) => checked(parsed(line, `第 ${i + 1} 行`), `第 ${i + 1} 行`))
}

function parsed(json: string, where: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw misuse(`${where}不是 JSON：${json.slice(0, 60)}`)
  }
}

function checked(value: unknown, where: string): AskingLine {
  const read = LINE.safeParse(value)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw misuse(`${where}有误（${issue?.path.join('.')}）：${issue?.message}`)
}

const misuse = (message: string): AppError => new AppError('bad-request', message)
