import { amount, targetWords } from '../../cards/progress/figures.ts'
import { type Closable, closeCard, confirmCard, reopenCard, returnCard } from '../../cards/progress/orders.ts'
import { pressCard } from '../../cards/progress/press-card.ts'
import { statedWords } from '../../cards/progress/statements.ts'
import type { Draft, OrderDraft } from '../../domain/draft.ts'
import type { Message } from '../../domain/message.ts'
import type { Progress } from '../../domain/progress.ts'
import type { LedgerTask } from '../../understand/progress/ledger.ts'
import type { Turn } from './deps.ts'
import { labelOf } from './items.ts'
import { reviewables } from './review.ts'
import { labelsOf, tasksByOrigin } from './task-labels.ts'
import { handOf } from './tools.ts'

/** An order with all it would touch, as things stand now. */
export async function orderFace(
  turn: Turn,
  draft: Draft<OrderDraft>,
  hint: string | null = null,
): Promise<Message> {
  const { p } = turn
  const { order, requests, progress, tasks } = draft.body
  switch (order.do) {
    case 'press': {
      const press = {
        requestIds: requests,
        key: `draft:${draft.id}`,
        hand: handOf(turn, `draft:${draft.id}`),
        dry: true,
        urgent: order.urgent,
      }
      return pressCard(draft, await p.reminding.press(press), hint)
    }
    case 'confirm':
      return confirmCard(draft, await stillWaiting(turn, progress))
    case 'return':
      return returnCard(draft, await stillWaiting(turn, progress))
    case 'close':
      return closeCard(draft, await closables(turn, tasks))
    case 'reopen':
      return reopenCard(draft, await labelsOf(turn, tasks))
  }
}

/** Of the reports an order was about those that still wait. */
export async function stillWaiting(turn: Turn, ids: readonly number[]) {
  const rows = await Promise.all(ids.map((id) => turn.p.book.find(id)))
  return reviewables(
    turn,
    rows.filter((r) => r !== null),
  )
}

async function closables(turn: Turn, tasks: readonly number[]): Promise<Closable[]> {
  const byOrigin = await tasksByOrigin(turn)
  const standing = await turn.p.book.standing(tasks)
  const files = (await turn.p.evidence.ofProgress(standing.map((s) => s.id))) ?? []
  return tasks.flatMap((id) => {
    const task = byOrigin.get(id)
    if (task === undefined) return []
    const own = standing.filter((s) => s.taskId === id)
    const official = own.find((s) => s.capacity === 'lead') ?? own[0]
    const evidence = files.filter((f) => own.some((s) => s.id === f.progressId)).map((f) => f.name)
    const reviewed = official?.review === 'confirmed'
    return [
      {
        task: labelOf(task, id),
        figures: official ? figuresOf(task, official) || statedWords(official) : '',
        evidence,
        reviewed,
      },
    ]
  })
}

const figuresOf = (task: LedgerTask, { readings }: Progress): string =>
  readings
    .map((r) => {
      const target = task.metrics.find((m) => m.name === r.metric)
      return `${r.metric} ${amount(r.value, r.unit)}${target ? `（目标${targetWords(target)}）` : ''}`
    })
    .join('、')
