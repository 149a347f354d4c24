import type { Draft } from '../../domain/draft.ts'
import type { DraftView } from '../../domain/draft-view.ts'
import type { Block, Message } from '../../domain/message.ts'
import { subtitleOf } from './draft-card.ts'
import { itemBlocks } from './item.ts'
import { momentWords, taskName, taskNames } from './naming.ts'
import { leftBlocks } from './open-questions.ts'
import { buttons, note, say, text } from './say.ts'

/** A report somebody else made after the card was drawn. */
export interface Overtaken {
  readonly task: number
  readonly person: string
  readonly at: Date
}

/** Nobody pages through what is written: the others are named. */
const LISTED = 30

/** After 确认报送: what was written, and what was not, for a colleague had been quicker. */
export function writtenCard(view: DraftView, at: Date, overtaken: readonly Overtaken[] = []): Message {
  const late = new Set(overtaken.map((o) => o.task))
  const rows = view.items.filter((i) => !i.empty && !late.has(i.task.originId))
  const more = rows.slice(LISTED)
  const blocks: readonly Block[] = [
    ...itemBlocks(rows.slice(0, LISTED), view.today),
    ...(more.length === 0
      ? []
      : [
          text(
            `其余${more.length}项也已写入：${taskNames(
              more.map((i) => i.task),
              more.length,
            )}。`,
          ),
        ]),
    ...overtakenBlocks(view, overtaken),
    ...leftBlocks(view),
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
export function settledCard({
  body,
  outcome,
  settledAt,
}: Pick<Draft, 'body' | 'outcome' | 'settledAt'>): Message {
  const isReport = body.kind === 'report' || body.kind === 'form'
  const when = settledAt === null ? '' : `已于 ${momentWords(settledAt)} `
  const words = {
    confirmed: isReport ? `这份报送${when}写入，不用再点。` : `这件事${when}办过，不用再点。`,
    dropped: isReport
      ? '这份没有报，已经作废。要报送，直接告诉我就行。'
      : '这件事没有办，已经取消。要办，直接告诉我就行。',
    replaced: '这张卡片已经换成新的，请在最新的卡片上操作。',
  }[outcome ?? 'dropped']
  const title = outcome === 'confirmed' ? (isReport ? '已报送' : '已办') : '已作废'
  return say(title, [text(words)], { tone: outcome === 'confirmed' ? 'good' : 'plain' })
}

export const droppedCard = (): Message =>
  say('没有报送', [text('好，这份不报了，什么也没有写入。要报的时候直接告诉我。')])
