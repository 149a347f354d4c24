import type { TaskRef } from '../../domain/answer.ts'
import type { Draft, ReportDraft } from '../../domain/draft.ts'
import type { Message } from '../../domain/message.ts'
import type { Progress } from '../../domain/progress.ts'
import type { Turn } from './deps.ts'

interface Left {
  readonly message: Message
  readonly rows: readonly Progress[]
}

/**
 * What was reported counts as what was talked of last: 为什么是黄灯 and 它什么时候到期 are about these tasks. Marked in its trace, so
 * that its words are not taken for a question.
 */
export async function leaveTurn(
  turn: Turn,
  draft: Draft<ReportDraft>,
  { message, rows }: Left,
): Promise<void> {
  const written = new Set(rows.map((row) => row.taskId))
  const refs = draft.body.heard.updates.map((u) => u.task)
  const origins = await turn.p.origins(refs.map((ref) => ref.id))
  const tasks = refs.filter((ref) => written.has(origins.get(ref.id) ?? 0))
  if (tasks.length === 0) return
  const { deps, chat, viewer, now } = turn
  try {
    await deps.turns.add({
      ...{ chat, account: draft.who.account, key: `draft:${draft.id}`, personId: viewer.personId },
      text: draft.body.said.map((s) => s.text).join('；'),
      answer: answerOf(message, tasks),
      askedAt: now,
    })
  } catch (err) {
    deps.log.warn({ err, draft: draft.id }, 'report not remembered as a turn')
  }
}

const answerOf = (message: Message, tasks: readonly TaskRef[]) => ({
  ...{ kind: 'progress' as const, message, tasks, citations: [], trace: ['reported'] },
  query: { kind: 'progress' as const, filter: { among: tasks.map((t) => t.id) } },
})
