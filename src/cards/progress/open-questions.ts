import { type DraftView, openDoubts } from '../../domain/draft-view.ts'
import type { Block, Button, Message } from '../../domain/message.ts'
import { draftCard } from './draft-card.ts'
import { taskName } from './naming.ts'
import { buttons, text } from './say.ts'

/** To 确认 while something is still open: what is missing, and the draft with its ways to say it. */
export function notReadyCard(view: DraftView): Message {
  const card = draftCard(view, '还不能报送')
  const missing = missingOf(view)
  const words = missing.length === 0 ? '还没有说进展。' : `还差：${missing.join('；')}。`
  return { ...card, tone: 'warn', blocks: [text(words), ...card.blocks] }
}

function missingOf({ items, questions, notes, unread }: DraftView): string[] {
  const doubts = items.flatMap((i) => openDoubts(i).map((f) => `${taskName(i.task)}的${f.target.name}请核对`))
  const wordless = items.filter((i) => i.noChange && i.wordless).map((i) => `${taskName(i.task)}请补一句原因`)
  const asked = questions.map(({ words, choices }) =>
    choices.some((c) => c.metric !== null) ? `“${words}”是哪个指标的数` : `“${words}”是哪一项的`,
  )
  const other = asked.length === 0 && notes.some(isQuestion) ? ['下面问的请补一句'] : []
  const unclear = asked.length + other.length === 0 ? unread.map((words) => `“${words}”是什么数`) : []
  return [...doubts, ...wordless, ...asked, ...other, ...unclear]
}

const isQuestion = (note: string): boolean => /请问|？/.test(note)
const LONGEST = 500
const CHOICES = 6

/** What was asked and not answered when the rest was written: not written, and put once more. */
export function leftBlocks({ notes, questions, items, said }: DraftView): Block[] {
  return notes.filter(isQuestion).flatMap((note) => {
    const question = questions.find((q) => q.note === note)
    const ways = (question?.choices ?? []).slice(0, CHOICES).map(({ text: label, task, metric }): Button => {
      const item = items.find((i) => i.task.originId === task)
      const q =
        metric === null
          ? `${label}，${said}`
          : `${item ? taskName(item.task) : ''}${metric}${question?.words}`
      return { text: label, action: { do: 'ask', q: q.slice(0, LONGEST) } }
    })
    return [text(`这一处没有写入：${note}`), ...(ways.length === 0 ? [] : [buttons(...ways)])]
  })
}
