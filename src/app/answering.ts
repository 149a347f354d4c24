import { type AnswerDeps, type AskContext, answerQuestion } from '../answer/answer.ts'
import { lexiconCache } from '../answer/lexicon-cache.ts'
import type { AnswerFlow } from '../chat/deps.ts'
import type { Answer } from '../domain/answer.ts'
import type { Day } from '../domain/span.ts'
import { ledgerOf } from '../store/ledger.ts'
import type { OpenDatabase } from './database.ts'

export type Ask = (text: string, context: AskContext) => Promise<Answer>

/** The one way to an answer, for chats, pages and the command line. */
export function createAsk({ db, lexical }: Pick<OpenDatabase, 'db' | 'lexical'>): Ask {
  const ledger = ledgerOf(db, lexical)
  const deps: AnswerDeps = { ledger, lexicon: lexiconCache(ledger) }
  return (text, context) => answerQuestion(text, context, deps)
}

/** The same, as the chat flows ask it. */
export function answerFlow(ask: Ask, zone: string): AnswerFlow {
  return ({ text, viewer, chat, history, now }) =>
    ask(text, { viewer, chat, history, today: dayIn(zone, now) })
}

/** The calendar day of an instant in a time zone. */
export function dayIn(zone: string, now: Date): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now)
}
