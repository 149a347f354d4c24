import type { Answered } from '../../answer/facts.ts'
import type { Button } from '../../domain/message.ts'
import { pressOffers } from './owing.ts'
import { shownTopic } from './wording.ts'

/** A topic longer than this is a sentence, not a name. */
const NAME_MAX = 12

/**
 * What can be made of a list: a table of it, a paper on its matter, a press of the late. `chat/report` hears the words of the
 * first two.
 */
export function offersFor(answered: readonly Answered[]): readonly Button[] {
  const [only, ...more] = answered
  if (only === undefined || more.length > 0) return []
  const { facts, query } = only
  if (facts.kind === 'tasks') return facts.rows.length > 1 ? [asking('导出表格')] : []
  if (facts.kind === 'owing') return pressOffers(facts)
  if (facts.kind !== 'progress' || facts.lines.length < 2) return []
  const topics = query.kind === 'progress' ? (query.filter.topics ?? []) : []
  const [topic = ''] = topics.length === 1 ? topics : []
  const paper = topic !== '' && topic.length <= NAME_MAX
  return [asking('导出表格'), ...(paper ? papersOn(shownTopic(topic)) : [])]
}

const papersOn = (topic: string): readonly Button[] => [
  asking(`给我一份${topic}的材料`, '出材料'),
  asking(`每月1号发我${topic}的进展`, '每月1号发我'),
]

const asking = (q: string, text = q): Button => ({ text, action: { do: 'ask', q } })
