import type { Config } from '../config.ts'
import { openEmbedder } from '../embed/open-embedder.ts'
import type { Figures } from '../eval/floors.ts'
import {
  missesOf,
  questionFigures,
  questionTable,
  type Ranked,
  rankingFigures,
  rankingTable,
  type Scored,
  scoreFigures,
  scoreTable,
  type Tallies,
} from '../eval/report.ts'
import type { Table } from '../eval/table-text.ts'
import { scoreExtraction } from './eval/extraction.ts'
import { type Judged, type QuestionScores, type Surroundings, scoreQuestions } from './eval/questions.ts'
import { type LabelledSet, readSet } from './eval/read-set.ts'
import { type RetrievalScores, readRetrievalSet, scoreRetrieval } from './eval/retrieval.ts'
import { embeddingSettings } from './settings.ts'

export const PARTS = ['extract', 'questions', 'retrieval'] as const
export type Part = (typeof PARTS)[number]

export interface EvalOptions {
  readonly folder: string
  /** null: all that the folder holds. */
  readonly only: Part | null
  readonly now: Date
  readonly progress: (text: string) => void
}

export interface Evaluation {
  readonly tables: readonly Table[]
  readonly figures: Figures
  /** First words of the figures that were to be measured. */
  readonly parts: readonly string[]
  /** What was wrong, a line each. */
  readonly misses: readonly string[]
}

/** Scores the product against a labelled folder, questions and searches in throw-away databases. */
export async function evaluate(config: Config, options: EvalOptions): Promise<Evaluation> {
  const set = readSet(options.folder)
  const wants = (part: Part): boolean => options.only === null || options.only === part
  const embedder = await openEmbedder(embeddingSettings(config))
  const around = { config, embedder, now: options.now, progress: options.progress }
  const evaluations = []
  if (wants('extract')) evaluations.push(await extraction(set))
  if (wants('questions')) evaluations.push(await questions(set, around))
  if (wants('retrieval')) evaluations.push(await retrieval(set, around))
  return {
    tables: evaluations.flatMap((e) => e.tables),
    figures: Object.assign({}, ...evaluations.map((e) => e.figures)),
    parts: evaluations.flatMap((e) => e.parts),
    misses: evaluations.flatMap((e) => e.misses),
  }
}

async function extraction(set: LabelledSet): Promise<Evaluation> {
  const { documents, tables, layouts } = await scoreExtraction(set)
  const scored: readonly Scored[] = [
    { part: 'documents', title: '抽取：成文', scores: documents },
    { part: 'tables', title: '抽取：指标表', scores: tables },
    { part: 'layouts', title: '抽取：其他版式', scores: layouts },
  ]
  const present = scored.filter(({ scores }) => Object.keys(scores).length > 0)
  return {
    tables: present.map(scoreTable),
    figures: Object.assign({}, ...present.map(scoreFigures)),
    parts: scored.map(({ part }) => part),
    misses: present.flatMap(missesOf),
  }
}

async function questions(set: LabelledSet, around: Surroundings): Promise<Evaluation> {
  const { judged, clauses } = await scoreQuestions(set, around)
  const tallies = talliesOf(judged)
  const ranked = clauseRanks(clauses)
  return {
    tables: judged.length === 0 ? [] : [questionTable(tallies), rankingTable(ranked)],
    figures: { ...questionFigures(tallies), ...rankingFigures('questions', ranked) },
    parts: ['questions'],
    misses: judged.filter(({ reasons }) => reasons.length > 0).map(missOf),
  }
}

const clauseRanks = (clauses: QuestionScores['clauses']): Ranked[] =>
  Object.entries(clauses).map(([leg, ranking]) => ({ name: 'clauses', leg, ranking, times: null }))

/** Passed by kind, those the documents do not answer as `none`, and all. */
function talliesOf(judged: readonly Judged[]): Tallies {
  const tally = (some: readonly Judged[]) => ({
    passed: some.filter(({ reasons }) => reasons.length === 0).length,
    all: some.length,
  })
  const kinds = Map.groupBy(judged, ({ question }) => question.kind)
  const none = judged.filter(({ question }) => question.expect.none)
  return {
    ...Object.fromEntries([...kinds].map(([kind, some]) => [kind, tally(some)])),
    ...(none.length > 0 && { none: tally(none) }),
    ...(judged.length > 0 && { all: tally(judged) }),
  }
}

const missOf = ({ question, answer, reasons }: Judged): string =>
  `${question.id} ${question.q}\n   ${reasons.slice(0, 6).join('；')}\n   → ${answer.text.slice(0, 120).replace(/\n/g, ' ')}`

async function retrieval(set: LabelledSet, around: Surroundings): Promise<Evaluation> {
  const scores: RetrievalScores[] = []
  for (const folder of set.retrieval) scores.push(await scoreRetrieval(readRetrievalSet(folder), around))
  const ranked = scores.flatMap(({ name, entries, legs, p50, p95 }) =>
    Object.entries(legs).map(([leg, ranking]) => {
      const times = leg === 'words' ? `${p50.toFixed(1)} / ${p95.toFixed(1)}` : null
      return { name, entries, leg, ranking, times }
    }),
  )
  return {
    tables: ranked.length === 0 ? [] : [rankingTable(ranked)],
    figures: rankingFigures('retrieval', ranked),
    parts: ['retrieval'],
    misses: [],
  }
}
