import type { Command } from 'commander'
import { complain, printJson, printText } from './output.ts'

interface Options {
  readonly publish?: readonly string[]
  readonly json?: boolean
}

const STATE = { draft: '草稿', live: '生效', withdrawn: '已撤回' } as const

export function addDocuments(program: Command): void {
  program
    .command('documents')
    .description('库里的文件、旧版和草稿；--publish 让草稿生效')
    .option('--publish <id...>', '要发布的草稿编号')
    .option('--json', '输出 JSON')
    .action(documents)
}

async function documents(options: Options): Promise<void> {
  const { withSession } = await import('../app/session.ts')
  const { publishDraft } = await import('../app/ingesting.ts')
  const { allDocuments } = await import('../store/documents.ts')
  await withSession(complain, async ({ db }) => {
    for (const id of options.publish ?? []) await publishDraft(db, Number(id) || 0, new Date())
    const rows = await allDocuments(db)
    if (options.json) return printJson(rows)
    const lines = rows.map((d) => {
      const state = d.replacedBy === null ? STATE[d.status] : '旧版'
      return [d.id, state, `第${d.version}版`, d.number ?? '', `《${d.title}》`].join('\t')
    })
    printText(lines.length > 0 ? lines.join('\n') : '库里还没有文件')
  })
}
