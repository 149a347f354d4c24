import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { complain, printJson, printText } from './output.ts'

interface Options {
  readonly json?: boolean
  readonly trace?: boolean
  readonly batch?: string
  readonly history?: string
  readonly as?: string
  readonly today?: string
}

const DAY = z.iso.date()
const HISTORY = z.array(z.string())
const LINE = z.object({
  id: z.union([z.string(), z.number()]),
  q: z.string(),
  history: HISTORY.default([]),
  as: z.string().optional(),
  today: DAY.optional(),
})
type Line = z.infer<typeof LINE>

export function addAsk(program: Command): void {
  program
    .command('ask')
    .description('问一个问题')
    .argument('[question]', '问题')
    .option('--json', '按约定格式输出 JSON')
    .option('--trace', '同时看这句话是怎样读懂的')
    .option('--batch <file>', '一次问许多：每行一个 {id, q, history?, as?, today?}，每行答一个')
    .option('--history <json>', '此前说过的话，JSON 数组')
    .option('--as <user>', '以谁的身份问：姓名、编号，或 liaison@单位名')
    .option('--today <date>', '当作今天的日期，YYYY-MM-DD')
    .action(ask)
}

async function ask(question: string | undefined, options: Options): Promise<void> {
  const lines = linesOf(question, options)
  const { withSession } = await import('../app/session.ts')
  const { createAnswering } = await import('../app/replay.ts')
  const { openAids } = await import('../app/aids.ts')
  const { createLog } = await import('../log.ts')
  await withSession(complain, async (session) => {
    const aids = await openAids(session.config, createLog(session.config.LOG_LEVEL))
    const answering = createAnswering(session, aids)
    for (const line of lines) {
      const { answer, json } = await answering(line)
      if (options.trace) complain(answer.trace.join('\n'))
      if (options.batch) printJson({ id: line.id, ...json })
      else if (options.json) printJson(json)
      else printText(json.text)
    }
  })
}

function linesOf(question: string | undefined, options: Options): Line[] {
  if (options.batch) return batchLines(options.batch)
  if (question === undefined) throw misuse('请写上要问的问题，或用 --batch 指定文件。')
  const history = options.history ? parsed(options.history, '--history') : []
  return [checked({ id: '', q: question, history, as: options.as, today: options.today }, '命令行')]
}

function batchLines(file: string): Line[] {
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

function checked(value: unknown, where: string): Line {
  const read = LINE.safeParse(value)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw misuse(`${where}有误（${issue?.path.join('.')}）：${issue?.message}`)
}

const misuse = (message: string): AppError => new AppError('bad-request', message)
