import type { Command } from 'commander'
import { AppError } from '../errors.ts'
import type { Explained } from '../remind/what-if.ts'
import { complain, printJson, printText } from './output.ts'

interface Options {
  readonly today?: string
  readonly dryRun?: boolean
  readonly all?: boolean
  readonly json?: boolean
}

export function addRemind(program: Command): void {
  program
    .command('remind')
    .description('今天该提醒谁报什么、为什么；--dry-run 只说明不发送，不加就交给运行中的服务发出')
    .option('--today <day>', '按这一天开始提醒的时刻（默认上午9点）算，YYYY-MM-DD；不写就是现在')
    .option('--dry-run', '只说明，不登记也不发送')
    .option('--all', '不发的也逐条列出')
    .option('--json', '输出 JSON')
    .action(run)
}

async function run(options: Options): Promise<void> {
  const day = options.today === undefined ? undefined : checkDay(options.today)
  const { withSession } = await import('../app/session.ts')
  await withSession(complain, async ({ db, config }) => {
    const { createReminding, remindDeps } = await import('../app/reminding.ts')
    const { dayIn, instantIn } = await import('../app/zone.ts')
    const { createLog } = await import('../log.ts')
    const { readMoved } = await import('../store/moved-clock.ts')
    const present = new Date(Date.now() + (await readMoved(db)))
    const at = day === undefined ? present : instantIn(config.TZ_NAME, day, config.REMIND_FROM)
    const given = { db, config, channels: {}, now: () => at, log: createLog(config.LOG_LEVEL) }
    if (options.dryRun) {
      const { explain } = await import('../remind/what-if.ts')
      const real = dayIn(config.TZ_NAME, present)
      const found = await explain({ now: at, real }, remindDeps(given))
      const today = dayIn(config.TZ_NAME, at)
      return options.json ? printJson(await jsonOf(found, today)) : show(found, today, options.all)
    }
    const lines = await createReminding(given).tick()
    const done = lines.filter(({ outcome, person }) => outcome !== 'wait' && person !== null)
    if (options.json) printJson({ lines: lines.map(lineJson) })
    else printText(done.length === 0 ? '现在没有要提醒的' : `已安排 ${done.length} 条，由运行中的服务发出`)
  })
}

/** Throws `bad-request` for what is no day. */
function checkDay(day: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`))
  if (isDay && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)) return day
  throw new AppError('bad-request', `--today 应写成 YYYY-MM-DD，不是“${day}”。`)
}

type ShownLine = Explained['lines'][number]

const lineJson = ({ request, rung, audience, person, outcome, reason }: ShownLine) => ({
  unit: request.unit,
  kind: request.kind,
  period: request.period,
  dueOn: request.dueOn,
  statedOn: request.statedOn,
  documents: request.grounds.map(({ document }) => document),
  tasks: request.tasks.length,
  left: request.tasks.filter(({ state }) => state === 'asked').length,
  rung,
  audience,
  person: person?.name ?? null,
  outcome,
  reason,
})

async function jsonOf({ lines, idle, unknownYears, assumed }: Explained, today: string) {
  const { lineWords, idleWords } = await import('../cards/remind/wording.ts')
  return {
    today,
    lines: lines.map((line) => ({ ...lineJson(line), words: lineWords(line, today) })),
    idle: idle.map((one) => ({
      ...{ key: one.duty.key, document: one.duty.document, what: one.duty.what, why: one.why },
      words: idleWords(one),
    })),
    unknownYears,
    assumed,
  }
}

async function show(found: Explained, today: string, all = false): Promise<void> {
  const { lineWords, idleWords } = await import('../cards/remind/wording.ts')
  const { lines, idle, unknownYears, assumed } = found
  const shown = all ? lines : lines.filter(({ outcome }) => outcome !== 'wait')
  const waiting = lines.length - shown.length
  const notes = [
    ...(assumed ? ['（没有催办记录的报送，按此前各次都已提醒推算）'] : []),
    ...unknownYears.map((year) => `（${year} 年放假调休安排还没有，该年只按周末推算）`),
    ...(waiting > 0 ? [`另有 ${waiting} 项今天不用提醒，加 --all 逐条列出`] : []),
  ]
  const idleLines = all ? idle.map(idleWords) : []
  printText(
    [
      ...(shown.length > 0 ? shown.map((l) => lineWords(l, today)) : ['今天没有要提醒的']),
      ...idleLines,
      ...notes,
    ].join('\n'),
  )
}
