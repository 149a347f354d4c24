import { draftMessage, wordedMessage } from '../cards/answer/worded.ts'
import { messageText } from '../cards/text.ts'
import type { Answer } from '../domain/answer.ts'
import type { Message } from '../domain/message.ts'
import type { Conversing, Evidence, Model } from '../llm/model.ts'
import type { Lookup } from '../llm/query-schema.ts'
import { nameIndex } from '../text/names.ts'
import { withoutOrders } from '../text/orders.ts'
import { documentLabel } from '../understand/names/documents.ts'
import type { Lexicon } from '../understand/prepare.ts'
import { readSlots } from '../understand/read.ts'
import { type AnswerDeps, type AskContext, answerQuery, answerQuestion } from './answer.ts'
import { keepHeard } from './keep-heard.ts'
import { readTools } from './read-tools.ts'
import { doubtOf } from './unsure.ts'

export interface ModelDeps extends AnswerDeps {
  readonly model: Model
  /** Milliseconds of a running clock. */
  readonly clock: () => number
}

/** After so many milliseconds of a slow model no further seam is tried: the rules' answer goes out. */
const PATIENCE_MS = 8_000

/** A question on its way through the seams: what the rules said, and all a seam needs. */
interface Open {
  readonly text: string
  readonly context: AskContext
  readonly deps: ModelDeps
  readonly lexicon: Lexicon
  readonly ruled: Answer
  /** Hears what may be shown until the answer is whole. */
  readonly draft: Draft | undefined
}

/** A message that passed what an answer passes; each replaces the one before. */
export type Draft = (message: Message) => void

/** In this order; the first that has something to say is heard. None can write, send, or see more than the asker. */
const SEAMS = [place, converse, word] as const

/**
 * The rules answer first. Only where they are unsure is a model asked; it is kept only when it finds what the rules did
 * not. Without a model, or when it is slow, refuses or says what the evidence does not, the rules' answer stands.
 */
export async function answerWithModel(
  text: string,
  context: AskContext,
  deps: ModelDeps,
  draft?: Draft,
): Promise<Answer> {
  const ruled = await answerQuestion(text, context, deps)
  const doubt = deps.model.name === null ? null : doubtOf(ruled)
  if (doubt === null) return ruled
  const lexicon = await deps.lexicon()
  if (lexicon.rows.documents.length === 0) return ruled
  const open = { text, context, deps, lexicon, ruled, draft }
  draft?.(draftMessage(waitingOf(ruled), null))
  const began = deps.clock()
  for (const seam of SEAMS) {
    const said = deps.clock() - began < PATIENCE_MS ? await seam(open) : null
    if (said !== null) return { ...said, trace: [...said.trace, `unsure: ${doubt}`, `model: ${seam.name}`] }
  }
  return { ...ruled, trace: [...ruled.trace, `unsure: ${doubt}`] }
}

const PLACED = '这句话由模型帮助理解，答案取自任务库'

/** Question → Query, answered by the same answerers; kept when it finds more than passages. */
async function place({ text, context, deps, lexicon, ruled }: Open): Promise<Answer | null> {
  const query = await deps.model.place(placing({ text, context, lexicon }))
  const kept = query === null ? null : keepHeard(query, readSlots(text, { ...context, lexicon }).slots)
  if (kept === null || kept.kind === 'help') return null
  const heard = { query: kept, assumptions: [PLACED], trace: ruled.trace }
  const placed = await answerQuery(heard, context, { deps, lexicon })
  return doubtOf(placed) === null ? placed : null
}

/** Open questions: the model looks around by itself. What the tables deny (no such task, no figure) it is not asked. */
async function converse({ text, context, deps, lexicon, ruled, draft }: Open): Promise<Answer | null> {
  if (!isOpen(ruled)) return null
  const asked: Conversing = {
    ...placing({ text, context, lexicon }),
    tools: readTools(context, { deps, lexicon }),
    names: namesOf(lexicon),
    ...(draft && {
      heard: (soFar: string, evidence: readonly Evidence[]) =>
        draft(
          draftMessage(
            shownOf(ruled),
            soFar,
            evidence.flatMap((e) => e.sources),
          ),
        ),
    }),
  }
  const spoken = await deps.model.converse(asked)
  if (spoken === null) return null
  const sources = spoken.evidence.flatMap((evidence) => evidence.sources)
  return sources.length === 0 ? null : worded(ruled, wordedMessage(shownOf(ruled), spoken.text, sources))
}

/** Told by the text, or a reason, which may stand anywhere in it. */
const isOpen = ({ kind, query }: Answer): boolean =>
  query.kind === 'passages' || kind === 'passages' || (query.kind === 'detail' && query.of === 'reason')

/** The clauses the rules found, in a sentence or two. */
async function word({ text, context, deps, lexicon, ruled, draft }: Open): Promise<Answer | null> {
  if (ruled.kind !== 'passages') return null
  const quotes = ruled.citations.map((c) => `${c.document}《${c.title}》：${c.quote}`)
  const facts = [messageText(ruled.message), ...quotes].map(withoutOrders)
  const asked = { question: text, facts, today: context.today, names: namesOf(lexicon) }
  const heard = (soFar: string) => draft?.(draftMessage(ruled.message, soFar))
  const said = await deps.model.word(draft ? { ...asked, heard } : asked)
  return said === null ? null : worded(ruled, wordedMessage(ruled.message, said))
}

const worded = (ruled: Answer, message: Answer['message']): Answer => ({
  ...ruled,
  kind: 'passages',
  message,
  citations: message.sources,
})

/** Where the rules said no, their no is not shown under an answer. */
const shownOf = (ruled: Answer): Answer['message'] =>
  ruled.kind === 'none' ? { ...ruled.message, title: '综合回答', blocks: [] } : ruled.message

/** Nor is it before one. */
const waitingOf = (ruled: Answer): Answer['message'] =>
  ruled.kind === 'none' ? { ...ruled.message, title: '正在查…', blocks: [], sources: [] } : ruled.message

const placing = ({ text, context, lexicon }: Pick<Open, 'text' | 'context' | 'lexicon'>) => ({
  text,
  history: context.history.flatMap((turn) => (turn.text === undefined ? [] : [turn.text])),
  today: context.today,
  lookup: lookupOf(lexicon, context),
})

/** Units and people under all their names, for the check of a model's text. */
const namesOf = (lexicon: Lexicon) =>
  nameIndex<unknown>([
    ...[...lexicon.units.byName].flatMap(([name, units]) => units.map((unit) => [name, unit] as const)),
    ...[...lexicon.people.byName.keys()].map((name) => [name, name] as const),
  ])

/** Names a model writes, read by the finders that read a person's. */
export function lookupOf(lexicon: Lexicon, context: AskContext): Lookup {
  const read = (name: string) => readSlots(name, { ...context, lexicon }).slots
  return {
    unit: (name) => read(name).units[0] ?? null,
    document: (name) => {
      const { documents, named } = read(name)
      return named ? documents : null
    },
    documents: lexicon.rows.documents.map((d) => `${documentLabel(d)} 《${d.title}》`),
  }
}
