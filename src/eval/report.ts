import type { BelowFloor, Figures } from './floors.ts'
import { addScores, percent, type Score } from './measure.ts'
import type { Ranking } from './ranking.ts'
import type { Cell, Table } from './table-text.ts'

/** Fields as an office calls them. */
const FIELDS: Readonly<Record<string, string>> = {
  documents: '找到',
  header: '文头',
  addressees: '主送',
  goals: '目标',
  stages: '阶段',
  roster: '名单',
  duties: '报送',
  tasks: '任务',
  text: '正文',
  lead: '牵头',
  effectiveLead: '实际牵头',
  responsible: '责任',
  supporting: '配合',
  metrics: '指标',
  deadline: '时限',
  dated: '有时限的',
  recall: '召回',
  precision: '精确',
  units: '单位',
  inherited: '沿用单位',
  cells: '表格单元',
  uncertain: '标明存疑',
}

/** Scores of one kind of set, by document. */
export interface Scored {
  /** First word of its figures' names: documents, tables, layouts. */
  readonly part: string
  readonly title: string
  readonly scores: Readonly<Record<string, Score>>
}

/** One row a document, the sum last; a column a field. */
export function scoreTable({ title, scores }: Scored): Table {
  const sum = addScores(Object.values(scores))
  const fields = Object.keys(sum).filter((field) =>
    Object.values(scores).some((s) => percentOf(s, field) !== null),
  )
  const row = (name: string, score: Score): Cell[] => [
    name,
    ...fields.map((field) => percentOf(score, field)),
  ]
  const rows = Object.entries(scores).map(([name, score]) => row(name, score))
  return {
    title: `${title}（%）`,
    columns: ['文件', ...fields.map((field) => FIELDS[field] ?? field)],
    rows: [...rows, row('合计', sum)],
  }
}

export function scoreFigures({ part, scores }: Scored): Figures {
  const sum = addScores(Object.values(scores))
  return Object.fromEntries(Object.entries(sum).map(([field, m]) => [`${part}.${field}`, percent(m)]))
}

export const missesOf = ({ scores }: Scored): string[] =>
  Object.values(scores).flatMap((score) => Object.values(score).flatMap((measure) => measure.misses))

const percentOf = (score: Score, field: string): number | null => {
  const measure = score[field]
  return measure === undefined ? null : percent(measure)
}

/** Passed of all, by kind of question. */
export type Tallies = Readonly<Record<string, { readonly passed: number; readonly all: number }>>

export function questionTable(tallies: Tallies): Table {
  const rows = Object.entries(tallies).map(([kind, { passed, all }]) => [
    kind,
    `${passed}/${all}`,
    rounded(passed / all),
  ])
  return { title: '问答', columns: ['类别', '通过', '%'], rows }
}

export const questionFigures = (tallies: Tallies): Figures =>
  Object.fromEntries(
    Object.entries(tallies).map(([kind, { passed, all }]) => [`questions.${kind}`, rounded(passed / all)]),
  )

/** A search that was measured: which set, and with which legs. */
export interface Ranked {
  readonly name: string
  readonly leg: string
  readonly ranking: Ranking
  /** Of one search: p50 / p95 in milliseconds; null: not taken. */
  readonly times: string | null
}

const LEGS: Readonly<Record<string, string>> = { words: '词语', both: '词语＋向量' }

export function rankingTable(ranked: readonly Ranked[]): Table {
  return {
    title: '检索（%）',
    columns: ['集', '检索方式', '问题', 'hit@1', 'recall@10', 'MRR@10', 'p50 / p95 毫秒'],
    rows: ranked.map(({ name, leg, ranking, times }) => [
      name,
      LEGS[leg] ?? leg,
      String(ranking.queries),
      ...[ranking.hit1, ranking.recall10, ranking.mrr10].map(rounded),
      times,
    ]),
  }
}

/** `part`: the first word of the names, retrieval or questions. */
export function rankingFigures(part: string, ranked: readonly Ranked[]): Figures {
  return Object.fromEntries(
    ranked.flatMap(({ name, leg, ranking }) => {
      const of = (figure: string) => `${part}.${name}.${leg}.${figure}`
      const { hit1, recall10, mrr10 } = ranking
      return [
        [of('hit@1'), rounded(hit1)],
        [of('recall@10'), rounded(recall10)],
        [of('MRR@10'), rounded(mrr10)],
      ]
    }),
  )
}

/** A share as percent with one decimal, as floors are compared. */
const rounded = (part: number): number => Math.round(part * 1000) / 10

export const belowText = ({ name, floor, figure }: BelowFloor): string =>
  `${name} 应不低于 ${floor}，${figure === null ? '没有测到' : `实为 ${figure}`}`
