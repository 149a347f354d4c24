import type { Command } from 'commander'
import { isPeriod, periodName } from '../domain/period.ts'
import type { Day } from '../domain/span.ts'
import { AppError } from '../errors.ts'
import { complain, printJson, printText } from './output.ts'

interface Options {
  readonly today?: Day
  readonly json?: boolean
}

export function addPeriod(program: Command): void {
  program
    .command('period')
    .description('报送期：close 2026Q3 关账（当时的情况留存，之后补报的标为迟报）；list 列出已关账的')
    .argument('<what>', 'close 或 list')
    .argument('[period]', '2026-10、2026Q3、2026H1 或 2026')
    .option('--today <日期>', '按哪一天关账，默认今天')
    .option('--json', '输出 JSON')
    .action(run)
}

async function run(what: string, period: string | undefined, options: Options): Promise<void> {
  if (what === 'list') return list(options)
  if (what !== 'close' || period === undefined || !isPeriod(period))
    throw new AppError('bad-request', '用法：period close 2026Q3（或 2026-10、2026H1、2026），period list')
  const { withSession } = await import('../app/session.ts')
  const { dayIn } = await import('../app/zone.ts')
  const { createStandings } = await import('../store/standings.ts')
  await withSession(complain, async ({ db, config }) => {
    const now = new Date()
    const today = options.today ?? dayIn(config.TZ_NAME, now)
    const closed = await createStandings(db).freeze(period, today, now)
    if (options.json) return printJson({ period, closed, asOf: today })
    const name = periodName(period)
    printText(closed ? `${name}已关账，截至${today}；之后补报的会标为迟报。` : `${name}早已关账，没有改动。`)
  })
}

async function list({ json = false }: Options): Promise<void> {
  const { withSession } = await import('../app/session.ts')
  const { frozenPeriods } = await import('../store/snapshots.ts')
  await withSession(complain, async ({ db }) => {
    const rows = await frozenPeriods(db)
    if (json) return printJson(rows)
    const lines = rows.map((row) => [row.period, `截至${row.asOf}`, `${row.tasks}项`].join('\t'))
    printText(lines.length > 0 ? lines.join('\n') : '还没有关账的报送期')
  })
}
