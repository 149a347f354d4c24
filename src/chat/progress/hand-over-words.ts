import { passingCard, successorForm } from '../../cards/progress/hand-over.ts'
import type { Heard } from '../../domain/heard.ts'
import type { Colleague } from '../../domain/roll.ts'
import { begin } from './begin.ts'
import type { WordsTurn } from './deps.ts'
import { passingBody, successors } from './hand-over.ts'
import { answer, showDraft } from './show.ts'
import { ownerOf } from './tools.ts'

/** 我下周起休产假，后面找王芳: shows what would be passed on, and to whom. */
export async function handOverWords(turn: WordsTurn, { handOver }: Heard): Promise<boolean> {
  const { viewer, today, question, text } = turn
  const people = await successors(turn)
  const said = handOver?.to ?? null
  const to = said === null ? null : personMeant(people, said)
  if (to === null) {
    await answer(turn, successorForm(people, said, viewer.unit ?? '贵单位'))
    return true
  }
  const from = handOver?.from ?? null
  const body = await passingBody(turn, to, {
    said: [{ key: question.key, text }],
    from: from !== null && from > today ? from : null,
    reason: text.slice(0, 200),
  })
  const draft = await begin(turn, ownerOf(question.event), body)
  return showDraft(turn, draft, passingCard(draft, body, today))
}

/** By full name; 小王, 老吴, 王工 by the surname where only one bears it. */
function personMeant(people: readonly Colleague[], said: string): Colleague | null {
  const exact = people.filter((c) => c.name === said)
  const surname =
    /^[小老阿](?<s>\p{Script=Han})$|^(?<t>\p{Script=Han})(?:工|科|处|主任|科长|处长|局长)$/u.exec(
      said,
    )?.groups
  const name = surname?.s ?? surname?.t
  const found = exact.length > 0 || name === undefined ? exact : people.filter((c) => c.name.startsWith(name))
  return found.length === 1 ? (found[0] ?? null) : null
}
