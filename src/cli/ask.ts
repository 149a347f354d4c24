import type { Command } from 'commander'
import { type AskingOptions, askingLines } from './asking-lines.ts'
import { complain, printJson, printText } from './output.ts'

interface Options extends AskingOptions {
  readonly json?: boolean
  readonly trace?: boolean
}

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
  const lines = askingLines(question, options, '请写上要问的问题，或用 --batch 指定文件。')
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
