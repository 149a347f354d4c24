import type { Answer } from '../domain/answer.ts'
import type { Model } from '../llm/model.ts'
import type { Lookup } from '../llm/query-schema.ts'
import { documentLabel } from '../understand/document-names.ts'
import type { Lexicon } from '../understand/prepare.ts'
import { readSlots } from '../understand/read.ts'
import { type AnswerDeps, type AskContext, answerQuery, answerQuestion } from './answer.ts'

/**
 * The rules answer first. Only where they are unsure (nothing found, or mere passages) is a model asked what the
 * question means; its Query is answered by the same answerers and under the same rights, and is kept only when it
 * finds what the rules did not.
 */
export async function answerWithModel(
  text: string,
  context: AskContext,
  { model, ...deps }: AnswerDeps & { readonly model: Model },
): Promise<Answer> {
  const ruled = await answerQuestion(text, context, deps)
  if (model.name === null || !isUnsure(ruled)) return ruled
  const lexicon = await deps.lexicon()
  const lookup = lookupOf(lexicon, context)
  const query = await model.place({ text, history: [], today: context.today, lookup })
  if (query === null) return ruled
  const heard = { query, assumptions: [PLACED], trace: [...ruled.trace, 'model: place'] }
  const placed = await answerQuery(heard, context, { deps, lexicon })
  return isUnsure(placed) ? ruled : placed
}

const PLACED = '这句话由模型帮助理解，答案取自任务库'

const isUnsure = (answer: Answer): boolean =>
  answer.query.kind !== 'chat' && (answer.kind === 'none' || answer.kind === 'passages')

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
