import type { DraftView } from '../../domain/draft-view.ts'
import type { Block, Message } from '../../domain/message.ts'
import { subtitleOf } from './draft-card.ts'
import { itemBlocks } from './item.ts'
import { momentWords, taskName, taskNames } from './naming.ts'
import { buttons, note, say, text } from './say.ts'

/** A report somebody else made after the card was drawn. */
export interface Overtaken {
  readonly task: number
  readonly person: string
  readonly at: Date
}

/** After 确认报送: what was written, and what was not, for a colleague had been quicker. */
export function writtenCard(view: DraftView, at: Date, overtaken: readonly Overtaken[] = []): Message {
  const late = new Set(overtaken.map((o) => o.task))
  const rows = view.items.filter((i) => !i.empty && !late.has(i.task.originId))
  const blocks: readonly Block[] = [
    ...itemBlocks(rows, view.today),
    ...overtakenBlocks(view, overtaken),
    ...owedBlocks(view),
    ...(rows.length === 0 ? [] : [note(`${momentWords(at)} 写入。报错了直接说，例如“刚才说错了，是7条”。`)]),
  ]
  const title = rows.length > 0 ? `已报送 ${rows.length} 项` : '没有写入'
  return say(title, blocks, { ...subtitleOf(view), tone: rows.length > 0 ? 'good' : 'warn' })
}

function overtakenBlocks(view: DraftView, overtaken: readonly Overtaken[]): Block[] {
  return overtaken.map(({ task, person, at }) => {
    const item = view.items.find((i) => i.task.originId === task)
    const name = item ? taskName(item.task) : '这一项'
    return text(
      `${name} ${person} 已于 ${momentWords(at)} 报过，您这份没有写入。要改成您的数，请再说一遍，我按更正处理。`,
    )
  })
}

function owedBlocks({ owed }: DraftView): Block[] {
  if (owed.length === 0) return []
  return [
    text(`本期还有${owed.length}项没报${owed.length > 6 ? '' : `：${taskNames(owed)}`}。`),
    buttons({ text: '填表', action: { do: 'fill' } }, { text: '其余无变化', action: { do: 'unchanged' } }),
  ]
}

/** The card of a draft that is settled, to whoever taps it again. */
export function settledCard(outcome: 'confirmed' | 'dropped' | 'replaced', at: Date): Message {
  const words = {
    confirmed: `这份报送已于 ${momentWords(at)} 写入，不用再点。`,
    dropped: '这份没有报，已经作废。要报送，直接告诉我就行。',
    replaced: '这张卡片已经换成新的，请在最新的卡片上操作。',
  }[outcome]
  return say(outcome === 'confirmed' ? '已报送' : '已作废', [text(words)], {
    tone: outcome === 'confirmed' ? 'good' : 'plain',
  })
}

export const droppedCard = (): Message =>
  say('没有报送', [text('好，这份不报了，什么也没有写入。要报的时候直接告诉我。')])
