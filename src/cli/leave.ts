import type { Command } from 'commander'
import { AppError } from '../errors.ts'
import { complain, printJson, printText } from './output.ts'

interface Options {
  readonly from?: string
  readonly until?: string
  readonly substitute?: string
  readonly json?: boolean
}

export function addLeaveCommand(program: Command): void {
  program
    .command('leave')
    .description(
      '休假：add 姓名或编号 登记（期间由替代人接提醒，不写则找本单位其他联络员）；end 姓名或编号 提前销假；list 列出',
    )
    .argument('<what>', 'add、end 或 list')
    .argument('[person]', '姓名或编号')
    .option('--from <day>', '从哪天起，默认今天')
    .option('--until <day>', '到哪天为止；不写就是没有定')
    .option('--substitute <person>', '替代人的姓名或编号')
    .option('--json', '输出 JSON')
    .action(run)
}

async function run(what: string, person: string | undefined, options: Options): Promise<void> {
  const { withSession } = await import('../app/session.ts')
  const leaves = await import('../store/leaves.ts')
  const { readViewers } = await import('../store/people.ts')
  const { dayIn } = await import('../app/zone.ts')
  await withSession(complain, async ({ db, config }) => {
    const at = new Date()
    const today = dayIn(config.TZ_NAME, at)
    const hand = { personId: null, at, today, messageKey: 'cli' }
    const people = await readViewers(db)
    if (what === 'list') return show(await leaves.readLeaves(db, today), people, options.json)
    const personId = idOf(person, people)
    if (what === 'end') return void (await leaves.endLeave(db, personId, hand))
    if (what !== 'add') throw new AppError('bad-request', `leave 后面是 add、end 或 list，不是“${what}”。`)
    const from = dayOf(options.from) ?? today
    const until = dayOf(options.until)
    if (until !== null && until < from) throw new AppError('bad-request', '休假的结束日期早于开始日期。')
    const substituteId = options.substitute === undefined ? null : idOf(options.substitute, people)
    await leaves.addLeave(db, { personId, from, until, substituteId }, hand)
    printText(`已登记${mayStandIn(personId, substituteId, people) ? '' : STANDS_ASIDE}`)
  })
}

type People = readonly {
  readonly personId: number | null
  readonly name: string
  readonly unit: string | null
  readonly roles: readonly string[]
}[]

const STANDS_ASIDE = '。替代人不是这个单位的联络员，能收到提醒但不能代报，请用 people import 登记为联络员'

/** Whoever stands in reports as a liaison of the same unit, or not at all. */
function mayStandIn(personId: number, substituteId: number | null, people: People): boolean {
  const [absent, other] = [personId, substituteId].map((id) => people.find((one) => one.personId === id))
  return other === undefined || (other.unit === absent?.unit && other.roles.includes('liaison'))
}

/** Throws `bad-request` for nobody, and for a name that two people have. */
function idOf(person: string | undefined, people: People): number {
  const found = people.filter(({ name, personId }) => name === person || String(personId) === person)
  const [one] = found
  if (found.length === 1 && one?.personId != null) return one.personId
  const words = found.length === 0 ? '没有' : '不止一个人叫'
  throw new AppError('bad-request', `${words}“${person ?? ''}”，请写 people list 第一列的编号。`)
}

function dayOf(text: string | undefined): string | null {
  if (text === undefined) return null
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new AppError('bad-request', `“${text}”不是日期，应写成 2026-12-05。`)
}

type Leaves = Awaited<ReturnType<typeof import('../store/leaves.ts').readLeaves>>

function show(leaves: Leaves, people: People, json = false): void {
  const name = (id: number | null): string => people.find(({ personId }) => personId === id)?.name ?? ''
  const rows = leaves.map((one) => ({
    ...one,
    person: name(one.personId),
    substitute: name(one.substituteId),
  }))
  if (json) {
    printJson(rows)
    return
  }
  const lines = rows.map(({ person, from, until, substitute }) =>
    [person, from, until ?? '（未定）', substitute === '' ? '没有指定替代人' : `由${substitute}替代`].join(
      '\t',
    ),
  )
  printText(lines.length > 0 ? lines.join('\n') : '没有人休假')
}
