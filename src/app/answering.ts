import type { AskContext } from '../answer/answer.ts'
import type { Ledger } from '../answer/ledger.ts'
import { answerWithModel, type Draft, type ModelDeps } from '../answer/with-model.ts'
import type { AnswerFlow } from '../chat/deps.ts'
import type { Answer } from '../domain/answer.ts'
import { ledgerOf } from '../store/ledger.ts'
import { clausesWithVectors } from '../store/near-clauses.ts'
import { type Aids, NO_AIDS } from './aids.ts'
import type { OpenDatabase } from './database.ts'
import { lexiconOf } from './lexicon.ts'
import { dayIn } from './zone.ts'

export type Ask = (text: string, context: AskContext, draft?: Draft) => Promise<Answer>

type Stored = Pick<OpenDatabase, 'db' | 'lexical'>

/** The one way to an answer, for chats, pages and the command line. At debug level the log says how it was read. */
export function createAsk(stored: Stored, aids: Aids = NO_AIDS): Ask {
  const ledger = searching(stored, aids)
  const clock = () => performance.now()
  const deps: ModelDeps = { ledger, lexicon: lexiconOf(stored), model: aids.model, clock }
  return async (text, context, draft) => {
    const answer = await answerWithModel(text, context, deps, draft)
    const { kind, query, trace } = answer
    aids.log.debug({ text, kind, query, trace }, 'understood')
    return answer
  }
}

/** The ledger; with an embedder its clauses are found by meaning too. */
function searching({ db, lexical }: Stored, { embedder, log }: Aids): Ledger {
  const ledger = ledgerOf(db, lexical)
  if (embedder === null) return ledger
  const failed = (err: unknown): void =>
    log.warn({ err }, 'no vector for a question: words alone are searched')
  return { ...ledger, clauses: clausesWithVectors({ db, lexical, embedder, failed }) }
}

/** The same, as the chat flows ask it. */
export function answerFlow(ask: Ask, zone: string): AnswerFlow {
  return ({ text, viewer, chat, history, now, draft }) =>
    ask(text, { viewer, chat, history, today: dayIn(zone, now) }, draft)
}
