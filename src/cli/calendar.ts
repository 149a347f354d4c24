import { basename } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '../errors.ts'
import { load } from './extract.ts'
import { complain, printJson, printText } from './output.ts'

interface Options {
  readonly json?: boolean
}

export function addCalendar(program: Command): void {
  program
    .command('calendar')
    .description(
      '工作日历：import FILE 导入放假调休安排（每行：日期,班|休,名称，日期可写成 2027-10-01~2027-10-07；也可以直接存国务院办公厅通知的文字）；list 列出；drop YEAR 撤销某年的导入',
    )
    .argument('<what>', 'import、list 或 drop')
    .argument('[value]', '文件，或年份')
    .option('--json', '输出 JSON')
    .action(run)
}

async function run(what: string, value: string | undefined, { json = false }: Options): Promise<void> {
  const { withSession } = await import('../app/session.ts')
  const days = await import('../store/calendar-days.ts')
  const { dayIn } = await import('../app/zone.ts')
  const handOf = (zone: string) => {
    const at = new Date()
    return { personId: null, at, today: dayIn(zone, at), messageKey: 'cli' }
  }
  if (what === 'list')
    return withSession(complain, async ({ db }) => show(await days.readCalendarDays(db), json))
  if (what === 'drop' && /^20\d{2}$/.test(value ?? ''))
    return withSession(complain, async ({ db, config }) => {
      const dropped = await days.dropCalendarYear(db, Number(value), handOf(config.TZ_NAME))
      return json ? printJson({ dropped }) : printText(`已撤销 ${value} 年导入的 ${dropped} 天`)
    })
  if (what !== 'import' || value === undefined)
    throw new AppError('bad-request', '用法：calendar import 文件、calendar list 或 calendar drop 2027')
  const { readCalendarFile } = await import('../text/calendar-file.ts')
  const file = readCalendarFile(decode(load(value).bytes))
  const changed = await withSession(complain, ({ db, config }) =>
    days.saveCalendarDays(db, { days: file.days, source: basename(value) }, handOf(config.TZ_NAME)),
  )
  if (file.problems.length > 0) process.exitCode = 1
  if (json) return printJson({ read: file.days.length, changed, problems: file.problems })
  const problems = file.problems.map(({ line, words }) => `  第 ${line} 行：${words}`)
  printText([`读到 ${file.days.length} 天，新增或更改 ${changed} 天`, ...problems].join('\n'))
}

/** Excel writes lists in GB18030 unless told otherwise. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

type Days = Awaited<ReturnType<typeof import('../store/calendar-days.ts').readCalendarDays>>

function show(days: Days, json: boolean): void {
  if (json) {
    printJson(days)
    return
  }
  const lines = days.map((d) => [d.day, d.working ? '班' : '休', d.name, d.source].join('\t'))
  printText(lines.length > 0 ? lines.join('\n') : '没有导入过放假调休安排，按程序自带的国家法定安排计算')
}
