import type { Command } from 'commander'
import { isPeriod } from '../domain/period.ts'
import type { Day } from '../domain/span.ts'
import type { Snapshot, TaskStanding } from '../domain/standing.ts'
import { AppError } from '../errors.ts'
import { complain, printJson, printText } from './output.ts'

interface Options {
  readonly unit?: string
  readonly period?: string
  readonly today?: Day
  readonly json?: boolean
}

export function addProgress(program: Command): void {
  program
    .command('progress')
    .description('各项任务的进展：红黄绿灯、最近一次完成值、谁还没报')
    .option('--unit <单位>', '只看一个单位牵头或负责的任务')
    .option('--period <报送期>', '2026-10、2026Q3、2026H1 或 2026，默认今年')
    .option('--today <日期>', '按哪一天看，默认今天')
    .option('--json', '输出 JSON')
    .action(run)
}

async function run(options: Options): Promise<void> {
  if (options.period !== undefined && !isPeriod(options.period))
    throw new AppError('bad-request', `“${options.period}”不是报送期，请写成 2026-10、2026Q3、2026H1 或 2026`)
  const { withSession } = await import('../app/session.ts')
  const { dayIn } = await import('../app/zone.ts')
  const { createStandings } = await import('../store/standings.ts')
  const { unitFinder } = await import('../app/unit-named.ts')
  const { standingLine } = await import('../cards/answer/progress-words.ts')
  await withSession(complain, async ({ db, config }) => {
    const today = options.today ?? dayIn(config.TZ_NAME, new Date())
    const period = options.period ?? today.slice(0, 4)
    const whole = await createStandings(db).snapshot({ period, today })
    const unit = options.unit === undefined ? undefined : (await unitFinder(db)).named(options.unit)
    if (unit === null) throw new AppError('not-found', `没有叫“${options.unit}”的单位，或者不止一个`)
    const snapshot = unit === undefined ? whole : ofUnit(whole, unit.id)
    if (options.json) return printJson(snapshot)
    printText(lines(snapshot, (task) => standingLine(task, today)).join('\n'))
  })
}

const ofUnit = (snapshot: Snapshot, unitId: number): Snapshot => ({
  ...snapshot,
  tasks: snapshot.tasks.filter(({ leads, responsible }) =>
    [...leads, ...responsible].some(({ id }) => id === unitId),
  ),
  owing: snapshot.owing.filter((owing) => owing.unitId === unitId),
})

const LIGHTS = { red: '红', amber: '黄', green: '绿', none: '－' } as const

function lines({ tasks, owing }: Snapshot, told: (task: TaskStanding) => string): string[] {
  const open = owing.filter(({ state }) => state === 'open')
  return [
    ...tasks.map((task) =>
      [
        LIGHTS[task.light],
        task.document.name,
        placeOf(task),
        task.leads.map(({ name }) => name).join('、'),
        told(task),
      ].join('\t'),
    ),
    ...open.map(
      ({ unit, dueOn, tasks: all, reported }) => `未报\t${unit}\t${dueOn}到期\t${all - reported}项`,
    ),
  ]
}

const placeOf = ({ no, part, path }: TaskStanding): string =>
  `${no === null ? path.join('') : `第${no}项`}${part === null ? '' : `第${part}部分`}`
