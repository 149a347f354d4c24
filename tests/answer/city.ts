import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { answerQuestion } from '../../src/answer/answer.ts'
import type { AskContext } from '../../src/answer/deps.ts'
import { lexiconCache } from '../../src/answer/lexicon-cache.ts'
import { loadSamples } from '../../src/app/samples.ts'
import { viewerNamed } from '../../src/app/viewer.ts'
import { messageText } from '../../src/cards/text.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { Role } from '../../src/domain/person.ts'
import { ledgerOf } from '../../src/store/ledger.ts'
import { findLexical } from '../../src/store/lexical.ts'
import { freshDatabase } from '../database.ts'

const SAMPLES = resolve(import.meta.dirname, '../../samples')
export const GOLDEN = join(import.meta.dirname, 'city')
export const TODAY = '2026-11-22'

const AS: Readonly<Partial<Record<Role, string>>> = {
  official: 'official@市经信局',
  liaison: 'liaison@市交通运输局',
  leader: 'leader',
  supervisor: 'supervisor',
}

/** A talk with the bot: each line is said after those before it. */
export interface Scene {
  readonly role: Role
  readonly said: readonly string[]
}

/** The starter questions of the sample city, each on its own, and the talks of `talks.json`. */
export function scenes(): Scene[] {
  const starters: readonly { role: Role; q: string }[] = JSON.parse(
    readFileSync(join(SAMPLES, 'questions.json'), 'utf8'),
  )
  const talks: readonly Scene[] = JSON.parse(readFileSync(join(GOLDEN, 'talks.json'), 'utf8'))
  return [...starters.map(({ role, q }) => ({ role, said: [q] })), ...talks]
}

export async function openCity() {
  const { db, close } = await freshDatabase()
  await loadSamples(db, new Date(`${TODAY}T01:00:00Z`), () => {})
  const ledger = ledgerOf(db, (await findLexical(db)) ?? 'fulltext')
  const deps = { ledger, lexicon: lexiconCache(ledger) }
  const ask = async ({ role, said }: Scene): Promise<readonly Answer[]> => {
    const viewer = await viewerNamed(db, AS[role])
    let history: AskContext['history'] = []
    const answers: Answer[] = []
    for (const words of said) {
      const answer = await answerQuestion(words, { viewer, chat: 'private', history, today: TODAY }, deps)
      history = [...history, answer]
      answers.push(answer)
    }
    return answers
  }
  return { ask, close }
}

/** What a reader of the chat sees: question, answer, what was assumed, what is offered next. */
export function transcript(scene: Scene, answers: readonly Answer[]): string {
  const turns = answers.map((answer, i) => {
    const next = answer.message.suggestions.map((q) => `〔${q}〕`).join(' ')
    return `> ${scene.said[i]}\n\n${messageText(answer.message)}${next === '' ? '' : `\n${next}`}`
  })
  return `${turns.join('\n\n')}\n`
}

export const nameOf = ({ role, said }: Scene): string =>
  `${role} ${said.join(' · ')}`.replace(/[？?/\s]+/g, ' ')
export const recordedNames = (): string[] => readdirSync(GOLDEN).filter((name) => name.endsWith('.txt'))
