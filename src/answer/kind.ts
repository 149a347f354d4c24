import type { AnswerKind } from '../domain/answer.ts'
import type { Answered, Facts } from './facts.ts'

/** The kind an answer is published under (DESIGN 6.2), from what was found. */
export const ANSWER_KIND: Readonly<Record<Facts['kind'], (answered: Answered) => AnswerKind>> = {
  tasks: ({ query }) => (query.kind === 'progress' || query.kind === 'report' ? query.kind : 'tasks'),
  lead: () => 'lead',
  figures: ({ query }) => (query.kind === 'compare' ? 'compare' : 'metric'),
  deadline: () => 'deadline',
  count: () => 'count',
  indicators: () => 'count',
  stage: () => 'stage',
  span: () => 'stage',
  duty: () => 'duty',
  people: () => 'people',
  staff: () => 'people',
  units: () => 'compare',
  progress: ({ facts }) => (facts.kind === 'progress' && facts.query.count === true ? 'count' : 'progress'),
  owing: () => 'progress',
  detail: ({ facts }) => (facts.kind === 'detail' && facts.tasks.length > 0 ? 'tasks' : 'passages'),
  closest: () => 'passages',
  passages: () => 'passages',
  none: ({ facts }) => (saysNowAndThen(facts) ? 'passages' : 'none'),
  clarify: () => 'clarify',
  help: () => 'help',
  chat: () => 'help',
  feedback: () => 'report',
  empty: () => 'none',
  refused: () => 'none',
  whispered: () => 'none',
}

/** 多久开一次会 where the text says 定期: no number, and said so, but what the document does say of it. */
function saysNowAndThen(facts: Facts): boolean {
  if (facts.kind !== 'none' || (facts.why !== 'no-rhythm' && facts.detail !== 'rhythm')) return false
  return [...facts.near, ...(facts.clauses ?? [])].some(({ sentence }) =>
    /定期|适时|不定期|常态化/.test(sentence),
  )
}
