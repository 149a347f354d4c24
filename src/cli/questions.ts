import type { Command } from 'commander'
import type { FeedbackAbout } from '../domain/query.ts'
import { AppError } from '../errors.ts'
import { complain, printJson, printText } from './output.ts'

interface Options {
  readonly unanswered?: boolean
  readonly useless?: boolean
  readonly json?: boolean
}

const LIMIT = 200

export function addQuestions(program: Command): void {
  program
    .command('questions')
    .description('没答上来的问题（--unanswered）或评为“没用”的问题（--useless），新的在前')
    .option('--unanswered', '没答上来的')
    .option('--useless', '评为“没用”的')
    .option('--json', '输出 JSON')
    .action(questions)
}

async function questions(options: Options): Promise<void> {
  const about = aboutOf(options)
  const { withSession } = await import('../app/session.ts')
  const { readFeedback } = await import('../store/feedback.ts')
  await withSession(complain, async ({ db }) => {
    const rows = await readFeedback(db, { about, limit: LIMIT })
    if (options.json) return printJson(rows)
    const lines = rows.map((r) =>
      [r.lastOn, `${r.times}次`, r.asker ?? '', r.text.replace(/\s+/g, ' ')].join('\t'),
    )
    printText(lines.length > 0 ? lines.join('\n') : '没有')
  })
}

function aboutOf({ unanswered, useless }: Options): FeedbackAbout {
  if (unanswered !== useless) return unanswered ? 'unanswered' : 'useless'
  throw new AppError('bad-request', '请写 --unanswered 或 --useless 中的一个。')
}
