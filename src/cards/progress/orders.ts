import type { TaskLabel } from '../../domain/draft-view.ts'
import type { Block, Button, Message } from '../../domain/message.ts'
import type { NamedTask } from '../../domain/named-task.ts'
import type { ActOrder } from '../../domain/order.ts'
import type { Progress } from '../../domain/progress.ts'
import type { Day } from '../../domain/span.ts'
import { reportName, taskName, taskTitle } from './naming.ts'
import { drop, go, type ShownOrder } from './order-buttons.ts'
import type { Reviewable } from './review.ts'
import { buttons, form, note, say, text } from './say.ts'
import { statedWords } from './statements.ts'

const VERBS: Readonly<Record<ActOrder['do'], string>> = {
  press: '催办',
  confirm: '确认',
  return: '退回',
  close: '销号',
  reopen: '恢复督办',
}

/** The number stands in several documents: the order is given again, with its document. */
export function whichDocument({ do: act, reason }: ActOrder, tasks: readonly NamedTask[]): Message {
  const why = reason === null ? '' : `，${reason}`
  const ways = tasks.map((t): Button => {
    const name = `${t.document}第${t.no}项`
    return { text: name, action: { do: 'ask', q: `${name}${VERBS[act]}${why}`.slice(0, 500) } }
  })
  return say('是哪份文件的？', [text('几份文件里都有这个序号，请选一份，选好再核对一遍。'), buttons(...ways)])
}

/** Why a report cannot be judged now: somebody did before, and what is to be done about it. */
export function judgedWords({ review, reviewedBy, period }: Progress, task: TaskLabel, today: Day): string {
  const what = `${taskName(task)}的${reportName(period, today)}已由${reviewedBy ?? '督查室'}`
  return review === 'confirmed'
    ? `${what}审核通过，不再退回。数有变的，请联络员直接更正，更正后会重新送审。`
    : `${what}退回，正等联络员重报。`
}

const paged = ({ id }: ShownOrder): Pick<Message, 'pager'> => ({ pager: { do: 'showDraft', draft: id } })

/** Reports an order would confirm. */
export function confirmCard(draft: ShownOrder, list: readonly Reviewable[]): Message {
  return say(`将确认 ${list.length} 项（还没有办）`, [reviewRows(list)], {
    buttons: [go(draft, `确认这${list.length}项`), drop(draft)],
    ...paged(draft),
  })
}

/** Reports an order would return; the reason goes to the liaison. */
export function returnCard(draft: ShownOrder, list: readonly Reviewable[]): Message {
  return say(
    `将退回 ${list.length} 项（还没有办）`,
    [
      reviewRows(list),
      reasonForm(draft, { label: '原因（联络员会看到）', submit: `退回这${list.length}项`, confirm: null }),
      buttons(drop(draft)),
    ],
    paged(draft),
  )
}

const reviewRows = (list: readonly Reviewable[]): Block => ({
  kind: 'rows',
  rows: list.map(({ progress, task }) => ({
    lead: `${taskName(task)} ${progress.unit}`,
    text: statedWords(progress),
  })),
  pageSize: 30,
})

function reasonForm(
  draft: ShownOrder,
  {
    label,
    submit,
    confirm,
  }: { readonly label: string; readonly submit: string; readonly confirm: string | null },
): Block {
  const { reason } = draft.body.order
  return form(
    'reason',
    [
      {
        ...{ kind: 'input', name: 'reason', label, required: true, lines: 2 },
        ...(reason === null ? {} : { value: reason }),
      } as const,
    ],
    go(draft, submit, { style: 'danger', ...(confirm === null ? {} : { confirm }) }),
  )
}

/** A task to be closed, with what speaks for it. */
export interface Closable {
  readonly task: TaskLabel
  /** 商业航线 10条（目标≥10条） */
  readonly figures: string
  readonly evidence: readonly string[]
  readonly reviewed: boolean
}

/** 销号 is asked twice: by this card, and by the question before it is sent. */
export function closeCard(draft: ShownOrder, list: readonly Closable[]): Message {
  const rows: Block = {
    kind: 'rows',
    rows: list.map(({ task, figures, evidence, reviewed }) => ({
      lead: taskTitle(task),
      text: figures === '' ? '没有报过' : figures,
      small: [
        reviewed ? '最近一次报送已审核' : '⚠ 最近一次报送还没有审核',
        evidence.length === 0 ? '⚠ 没有佐证，请在原因里写明依据' : `佐证：${evidence.join('、')}`,
      ].join('\n'),
    })),
    pageSize: 30,
  }
  const words = `销号后不再向各单位要这${list.length}项的进展，确定销号吗？`
  return say(
    `将销号 ${list.length} 项（还没有办）`,
    [rows, reasonForm(draft, { label: '销号依据', submit: '销号', confirm: words }), buttons(drop(draft))],
    paged(draft),
  )
}

export function reopenCard(draft: ShownOrder, tasks: readonly TaskLabel[]): Message {
  return say(`将恢复督办 ${tasks.length} 项（还没有办）`, [
    text(tasks.map(taskTitle).join('、')),
    reasonForm(draft, { label: '原因', submit: '恢复督办', confirm: null }),
    buttons(drop(draft)),
  ])
}

export function closedCard(
  { done, before }: { readonly done: readonly TaskLabel[]; readonly before: readonly TaskLabel[] },
  { reopened, reason, by }: { readonly reopened: boolean; readonly reason: string; readonly by: string },
): Message {
  const [verb, old] = reopened ? ['已恢复督办', '本来就没有销号'] : ['已销号', '早已销号']
  const names = (tasks: readonly TaskLabel[]): string => tasks.map(taskTitle).join('、')
  return say(
    done.length === 0 ? old : `${verb} ${done.length} 项`,
    [
      ...(done.length === 0 ? [] : [text(`${names(done)}${verb}。依据：${reason}`)]),
      ...(before.length === 0 ? [] : [text(`${names(before)}${old}，没有改动。`)]),
      note(`${by}办理`),
    ],
    { tone: done.length === 0 ? 'warn' : 'good' },
  )
}
