import type { Decline } from '../../domain/decline.ts'
import type { TaskLabel } from '../../domain/draft-view.ts'
import type { Button, Message } from '../../domain/message.ts'
import { taskName, taskTitle } from './naming.ts'
import { BACK, buttons, form, note, say, text } from './say.ts'

/** A declined task with what its document says of it. */
export interface DeclinedTask {
  readonly decline: Decline
  readonly task: TaskLabel
  readonly leads: readonly string[]
  readonly responsible: readonly string[]
}

/** 按文件牵头单位是…，责任单位是… */
function documentWords({ task, leads, responsible }: Omit<DeclinedTask, 'decline'>): string {
  const lead = leads.length === 0 ? '没有写牵头单位' : `牵头单位按文件是“${leads.join('、')}”`
  const others = responsible.length === 0 ? '' : `，责任单位是${responsible.slice(0, 6).join('、')}`
  return `${taskName(task)}的${lead}${others}`.replace('的没有写', '没有写')
}

/** To who declined: the opinion is on its way, and the task is left alone meanwhile. */
export function declinedCard(list: readonly DeclinedTask[]): Message {
  const take = list.slice(0, 6).map(
    ({ decline, task }): Button => ({
      text: list.length > 1 ? `撤回${taskName(task)}的意见` : '撤回意见',
      action: { do: 'withdrawDecline', decline: decline.id },
    }),
  )
  const which = list.length > 1 ? `这${list.length}项` : '这一项'
  return say('已转督查室', [
    ...list.map((d) => text(`${documentWords(d)}。`)),
    text(`已把您的意见转给督查室，处理前不再催您${which}。`),
    buttons(...take),
  ])
}

/** Which task, and why. `reason`: what was said so far. */
export function declineForm(
  tasks: readonly TaskLabel[],
  {
    task,
    reason,
    request,
  }: { readonly task: number | null; readonly reason: string; readonly request: number | null },
): Message {
  if (tasks.length === 0)
    return say('没有要报的任务', [text('贵单位目前没有要报的任务。要问某一项归谁，直接问我“第几项谁负责”。')])
  const options = tasks.map((t) => ({ text: taskTitle(t), value: String(t.originId) }))
  const chosen = task ?? (tasks.length === 1 ? tasks[0]?.originId : undefined)
  return say('哪一项不归贵单位？', [
    form(
      'decline',
      [
        {
          kind: 'select',
          name: 'task',
          label: '任务',
          options,
          required: true,
          ...(chosen === undefined ? {} : { value: String(chosen) }),
        },
        {
          ...{ kind: 'input', name: 'reason', label: '理由', required: true, lines: 2 },
          ...(reason === '' ? { hint: '如：职能已划转到市数据局' } : { value: reason }),
        } as const,
        { kind: 'input', name: 'owner', label: '应由哪个单位负责（知道就写）' },
      ],
      {
        text: '交督查室',
        style: 'primary',
        action: { do: 'decline', ...(request === null ? {} : { request }) },
      },
    ),
    buttons(BACK),
  ])
}

/** To supervisors. */
export function declineAsked({ decline, task, leads, responsible }: DeclinedTask): Message {
  const { unit, person, reason, owner, id } = decline
  const rule = (verdict: 'accepted' | 'kept') => ({ do: 'ruleDecline', decline: id, verdict }) as const
  return say(`${unit}提出一项不归本单位`, [
    text(`**${taskTitle(task)}**（${task.document}）`),
    text(`${person ?? unit}：“${reason}”${owner === null ? '' : `，提出应由${owner}负责`}`),
    note(documentWords({ task, leads, responsible })),
    form(
      'ruleDecline',
      [
        {
          kind: 'input',
          name: 'unit',
          label: '改派给（不改派就空着）',
          ...(owner === null ? {} : { value: owner }),
        },
      ],
      { text: '确认不归', style: 'primary', action: rule('accepted') },
    ),
    buttons({ text: `仍归${unit}`, action: rule('kept') }),
  ])
}

/** The ruling, to both sides. `to`: who has the task now. */
export function declineRuled(d: Pick<DeclinedTask, 'decline' | 'task'>, to: string | null): Message {
  const { decline, task } = d
  const by = decline.ruledBy === null ? '督查室' : `督查室 ${decline.ruledBy}`
  const words = {
    accepted: `${by}已确认${taskTitle(task)}不归${decline.unit}${to === null ? '' : `，改由${to}负责`}，以后不再向${decline.unit}要这一项。`,
    kept: `${by}核定${taskTitle(task)}仍归${decline.unit}，请继续报送。`,
    withdrawn: `${decline.unit}已撤回对${taskTitle(task)}的意见，照常报送。`,
  }[decline.verdict ?? 'withdrawn']
  return say('“不归我们”的处理结果', [text(words)], { tone: decline.verdict === 'kept' ? 'warn' : 'good' })
}
