import type { Command } from 'commander'
import type { NewDutyChange } from '../domain/duty-change.ts'
import { readDutyWish } from './duty-wish.ts'
import { complain, printJson, printText } from './output.ts'

export interface DutyOptions {
  readonly from?: string
  readonly to?: string
  readonly every?: string
  readonly due?: string
  readonly who?: string
  readonly what?: string
  readonly kind?: string
  readonly document?: string
  readonly until?: string
  readonly json?: boolean
}

export function addDuties(program: Command): void {
  program
    .command('duties')
    .description(
      '报送要求：list 列出；move 编号 改期；shift 编号 只改最近一次；pause/resume/end 编号 暂停、恢复、终止；add 新增。改动从 --from 起生效，默认今天',
    )
    .argument('<what>', 'list、move、shift、pause、resume、end 或 add')
    .argument('[key]', '报送要求的编号（list 第一列）')
    .option('--from <day>', '从哪天起生效')
    .option('--due <day>', '改到或定在这一天，YYYY-MM-DD')
    .option('--every <rhythm>', '周期和日子：month:25、quarter:1:20（第1个月20日）、half:6:30、year:12:10')
    .option('--who <words>', '由谁报：各牵头单位、各责任单位、单位名称')
    .option('--what <words>', '报什么，如“安全生产专项进展”')
    .option('--kind <kind>', 'progress 进展、handlingPlan 办理方案、contacts 名单；默认 progress')
    .option('--document <id>', '属于哪份文件（documents 第一列）；不写就是全部文件的任务')
    .option('--until <day>', '到哪天为止')
    .option('--json', '输出 JSON')
    .action(run)
}

async function run(what: string, key: string | undefined, options: DutyOptions): Promise<void> {
  const { withSession } = await import('../app/session.ts')
  await withSession(complain, async ({ db, config }) => {
    const { remindDeps } = await import('../app/reminding.ts')
    const { dayIn } = await import('../app/zone.ts')
    const { createLog } = await import('../log.ts')
    const { createDutyDesk } = await import('../remind/duty-desk.ts')
    const { dutyBefore } = await import('../remind/list-duties.ts')
    const at = new Date()
    const today = dayIn(config.TZ_NAME, at)
    const deps = remindDeps({ db, config, channels: {}, now: () => at, log: createLog(config.LOG_LEVEL) })
    const listed = await createDutyDesk(deps).list(today)
    if (what === 'list') return show(listed, today, options.json)
    const change: NewDutyChange = readDutyWish({ what, key, options, today }, listed)
    const before = dutyBefore(listed.find(({ duty }) => 'duty' in change && duty.key === change.duty) ?? null)
    const { addDutyChange } = await import('../store/duty-changes.ts')
    const id = await addDutyChange(db, { change, before }, { personId: null, at, today, messageKey: 'cli' })
    if (options.json) return printJson({ id, ...change })
    printText(writtenWords(change, id))
  })
}

function writtenWords(change: NewDutyChange, id: number): string {
  if (change.change === 'added') return `已新增报送要求 added:${id}`
  if (change.change === 'shifted') return `已记下，${change.body.of} 那一次改到 ${change.body.due}`
  return `已记下，从 ${change.body.from} 起生效`
}

type Listed = ReturnType<typeof import('../remind/list-duties.ts').listDuties>

async function show(listed: Listed, today: string, json = false): Promise<void> {
  if (json)
    return printJson(
      listed.map(({ duty, next, state }) => ({
        ...{ key: duty.key, document: duty.document, who: duty.who, what: duty.what, kinds: duty.kinds },
        ...{ recurrence: duty.recurrence, due: duty.due, next, state, text: duty.text },
      })),
    )
  const { dutyStateWords } = await import('../cards/remind/wording.ts')
  const { shortDay } = await import('../report/words.ts')
  const lines = listed.map(({ duty, next, state }) =>
    [
      ...[duty.key, duty.document, `${duty.who ?? '（未写由谁报）'}：${duty.what}`],
      ...[next === null ? '以后没有' : `下次 ${shortDay(next, today)}`, dutyStateWords(state, next !== null)],
    ].join('\t'),
  )
  printText(lines.length > 0 ? lines.join('\n') : '还没有读到报送要求')
}
