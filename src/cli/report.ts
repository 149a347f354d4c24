import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { isPeriod, type Period } from '../domain/period.ts'
import { REPORT_FORMS, REPORT_KINDS, type ReportForm, type ReportKind } from '../domain/report.ts'
import { AppError } from '../errors.ts'
import { makeFolder } from './folder.ts'
import { complain, printJson, printText } from './output.ts'

interface Options {
  readonly period?: string
  readonly out?: string
  readonly scope?: string
  readonly as?: string
  readonly form?: string
  readonly today?: string
  readonly json?: boolean
}

/** As people type them on a command line. */
const NAMES: Readonly<Record<string, ReportKind>> = {
  'half-year': 'halfYear',
  'one-page': 'onePage',
  月调度: 'monthly',
  季通报: 'quarterly',
  半年小结: 'halfYear',
  全年总结: 'annual',
  一页纸: 'onePage',
  台账: 'ledger',
  附表: 'forms',
}

export function addReport(program: Command): void {
  program
    .command('report')
    .description('出一份报告：Word、Excel 和卡片')
    .argument('<kind>', `种类：${REPORT_KINDS.join(' ')}`)
    .option('--period <period>', '报送期：2026-09、2026Q3、2026H1、2026')
    .option('--out <dir>', '放到哪个目录；不写就只打印文字')
    .option('--scope <words>', '范围：单位、任务或主题，如 市水务局、第52项、低空经济、只要滞后的')
    .option('--as <user>', '以谁的身份看：姓名、编号，或 leader、liaison@单位名；不写按督查室')
    .option(
      '--form <forms>',
      `形式，逗号分隔：${REPORT_FORMS.join(',')}；不写就是全部`,
      REPORT_FORMS.join(','),
    )
    .option('--today <date>', '当作今天的日期，YYYY-MM-DD')
    .option('--json', '输出报告的 JSON')
    .action(report)
}

async function report(name: string, options: Options): Promise<void> {
  const wish = { kind: kindOf(name), period: periodOf(options.period), scope: options.scope ?? '' }
  const forms = formsOf(options.form ?? '')
  if (options.out !== undefined) makeFolder(options.out)
  const { withSession } = await import('../app/session.ts')
  const { createReportCommand } = await import('../app/report-command.ts')
  await withSession(complain, async (session) => {
    const command = createReportCommand(session)
    try {
      const made = await command.make({ ...wish, as: options.as, today: options.today })
      if (made.missed !== null) complain(`没有查到与“${made.missed}”有关的任务，按全部任务出。`)
      for (const assumption of made.assumptions) complain(assumption)
      if (options.json) printJson(made.report)
      else if (options.out === undefined) printText(command.text(made))
      if (options.out === undefined) return
      for (const form of forms) {
        const file = await command.print(made, form)
        const path = join(options.out, file.name)
        writeFileSync(path, file.bytes)
        complain(path)
      }
    } finally {
      command.close()
    }
  })
}

function kindOf(name: string): ReportKind {
  const kind = NAMES[name] ?? REPORT_KINDS.find((k) => k === name)
  if (kind !== undefined) return kind
  throw new AppError('bad-request', `没有“${name}”这种报告。可以是：${REPORT_KINDS.join('、')}。`)
}

function periodOf(said: string | undefined): Period | null {
  if (said === undefined || isPeriod(said)) return said ?? null
  throw new AppError('bad-request', `报送期“${said}”不对，请写成 2026-09、2026Q3、2026H1 或 2026。`)
}

function formsOf(said: string): readonly ReportForm[] {
  const asked = said.split(/[,，]/).map((form) => form.trim())
  const unknown = asked.find((form) => !REPORT_FORMS.some((f) => f === form))
  if (unknown === undefined) return REPORT_FORMS.filter((form) => asked.includes(form))
  throw new AppError('bad-request', `没有“${unknown}”这种形式。可以是：${REPORT_FORMS.join('、')}。`)
}
