import type { Command } from 'commander'
import { complain, printJson, printText } from './output.ts'

interface Options {
  readonly json?: boolean
  readonly resend?: boolean
}

const MOST = 500

export function addOutbox(program: Command): void {
  program
    .command('outbox')
    .description('列出没有送达的消息和原因；--resend 重新排队发送')
    .argument('[key...]', '消息的编号（列表第一列）；不写就是全部')
    .option('--resend', '重新排队发送，由运行中的服务发出')
    .option('--json', '输出 JSON')
    .action(run)
}

async function run(keys: readonly string[], { resend, json }: Options): Promise<void> {
  const { withSession } = await import('../app/session.ts')
  const { createOutbox } = await import('../store/outbox.ts')
  const { undeliveredLine } = await import('../cards/undelivered.ts')
  await withSession(complain, async ({ db }) => {
    const outbox = createOutbox(db)
    if (resend) {
      const planned = await outbox.resend(keys.length > 0 ? keys : null, new Date())
      return json ? printJson({ planned }) : printText(`已重新排队 ${planned} 条`)
    }
    const dead = (await outbox.dead(MOST)).filter((d) => keys.length === 0 || keys.includes(d.key))
    if (json) printJson(dead)
    else printText(dead.length === 0 ? '没有未送达的消息' : dead.map(undeliveredLine).join('\n'))
  })
}
