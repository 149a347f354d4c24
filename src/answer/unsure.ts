import type { Answer } from '../domain/answer.ts'
import { asks } from '../understand/wording.ts'

interface Doubt {
  readonly name: string
  readonly holds: (answer: Answer) => boolean
}

/**
 * When the rules are not sure of what they understood, and a model may be asked. An answer that was refused, small talk
 * and several questions at once are left as they are.
 */
const DOUBTS: readonly Doubt[] = [
  { name: 'nothing was found', holds: ({ kind }) => kind === 'none' },
  { name: 'only passages were found', holds: ({ kind }) => kind === 'passages' },
  {
    name: 'nothing was understood',
    holds: ({ query }) => query.kind === 'clarify' && query.about === asks.what,
  },
]

const SURE: readonly Doubt[] = [
  { name: 'refused', holds: ({ trace }) => trace.includes('refused') },
  { name: 'small talk', holds: ({ query }) => query.kind === 'chat' },
  { name: 'several questions', holds: ({ query }) => query.kind === 'several' },
  { name: 'about the answers', holds: ({ query }) => query.kind === 'feedback' },
]

/** The doubt about an answer, for the trace; null: the rules are sure. */
export function doubtOf(answer: Answer): string | null {
  if (SURE.some((sure) => sure.holds(answer))) return null
  return DOUBTS.find((doubt) => doubt.holds(answer))?.name ?? null
}
