import type { Command } from 'commander'
import type { Heard } from '../domain/heard.ts'
import { type AskingOptions, askingLines } from './asking-lines.ts'
import { complain, printJson, printText } from './output.ts'

interface Options extends AskingOptions {
  readonly json?: boolean
  readonly trace?: boolean
}

export function addUnderstand(program: Command): void {
  program
    .command('understand')
    .description('看一句话读成了什么，不写入任何东西')
    .argument('[message]', '联络员说的话')
    .option('--json', '按约定格式输出 JSON')
    .option('--trace', '同时看这句话是怎样读懂的')
    .option('--batch <file>', '一次看许多：每行一个 {id, q, history?, as?, today?}，每行答一个')
    .option('--history <json>', '此前说过的话，JSON 数组')
    .option('--as <user>', '以谁的身份说：姓名、编号，或 liaison@单位名')
    .option('--today <date>', '当作今天的日期，YYYY-MM-DD')
    .action(understand)
}

async function understand(message: string | undefined, options: Options): Promise<void> {
  const lines = askingLines(message, options, '请写上要看的话，或用 --batch 指定文件。')
  const { withSession } = await import('../app/session.ts')
  const { createUnderstanding } = await import('../app/understanding.ts')
  const { openAids } = await import('../app/aids.ts')
  const { createLog } = await import('../log.ts')
  await withSession(complain, async (session) => {
    const { model } = await openAids(session.config, createLog(session.config.LOG_LEVEL))
    const understanding = createUnderstanding(session, model)
    for (const line of lines) {
      const { heard, json } = await understanding(line)
      if (options.trace) complain(heard.trace.join('\n'))
      if (options.batch) printJson({ id: line.id, ...json })
      else if (options.json) printJson(json)
      else printText(described(heard))
    }
  })
}

const KINDS: Readonly<Record<Heard['kind'], string>> = {
  question: '提问',
  progress: '报进展',
  correction: '更正',
  noChange: '无变化',
  decline: '不归本单位',
  handOver: '转交',
  order: '吩咐',
  chat: '闲谈',
}

const STATES: Readonly<Record<string, string>> = {
  ongoing: '推进中',
  done: '已完成',
  blocked: '受阻',
  notStarted: '未启动',
}

/** The same for a person at a terminal. */
function described(heard: Heard): string {
  const updates = heard.updates.map((u) => {
    const name = u.task.no === null ? `${u.task.document}${u.task.path.join('')}` : `第${u.task.no}项`
    const readings = u.readings.map((r) => `${r.metric} ${r.value}${r.unit}`)
    const state = u.state === null ? [] : [`状态：${STATES[u.state]}`]
    const finish = u.expectedFinish === null ? [] : [`预计完成：${u.expectedFinish}`]
    return [name, ...readings, ...state, ...finish].join('　')
  })
  const asked = heard.assumptions.map((a) => `待核对：${a}`)
  const unread = heard.unread.length === 0 ? [] : [`没看懂：${heard.unread.join('、')}`]
  return [`读作：${KINDS[heard.kind]}`, ...updates, ...asked, ...unread].join('\n')
}
