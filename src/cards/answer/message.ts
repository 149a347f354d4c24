import type { Answered, Facts } from '../../answer/facts.ts'
import type { DocumentRef } from '../../answer/ledger.ts'
import type { Block, Message, Tone } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import { type Part, partOf } from './blocks.ts'
import { offersFor } from './offers.ts'
import { sourceBook } from './sources.ts'
import { suggestionsFor } from './suggestions.ts'
import { say } from './wording.ts'

export interface Around {
  readonly assumptions: readonly string[]
  readonly today: Day
  /** Every document there is, so that a next question can name one as briefly as it stays clear. */
  readonly documents: readonly DocumentRef[]
}

/** What one message of the person found → the message that answers it; several questions stand under headings. */
export function answerMessage(answered: readonly Answered[], around: Around): Message {
  const book = sourceBook()
  const parts = answered.map(({ facts }) => partOf(facts, book, around.today))
  const [only] = parts
  const offers = offersFor(answered)
  const single = parts.length === 1 && only !== undefined
  return {
    title: single ? only.title : say.severalTitle,
    ...(single && only.subtitle !== undefined ? { subtitle: only.subtitle } : {}),
    tone: toneOf(answered.map((a) => a.facts)),
    blocks: single ? only.blocks : parts.flatMap(headed),
    sources: book.list(),
    assumptions: around.assumptions,
    suggestions: suggestionsFor(answered, around.documents),
    ...(offers.length === 0 ? {} : { buttons: offers }),
  }
}

const headed = (part: Part): Block[] => [
  { kind: 'heading', text: part.title },
  ...(part.subtitle === undefined ? [] : [{ kind: 'note', text: part.subtitle } as const]),
  ...part.blocks,
]

const toneOf = (facts: readonly Facts[]): Tone =>
  facts.some((f) => f.kind === 'none' || f.kind === 'refused' || f.kind === 'empty') ? 'warn' : 'plain'
