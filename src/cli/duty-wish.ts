import type { DutyDate, NewDutyChange } from '../domain/duty-change.ts'
import { REQUEST_KINDS } from '../domain/request.ts'
import type { Day } from '../domain/span.ts'
import { AppError } from '../errors.ts'
import type { ListedDuty } from '../remind/list-duties.ts'
import { shiftOf } from '../remind/shift.ts'
import type { DutyOptions } from './duties.ts'

interface Wish {
  readonly what: string
  readonly key: string | undefined
  readonly options: DutyOptions
  readonly today: Day
}

const CHANGES: readonly string[] = ['move', 'shift', 'pause', 'resume', 'end']

const bad = (words: string): AppError => new AppError('bad-request', words)

/** A supervisor's word as typed. Throws `bad-request` saying what is missing. */
export function readDutyWish(
  { what, key, options, today }: Wish,
  listed: readonly ListedDuty[],
): NewDutyChange {
  const from = dayOr(options.from, today)
  if (what === 'add') return added(options)
  if (!CHANGES.includes(what)) throw bad(`duties 后面是 list、${CHANGES.join('、')} 或 add，不是“${what}”。`)
  if (key === undefined)
    throw bad(`请写上报送要求的编号，如 duties ${what} 编号；编号是 duties list 的第一列。`)
  const one = listed.find(({ duty }) => duty.key === key)
  if (one === undefined) throw bad(`没有编号为“${key}”的报送要求，请用 duties list 查看。`)
  switch (what) {
    case 'move':
      return { change: 'moved', duty: key, body: { from, date: dateOf(options) } }
    case 'shift':
      return shifted(one, options, today)
    case 'pause':
      return { change: 'paused', duty: key, body: { from } }
    case 'resume':
      return { change: 'resumed', duty: key, body: { from } }
    default:
      return { change: 'ended', duty: key, body: { from } }
  }
}

/** Of the days it falls due on the one nearest to --due. */
function shifted(one: ListedDuty, { due }: DutyOptions, today: Day): NewDutyChange {
  const body = due === undefined ? null : shiftOf({ due: dayOr(due, '') }, one, today)
  if (body === null) throw bad('请写 --due 2026-12-05：离它最近的那一次改到这一天，不能早于今天。')
  return { change: 'shifted', duty: one.duty.key, body }
}

function added(options: DutyOptions): NewDutyChange {
  const { who, what } = options
  if (!who || !what) throw bad('新增报送要求要写 --who（由谁报）和 --what（报什么）。')
  const kind = REQUEST_KINDS.find((one) => one === (options.kind ?? 'progress'))
  if (kind === undefined) throw bad(`--kind 只能是 ${REQUEST_KINDS.join('、')}。`)
  const documentId = options.document === undefined ? null : Number(options.document)
  if (documentId !== null && !Number.isInteger(documentId)) throw bad('--document 应是文件编号。')
  const [from, until] = [options.from, options.until].map((day) =>
    day === undefined ? null : dayOr(day, ''),
  )
  const body = {
    documentId,
    who,
    what,
    kind,
    date: dateOf(options),
    from: from ?? null,
    until: until ?? null,
  }
  return { change: 'added', body }
}

const RHYTHMS = { month: 'monthly', quarter: 'quarterly', half: 'semiannual', year: 'annual' } as const
const EVERY = /^(?<rhythm>month|quarter|half|year)(?::(?<a>\d{1,2}))?(?::(?<b>\d{1,2}))?$/

/** --due 2026-12-05, --every month:25, --every quarter:1:20. */
function dateOf({ due, every }: DutyOptions): DutyDate {
  if (due !== undefined) return { due: dayOr(due, '') }
  const groups = EVERY.exec(every ?? '')?.groups
  if (groups === undefined) throw bad('请写 --due 2026-12-05，或 --every month:25、quarter:1:20。')
  const numbers = [groups.a, groups.b].flatMap((text) => (text === undefined ? [] : [Number(text)]))
  const [month, day] =
    groups.rhythm === 'month' ? [null, numbers[0] ?? null] : [numbers[0] ?? null, numbers[1] ?? null]
  const recurrence = RHYTHMS[groups.rhythm as keyof typeof RHYTHMS]
  const months = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 }[recurrence]
  if ((month ?? 1) < 1 || (month ?? 1) > months || (day ?? 1) < 1 || (day ?? 1) > 31)
    throw bad(`“${every}”里的月份或日子不对。`)
  return { recurrence, month, day }
}

function dayOr(day: string | undefined, otherwise: Day): Day {
  if (day === undefined) return otherwise
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day))
    return day
  throw bad(`“${day}”不是日期，应写成 2026-12-05。`)
}
