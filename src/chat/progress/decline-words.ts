import { declinedCard, declineForm } from '../../cards/progress/decline.ts'
import { brief } from '../../cards/progress/say.ts'
import type { Heard } from '../../domain/heard.ts'
import { declineTasks, owedLabels } from './decline.ts'
import type { WordsTurn } from './deps.ts'
import type { Ground } from './ground.ts'
import { numbersIn } from './numbers-in.ts'
import { answer } from './show.ts'

/** At most so many at once: a whole list is no slip of one's tongue. */
const AT_ONCE = 5
/** 这个不归我们 alone is no reason. */
const REASON_FROM = 9

/** 这个不归我们，是市数据局的: passed to the supervisors at once where task and reason are clear; else they are asked for. */
export async function declineWords(turn: WordsTurn, heard: Heard, ground: Ground): Promise<boolean> {
  const { text, question } = turn
  const owed = owedLabels(ground)
  const numbers = numbersIn(text)
  const spoken = heard.updates.filter((u) => numbers.length === 0 || numbers.includes(u.task.no ?? 0))
  const named = spoken.flatMap((u) => ground.origins.get(u.task.id) ?? [])
  if ((heard.updates.length > 0 || numbers.length > 0) && named.length === 0) {
    await answer(
      turn,
      brief(
        '这一项不在贵单位名下',
        '文件里这一项没有列贵单位，不会向您要。要核对是哪一项，把任务编号发给我。',
      ),
    )
    return true
  }
  const [only] = owed
  const meant = named.length > 0 ? named : owed.length === 1 && only ? [only.originId] : []
  const reasoned = heard.owner !== null || text.trim().length >= REASON_FROM
  // Several tasks and no number: they were talked of, not named.
  const guessed = numbers.length === 0 && meant.length > 1
  if (meant.length === 0 || meant.length > AT_ONCE || guessed || !reasoned) {
    const reason = reasoned ? text : ''
    await answer(turn, declineForm(owed, { task: meant[0] ?? null, reason, request: null }))
    return true
  }
  const opinion = { tasks: meant, reason: text.slice(0, 500), owner: heard.owner, key: question.key }
  await answer(turn, declinedCard(await declineTasks(turn, ground, opinion)))
  return true
}
