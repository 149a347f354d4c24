import type { DraftView, ItemView } from '../../domain/draft-view.ts'
import type { Message } from '../../domain/message.ts'
import { draftCard } from './draft-card.ts'

/** What a further message changed: the tasks it touched, with the buttons of the draft. Nothing left: says so. */
export function changeCard(before: DraftView, after: DraftView): Message {
  if (after.items.every((i) => i.empty))
    return draftCard({ ...after, items: [], owed: [] }, '都拿掉了，什么也不会写入')
  const old = new Map(before.items.map((i) => [i.task.originId, face(i)]))
  const touched = after.items.filter((i) => old.get(i.task.originId) !== face(i))
  const gone = before.items.length - after.items.filter((i) => old.has(i.task.originId)).length
  if (touched.length === 0 && gone === 0) return draftCard(after, '这句没看懂（还没有写入）')
  if (touched.length === 0) return draftCard(after, '已去掉（还没有写入）')
  const rest = after.items.length - touched.length
  const head = rest > 0 ? `已改，其余${rest}项不变（还没有写入）` : '已改（还没有写入）'
  const shown = new Set([...touched, ...after.items.filter(isOpen)])
  return draftCard({ ...after, items: after.items.filter((i) => shown.has(i)) }, head)
}

/** Everything of an item that a word can change. */
const face = ({ figures, noChange, state, expectedFinish, text, difficulty, help }: ItemView): string =>
  JSON.stringify([
    figures.map((f) => [f.target.name, f.said, f.insisted]),
    ...[noChange, state, expectedFinish, text, difficulty, help],
  ])

/** What must be settled first is shown whether it was touched or not: without it nothing can be confirmed. */
const isOpen = (item: ItemView): boolean =>
  item.figures.some((f) => f.doubts.length > 0 && f.insisted === null) || (item.noChange && item.wordless)
