import type { Line, LineOutcome, LineReason } from '../../domain/reminding.ts'
import type { Day } from '../../domain/span.ts'
import type { Duty } from '../../remind/duty.ts'
import type { Idle } from '../../remind/plan-requests.ts'
import { shortDay } from '../../report/words.ts'
import { dayWords, periodWords } from '../progress/naming.ts'
import { KIND_NAMES } from './reminder.ts'

const OUTCOMES: Readonly<Record<LineOutcome, string>> = {
  send: '发送',
  merge: '并入同一张卡片',
  avoid: '不再催',
  list: '列入督查室清单',
  wait: '不发',
}

/** T-7 → 提前7个工作日; late:2 → 逾期第2个工作日. */
export function rungWords(rung: string): string {
  const [name = ''] = rung.split('@')
  const again = rung.includes('@') ? '（退回重报）' : ''
  const [kind, rest] = name.split(/[-:](.*)/s)
  switch (kind) {
    case '':
      return '还没到提醒日'
    case 'T':
      return rest ? `提前${rest}个工作日提醒${again}` : `到期当天提醒${again}`
    case 'late':
      return `逾期第${rest}个工作日提醒${again}`
    case 'later':
      return `按本人要求的日期提醒${again}`
    case 'leader':
      return '告知单位负责同志'
    case 'list':
      return '列入督查室逾期清单'
    case 'nobody':
      return '没人可催，告知督查室'
    default:
      return '督查室催办'
  }
}

/** Why a line is what it is, as one would tell it. */
export function reasonWords(reason: LineReason, today: Day): string {
  switch (reason.why) {
    case 'rung':
      return '到了该提醒的日子'
    case 'caughtUp':
      return `${shortDay(reason.day, today)}那次没有发出，今天补这一次`
    case 'oneCard':
      return '本人今天的事项合成一张卡片'
    case 'askedToday':
      return '今天已提醒过本人，只更新原来那张卡片'
    case 'taken':
      return `这一次已在${shortDay(reason.on, today)}处理过`
    case 'notYet':
      return `下一次提醒是${dayWords(reason.next, today)}`
    case 'holiday':
      return '今天不是工作日'
    case 'quiet':
      return '不在提醒时段'
    case 'snoozed':
      return `本人要求${shortDay(reason.until, today)}再提醒`
    case 'askedEnough':
      return `已提醒${reason.times}次，到了每次报送的上限`
    case 'noLiaison':
      return '单位没有登记联络员'
    case 'onLeave':
      return `联络员${reason.name}休假，没有指定替代人`
    case 'noAccount':
      return `联络员${reason.name}没有可用的账号`
    case 'noLeader':
      return '没有登记单位负责同志或分管领导，到时直接列入督查室清单'
    case 'notAskedYet':
      return '还没有提醒过联络员，先不惊动领导'
  }
}

/** 市水务局 2026年三季度报送（7月20日前）　逾期第2个工作日提醒 → 江小波：发送，到了该提醒的日子 */
export function lineWords({ request, rung, person, outcome, reason }: Line, today: Day): string {
  const what =
    request.kind === 'progress' ? `${periodWords(request.period, today)}报送` : KIND_NAMES[request.kind]
  const whom = person === null ? '' : ` → ${person.name}`
  const left = request.tasks.filter(({ state }) => state === 'asked').length
  const items = request.tasks.length === 0 ? '' : ` ${left}/${request.tasks.length}项`
  return `${request.unit}　${what}${items}（${shortDay(request.dueOn, today)}前）　${rungWords(rung)}${whom}：${OUTCOMES[outcome]}，${reasonWords(reason, today)}`
}

const IDLE: Readonly<Record<Idle, string>> = {
  nobodyNamed: '没有写由谁报',
  unknownUnit: '写的单位不在任务的承办单位里，或名录里没有',
  noTasks: '写的单位在这份文件里没有任务',
  noDay: '没有写报送时间',
  coveredByOthers: '调度、通报用已报的数据，不另外要',
  overBeforeRead: '文件导入时已经过了期限，不补催',
}

/** 云政办〔2026〕9号　书面报告：没有写由谁报，不自动提醒 */
export const idleWords = ({
  duty,
  why,
}: {
  readonly duty: Pick<Duty, 'document' | 'what' | 'who'>
  readonly why: Idle
}): string => `${duty.document}　${duty.who ?? ''}${duty.what}：${IDLE[why]}，不自动提醒`

/** `ahead`: a day is still to come on which it falls due. */
export const dutyStateWords = (state: 'active' | 'off' | Idle, ahead: boolean): string => {
  if (state === 'active') return ahead ? '按期提醒' : '已到期，不再提醒'
  return state === 'off' ? '已暂停或终止' : `不自动提醒（${IDLE[state]}）`
}
