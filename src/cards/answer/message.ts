import type { Answered, Facts } from '../../answer/facts.ts'
import type { Block, Message, Tone } from '../../domain/message.ts'
import { type Part, partOf } from './blocks.ts'
import { sourceBook } from './sources.ts'
import { suggestionsFor } from './suggestions.ts'
import { say } from './wording.ts'

/** What one message of the person found → the message that answers it; several questions stand under headings. */
export function answerMessage(answered: readonly Answered[], assumptions: readonly string[]): Message {
  const book = sourceBook()
  const parts = answered.map(({ facts }) => partOf(facts, book))
  const [only] = parts
  const single = parts.length === 1 && only !== undefined
  return {
    title: single ? only.title : say.severalTitle,
    tone: toneOf(answered.map((a) => a.facts)),
    blocks: single ? only.blocks : parts.flatMap(headed),
    sources: book.list(),
    assumptions,
    suggestions: suggestionsFor(answered),
  }
}

const headed = (part: Part): Block[] => [{ kind: 'heading', text: part.title }, ...part.blocks]

const toneOf = (facts: readonly Facts[]): Tone =>
  facts.some((f) => f.kind === 'none' || f.kind === 'refused' || f.kind === 'empty') ? 'warn' : 'plain'
