import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import type { Embedder } from '../../embed/embedder.ts'
import { type DocumentIds, idOfNumber, nameDocuments, nameOf } from '../../eval/document-ids.ts'
import type { QuestionLabel } from '../../eval/question-labels.ts'
import { foldId, type GivenAnswer, judge } from '../../eval/question-score.ts'
import { type Ranking, rankingOf } from '../../eval/ranking.ts'
import { ledgerOf } from '../../store/ledger.ts'
import { ingestFile } from '../ingesting.ts'
import { loadShippedRegistries } from '../registries.ts'
import { createAnswering } from '../replay.ts'
import type { Session } from '../session.ts'
import type { LabelledSet } from './read-set.ts'
import { embedClauses, searchClauses } from './search.ts'
import { withThrowAway } from './throw-away.ts'

export interface Judged {
  readonly question: QuestionLabel
  readonly answer: GivenAnswer
  /** Why it does not pass; none: it passes. */
  readonly reasons: readonly string[]
}

export interface QuestionScores {
  readonly judged: readonly Judged[]
  /** Of questions that one to three tasks answer: is their clause found? By leg. */
  readonly clauses: Readonly<Record<string, Ranking>>
}

export interface Surroundings {
  readonly config: Config
  /** null: words alone. */
  readonly embedder: Embedder | null
  readonly now: Date
  readonly progress: (text: string) => void
}

interface Asked {
  readonly questions: readonly QuestionLabel[]
  readonly answers: readonly GivenAnswer[]
  readonly documents: readonly { readonly number: string | null; readonly title: string }[]
  readonly found: Readonly<Record<string, readonly (readonly FoundClause[])[]>>
}

interface FoundClause {
  readonly document: string
  readonly path: readonly string[]
}

/** Asks every question in a database that holds the files it names, and nothing else. */
export async function scoreQuestions(set: LabelledSet, around: Surroundings): Promise<QuestionScores> {
  const groups = Map.groupBy(set.questions, (question) => question.corpus.join(' '))
  const asked: Asked[] = []
  for (const questions of groups.values()) {
    asked.push(await withThrowAway(around.config, (session) => askAll(session, { set, questions, around })))
  }
  const ids = nameDocuments(asked.map(idsUsed), titlesOf(set))
  const judged = asked.flatMap(({ questions, answers }) =>
    questions.flatMap((question, i) => {
      const answer = answers[i]
      return answer === undefined ? [] : [{ question, answer, reasons: judge(question, answer, ids) }]
    }),
  )
  return { judged, clauses: rankClauses(asked, ids) }
}

interface Group {
  readonly set: LabelledSet
  readonly questions: readonly QuestionLabel[]
  readonly around: Surroundings
}

async function askAll(session: Session, { set, questions, around }: Group): Promise<Asked> {
  await ingestSeeds(session, { set, prefixes: questions[0]?.corpus ?? [], now: around.now })
  const answering = createAnswering(session)
  const answers: GivenAnswer[] = []
  for (const question of questions) {
    around.progress(`问 ${question.id} ${question.q.slice(0, 40)}`)
    answers.push((await answering(question)).json)
  }
  const { documents } = await ledgerOf(session.db, session.lexical).lexicon()
  return { questions, answers, documents, found: await findClauses(session, questions, around.embedder) }
}

async function ingestSeeds(
  { db }: Session,
  {
    set,
    prefixes,
    now,
  }: { readonly set: LabelledSet; readonly prefixes: readonly string[]; readonly now: Date },
): Promise<void> {
  await loadShippedRegistries(db)
  const seeds = join(set.folder, 'seeds')
  const isNamed = (name: string) =>
    prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix))
  for (const name of readdirSync(seeds).filter(isNamed).sort()) {
    const raw = { name, bytes: new Uint8Array(readFileSync(join(seeds, name))) }
    await ingestFile(db, raw, { now, by: null, allowInternal: true, mode: 'live' })
  }
}

async function findClauses(
  session: Session,
  questions: readonly QuestionLabel[],
  embedder: Embedder | null,
): Promise<Asked['found']> {
  if (embedder !== null) await embedClauses(session, embedder)
  const legs = { words: null, ...(embedder !== null && { both: embedder }) }
  const found: Record<string, FoundClause[][]> = {}
  for (const [leg, vectors] of Object.entries(legs)) {
    found[leg] = []
    for (const { q } of questions) {
      const clauses = await searchClauses(session, q, vectors)
      found[leg].push(clauses.map(({ document, path }) => ({ document: nameOf(document), path })))
    }
  }
  return found
}

const idsUsed = ({ documents, questions }: Asked) => ({
  documents,
  ids: questions
    .flatMap(({ expect }) => [...expect.docs, ...expect.tasks.map((task) => task.split(':')[0] ?? '')])
    .filter((id) => !/^\d{4}-\d+$/.test(id)),
})

const titlesOf = ({ documents }: LabelledSet): ReadonlyMap<string, string> =>
  new Map(documents.flatMap(({ doc, head }) => (head?.title ? [[head.title, doc] as const] : [])))

const FEW = 3

function rankClauses(asked: readonly Asked[], ids: DocumentIds): Record<string, Ranking> {
  const isAsked = ({ expect, history }: QuestionLabel) =>
    history.length === 0 && expect.tasks.length > 0 && expect.tasks.length <= FEW
  const rows = asked.flatMap(({ questions, found }) =>
    questions.flatMap((question, i) => (isAsked(question) ? [{ question, i, found }] : [])),
  )
  const right = rows.map(
    ({ question }) => new Set(question.expect.tasks.map((task) => foldId(task.split('/')[0] ?? ''))),
  )
  const legs = Object.keys(asked[0]?.found ?? {})
  return Object.fromEntries(
    legs.map((leg) => [
      leg,
      rankingOf(
        rows.map(({ found, i }) => (found[leg]?.[i] ?? []).map((c) => placesOf(c, ids))),
        right,
      ),
    ]),
  )
}

/** A clause answers to its path and to its running number. */
function placesOf({ document, path }: FoundClause, ids: DocumentIds): string[] {
  const id = ids.get(document) ?? idOfNumber(document) ?? document
  return [path.join(''), path.at(-1) ?? ''].map((place) => foldId(`${id}:${place}`))
}
