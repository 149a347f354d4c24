import type { Draft, OrderDraft } from '../../domain/draft.ts'
import type { TaskLabel } from '../../domain/draft-view.ts'
import type { Block, Button, Message } from '../../domain/message.ts'
import type { NamedTask } from '../../domain/named-task.ts'
import type { ActOrder } from '../../domain/order.ts'
import { taskName, taskTitle } from './naming.ts'
import type { PressResult } from './pressed.ts'
import type { Reviewable } from './review.ts'
import { buttons, form, note, say, text } from './say.ts'
import { statedWords } from './statements.ts'

type Shown = Draft<OrderDraft>

const drop = ({ id }: Shown): Button => ({ text: '取消', action: { do: 'dropDraft', draft: id } })
const go = ({ id, revision }: Shown, words: string, more: Partial<Button> = {}): Button => ({
  text: words,
  style: 'primary',
  action: { do: 'confirmDraft', draft: id, revision },
  ...more,
})

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

/** Whom a press would ask, before anybody is. */
export function pressCard(draft: Shown, { asked, spared }: PressResult, hint: string | null): Message {
  if (asked.length === 0)
    return say(spared.length === 0 ? '没有可催的' : '这次不催', [
      ...sparedBlocks(spared),
      ...(spared.length === 0 ? [text('都报了，没有欠报的。')] : []),
      buttons(drop(draft)),
    ])
  const items = asked.reduce((sum, a) => sum + a.items, 0)
  const people = new Set(asked.map((a) => a.person)).size
  return say(`将催办 ${asked.length} 家（还没有发）`, [
    ...(hint === null ? [] : [text(hint)]),
    ...askedBlocks(asked),
    note(`共 ${items} 项，合并成 ${people} 张卡片，一人一张。`),
    ...sparedBlocks(spared),
    buttons(go(draft, `催办这${asked.length}家`), drop(draft)),
  ])
}

const NAMED = 8

function askedBlocks(asked: PressResult['asked']): Block[] {
  const rows = asked.map((a) => ({ lead: a.unit, text: `${a.items}项`, small: `发给 ${a.person}` }))
  const rest = rows.slice(NAMED)
  return [
    { kind: 'rows', rows: rows.slice(0, NAMED), pageSize: NAMED },
    ...(rest.length === 0
      ? []
      : [
          {
            kind: 'fold',
            title: `其余${rest.length}家`,
            blocks: [{ kind: 'rows', rows: rest, pageSize: rest.length }],
          } as const,
        ]),
  ]
}

/** One line a reason, each unit once. */
const sparedBlocks = (spared: PressResult['spared']): Block[] =>
  [...Map.groupBy(spared, (s) => s.reason)].map(([reason, list]) => {
    const units = [...new Set(list.map((s) => s.unit))]
    return text(`这次不发（${reason}）：${unitsWords(units)}`)
  })

const unitsWords = (units: readonly string[]): string =>
  units.length > NAMED ? `${units.slice(0, NAMED).join('、')}等${units.length}家` : units.join('、')

export function pressedCard({ asked, spared }: PressResult): Message {
  const blocks = [
    ...(asked.length === 0 ? [] : [text(`已发给${unitsWords(asked.map((a) => a.unit))}的联络员。`)]),
    ...sparedBlocks(spared),
  ]
  const title = asked.length === 0 ? '没有发出' : `已催办 ${asked.length} 家`
  return say(title, blocks, { tone: asked.length === 0 ? 'warn' : 'good' })
}

/** Reports an order would confirm. */
export function confirmCard(draft: Shown, list: readonly Reviewable[]): Message {
  return say(`将确认 ${list.length} 项（还没有办）`, [
    reviewRows(list),
    buttons(go(draft, `确认这${list.length}项`), drop(draft)),
  ])
}

/** Reports an order would return; the reason goes to the liaison. */
export function returnCard(draft: Shown, list: readonly Reviewable[]): Message {
  return say(`将退回 ${list.length} 项（还没有办）`, [
    reviewRows(list),
    reasonForm(draft, { label: '原因（联络员会看到）', submit: `退回这${list.length}项`, confirm: null }),
    buttons(drop(draft)),
  ])
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
  draft: Shown,
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
export function closeCard(draft: Shown, list: readonly Closable[]): Message {
  const rows: Block = {
    kind: 'rows',
    rows: list.map(({ task, figures, evidence, reviewed }) => ({
      lead: taskTitle(task),
      text: figures === '' ? '没有报过数' : figures,
      small: [
        reviewed ? '最近一次报送已审核' : '⚠ 最近一次报送还没有审核',
        evidence.length === 0 ? '⚠ 没有佐证，请在原因里写明依据' : `佐证：${evidence.join('、')}`,
      ].join('\n'),
    })),
    pageSize: 30,
  }
  const words = `销号后不再向各单位要这${list.length}项的进展，确定销号吗？`
  return say(`将销号 ${list.length} 项（还没有办）`, [
    rows,
    reasonForm(draft, { label: '销号依据', submit: '销号', confirm: words }),
    buttons(drop(draft)),
  ])
}

export function reopenCard(draft: Shown, tasks: readonly TaskLabel[]): Message {
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
