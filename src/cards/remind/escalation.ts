import type { Button, Message, Row } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import type { AskFigures } from '../../domain/standing.ts'
import { periodWords, plainDay } from '../progress/naming.ts'
import { buttons, note, say, text } from '../progress/say.ts'
import { KIND_NAMES } from './reminder.ts'
import type { EscalationView, LateUnit } from './view.ts'

const ROWS = 10

/** To a leader: what their units have not reported, the liaison having been asked before. */
export function leaderCard({ late, today }: EscalationView): Message {
  const units = [...new Set(late.map(({ owed }) => owed.request.unit))]
  const [only] = units
  const title = units.length === 1 ? `${only}有报送逾期` : `${units.length}个单位有报送逾期`
  return say(
    title,
    [
      { kind: 'rows', rows: late.map((one) => lateRow(one, today)), pageSize: ROWS },
      note('已分别提醒过联络员。请督促尽快报送；已经报了的，这张清单会随之更新。'),
    ],
    { tone: 'warn' },
  )
}

/** To supervisors: who is on the list as of today, and who could not be asked at all. */
export function listCard({ late, today }: EscalationView, figures: ListFigures): Message {
  const unreached = late.filter(({ unreached: why }) => why !== null)
  const overdue = late.filter(({ unreached: why }) => why === null)
  const rows = [...overdue, ...unreached].map((one) => lateRow(one, today))
  return say(
    `还有${new Set(late.map(({ owed }) => owed.request.unitId)).size}个单位没报`,
    [
      text(countsLine(figures)),
      { kind: 'rows', rows, pageSize: ROWS },
      ...(unreached.length > 0
        ? [note('没有联络员或没有账号的单位收不到提醒，请指定联络员或电话通知。')]
        : []),
      ...pressButtons(overdue),
      note(burdenLine(figures.month)),
    ],
    { tone: 'warn' },
  )
}

export interface ListFigures {
  /** Units that owe something by now, and those of them that have reported all. */
  readonly owing: number
  readonly reported: number
  readonly overdue: number
  /** Asks of this month. */
  readonly month: AskFigures
}

const countsLine = ({ owing, reported, overdue }: ListFigures): string =>
  `应报 **${owing}** 家，已报 **${reported}** 家，逾期 **${overdue}** 家`

/** 本月共请求 60 次，合并 112 项，因已有数据少问 37 项。 */
export const burdenLine = ({ sent, merged, avoided }: AskFigures): string =>
  `本月共请求 ${sent} 次，合并 ${merged} 项，因已有数据或已催够少问 ${avoided} 项。`

function pressButtons(overdue: readonly LateUnit[]) {
  const requests = overdue.map(({ owed }) => owed.request.id)
  if (requests.length === 0) return []
  const units = new Set(overdue.map(({ owed }) => owed.request.unitId)).size
  const list: readonly Button[] = [
    { text: `催办这${units}家`, style: 'primary', action: { do: 'press', requests } },
    {
      text: '加急催办',
      action: { do: 'press', requests, urgent: true },
      confirm: '加急会在对方手机上强提醒，确定要对这些单位加急吗？',
    },
  ]
  return [buttons(...list)]
}

/** 市水务局　10月报送 2项 | 逾期5个工作日，已催3次 | 联络员 江小波 */
function lateRow({ owed, liaison, unreached }: LateUnit, today: Day): Row {
  const { request, late, tasks, dueOn } = owed
  const what =
    request.kind === 'progress' ? `${periodWords(request.period, today)}报送` : KIND_NAMES[request.kind]
  const days = late > 0 ? `逾期${late}个工作日` : `应于${plainDay(dueOn, today)}前`
  return {
    lead: request.unit,
    text: `${what}${tasks.length > 0 ? ` ${tasks.length}项` : ''}，${days}，已催${request.asked}次`,
    small: unreached ?? (liaison === null ? '没有联络员' : `联络员 ${liaison}`),
    light: late > 0 ? 'red' : 'amber',
  }
}
