import { ingest } from '../../ingest/ingest.ts'
import { answerQuestion } from '../../src/answer/answer.ts'
import type { AnswerDeps, AskContext } from '../../src/answer/deps.ts'
import { lexiconCache } from '../../src/answer/lexicon-cache.ts'
import { messageText } from '../../src/cards/text.ts'
import type { Answer } from '../../src/domain/answer.ts'
import { STRANGER } from '../../src/domain/person.ts'
import type { Db } from '../../src/store/db.ts'
import { ledgerOf } from '../../src/store/ledger.ts'
import { findLexical } from '../../src/store/lexical.ts'
import { loadRegistry } from '../../src/store/units.ts'
import { freshDatabase } from '../database.ts'
import { DOCUMENTS, FILE } from './plan.ts'
import { REGISTRY } from './registry.ts'

export interface Asking {
  readonly ask: (question: string, more?: Partial<AskContext>) => Promise<Answer & { readonly text: string }>
  /** Asks one after the other, each knowing those before; gives the last answer. */
  readonly talk: (...questions: readonly string[]) => Promise<Answer & { readonly text: string }>
  readonly deps: AnswerDeps
  readonly db: Db
  readonly close: () => Promise<void>
}

export async function openAsking(): Promise<Asking> {
  const { db, close } = await freshDatabase()
  await db.tx((tx) => loadRegistry(tx, REGISTRY as unknown as Parameters<typeof loadRegistry>[1]))
  const read = async () => ({
    name: 'plan.txt',
    format: 'txt' as const,
    text: FILE,
    tables: [],
    drop: [],
    warnings: [],
  })
  await ingest(
    { name: 'plan.txt', bytes: new TextEncoder().encode(FILE) },
    { db, read, extract: () => DOCUMENTS },
    { now: new Date('2026-03-01T00:00:00Z'), by: null, allowInternal: true, mode: 'live' },
  )
  const ledger = ledgerOf(db, (await findLexical(db)) ?? 'fulltext')
  const deps = { ledger, lexicon: lexiconCache(ledger) }
  const ask: Asking['ask'] = async (question, more = {}) => {
    const context: AskContext = {
      viewer: STRANGER,
      chat: 'private',
      history: [],
      today: '2026-11-22',
      ...more,
    }
    const answer = await answerQuestion(question, context, deps)
    return { ...answer, text: messageText(answer.message) }
  }
  const talk: Asking['talk'] = async (...questions) => {
    const history: { query: Answer['query']; tasks: Answer['tasks'] }[] = []
    let last = await ask(questions[0] ?? '')
    for (const question of questions.slice(1)) {
      history.push({ query: last.query, tasks: last.tasks })
      last = await ask(question, { history })
    }
    return last
  }
  return { ask, talk, deps, db, close }
}
