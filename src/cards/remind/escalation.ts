import type { Block, Button, Message, Row } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import type { AskFigures } from '../../domain/standing.ts'
import { shortDay } from '../../report/words.ts'
import { periodWords } from '../progress/naming.ts'
import { buttons, note, say, text } from '../progress/say.ts'
import { KIND_NAMES } from './reminder.ts'
import type { EscalationView, LateUnit } from './view.ts'

/** A telephone shows no more; the rest is one question away. */
const ROWS = 15
const MOST_PRESSED = 200

/** To a leader: what their units have not reported, the liaison having been asked before. */
export function leaderCard({ late, today }: EscalationView): Message {
  const units = byUnit(late)
  const title = units.length === 1 ? `${unitOf(units[0])}有报送逾期` : `${units.length}个单位有报送逾期`
  return say(title, [...unitRows(units, today), note('联络员已提醒过，请督促尽快报送。')], {
    tone: 'warn',
    suggestions: ['还有谁没报'],
  })
}

/** To supervisors: who is on the list as of today, and who could not be asked at all. */
export function listCard({ late, today }: EscalationView, figures: ListFigures): Message {
  const unreached = late.filter(({ unreached: why }) => why !== null)
  const overdue = late.filter(({ unreached: why }) => why === null)
  const units = [...byUnit(overdue), ...byUnit(unreached)]
  return say(
    `还有${new Set(late.map(({ owed }) => owed.request.unitId)).size}个单位没报`,
    [
      text(countsLine(figures)),
      ...unitRows(units, today),
      ...(unreached.length > 0
        ? [note('没有联络员或没有账号的单位收不到提醒，请指定联络员或电话通知。')]
        : []),
      ...pressButtons(overdue),
      note(burdenLine(figures.month)),
    ],
    { tone: 'warn', suggestions: ['还有谁没报'] },
  )
}

type Unit = readonly LateUnit[]

const byUnit = (late: readonly LateUnit[]): readonly Unit[] => [
  ...Map.groupBy(late, ({ owed }) => owed.request.unitId).values(),
]

const unitOf = (unit: Unit | undefined): string => unit?.[0]?.owed.request.unit ?? ''

function unitRows(units: readonly Unit[], today: Day): readonly Block[] {
  const rows = units.slice(0, ROWS).map((unit) => unitRow(unit, today))
  const more = units.length - rows.length
  return [
    { kind: 'rows', rows, pageSize: ROWS },
    ...(more > 0 ? [note(`另有${more}个单位，问“还有谁没报”可看全部。`)] : []),
  ]
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
  const requests = overdue.map(({ owed }) => owed.request.id).slice(0, MOST_PRESSED)
  if (requests.length === 0) return []
  const list: readonly Button[] = [
    { text: `催办这${byUnit(overdue).length}家`, style: 'primary', action: { do: 'press', requests } },
    {
      text: '加急催办',
      action: { do: 'press', requests, urgent: true },
      confirm: '加急会在对方手机上强提醒，确定要对这些单位加急吗？',
    },
  ]
  return [buttons(...list)]
}

/** 市水务局 | 6月报送、二季度报送，共4项，最长逾期5个工作日，已催3次 | 联络员 江小波 */
function unitRow(unit: Unit, today: Day): Row {
  const names = [...new Set(unit.map(({ owed }) => nameOf(owed, today)))].join('、')
  const tasks = new Set(unit.flatMap(({ owed }) => owed.tasks.map(({ originId }) => originId))).size
  const late = Math.max(...unit.map(({ owed }) => owed.late))
  const asked = Math.max(...unit.map(({ owed }) => owed.request.asked))
  const first = unit.map(({ owed }) => owed.dueOn).sort()[0] ?? today
  const when =
    late > 0 ? `${unit.length > 1 ? '最长' : ''}逾期${late}个工作日` : `应于${shortDay(first, today)}前`
  const [one] = unit
  return {
    lead: unitOf(unit),
    text: [names, ...(tasks > 0 ? [`${tasks}项任务`] : []), when, `已催${asked}次`].join('，'),
    small: one?.unreached ?? (one?.liaison == null ? '没有联络员' : `联络员 ${one.liaison}`),
    light: late > 0 ? 'red' : 'amber',
  }
}

const nameOf = ({ request }: LateUnit['owed'], today: Day): string =>
  request.kind === 'progress' ? `${periodWords(request.period, today)}报送` : KIND_NAMES[request.kind]
