import type { Figure, Verdict } from '../../answer/figure.ts'
import type { FiguresFacts } from '../../answer/figures-facts.ts'
import type { DocumentRef, GoalRow, IndicatorRow, TaskRow } from '../../answer/ledger.ts'
import type { Block } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import { documentLabel } from '../../understand/names/documents.ts'
import { text } from '../text-block.ts'
import type { Part } from './blocks.ts'
import { FIGURE_UNSAID } from './detail.ts'
import { marked } from './emphasis.ts'
import { amount, comparisonLine, figureLine } from './figure-words.ts'
import { documentsOf, fullName, namesLine } from './naming.ts'
import { clauseBlocks, PAGE, taskRow } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { cellText, indicatorBlocks } from './tables.ts'
import { placeName } from './task-words.ts'
import { say, shownTopic } from './wording.ts'

/** A target: the verdict over the documents first, then what each of them says, under its name. */
export function figuresPart(facts: FiguresFacts, book: SourceBook, today: Day): Part {
  const told = documentsOf([
    ...facts.tasks.map((t) => t.row),
    ...facts.goals,
    ...facts.indicators,
    ...facts.clauses.map((c) => c.row),
  ])
  const documents = facts.by === null ? told : tablesFirst(told, facts.indicators)
  const compared = facts.compared === null ? [] : [text(comparisonLine(facts.compared))]
  const progress = [
    ...(facts.progress ? [text(say.noProgress)] : []),
    ...(facts.unsaid === undefined ? [] : [text(FIGURE_UNSAID[facts.unsaid])]),
    ...(facts.notOf === undefined ? [] : [text(say.notOf(facts.notOf))]),
  ]
  const figures = facts.figures.length < 2 ? [] : facts.figures.map((f) => text(figureLine(f)))
  const each = documents.flatMap((d) => {
    const head: Block[] = documents.length > 1 ? [{ kind: 'heading', text: fullName(d) }] : []
    return [...head, ...ofDocument(facts, d.id, { book, today })]
  })
  const subtitle = namesLine(documents)
  return {
    title: titleOf(facts),
    ...(subtitle === undefined ? {} : { subtitle }),
    blocks: [
      ...progress,
      ...compared,
      ...figures,
      ...facts.verdicts.map((v) => text(verdictLine(v))),
      ...each,
    ],
  }
}

/** Where a part is asked for, the document whose table breaks the figure down answers first. */
function tablesFirst(documents: readonly DocumentRef[], cells: readonly IndicatorRow[]): DocumentRef[] {
  const tabled = (d: DocumentRef): number => (cells.some((cell) => cell.document.id === d.id) ? 0 : 1)
  return [...documents].sort((a, b) => tabled(a) - tabled(b))
}

function titleOf(facts: FiguresFacts): string {
  const { topic, by, headline, indicators } = facts
  const asked = say.figuresTitle(topic, by)
  const [first] = facts.top?.rows ?? []
  if (facts.top !== undefined && first !== undefined) {
    const parts = facts.top.rows.map((row) => row.by).join('、')
    return say.extreme({ topic, rank: facts.top.rank, parts, cell: cellText(first) })
  }
  const [only, other] = facts.tasks
  if (topic === null && only !== undefined && other === undefined && facts.goals.length === 0)
    return targetTitle(only.row)
  // One figure at the head and none beside it reads as if it were of both.
  const whole = facts.heads.every((h) => h.figure !== null)
  if (facts.heads.length > 1)
    return whole
      ? facts.heads.map(headWords).join('，')
      : facts.heads.map((h) => shownTopic(h.name)).join('、')
  const figure = headline ?? facts.heads[0]?.figure ?? null
  if (figure !== null) return `${asked}：${amount(figure)}`
  const cells = ofAskedYear(indicators, facts.year)
  const own = cells.filter((row) => row.by === by && row.value !== null)
  const sum = by === null ? null : own.length === 1 && own[0] ? cellText(own[0]) : sumOf(cells)
  return sum === null ? asked : `${asked}：${sum}`
}

/** 便民生活圈 50个 */
const headWords = ({ name, figure }: FiguresFacts['heads'][number]): string =>
  figure === null ? shownTopic(name) : `${shownTopic(name)} ${amount(figure)}`

/** So many figures fit a title. */
const FEW = 3

/** 第78项的目标：13%; of several figures each with its name. */
function targetTitle(row: TaskRow): string {
  const [metric, more] = row.metrics
  const figures =
    more === undefined ? row.metrics.map(amount) : row.metrics.map((m) => `${m.name} ${amount(m)}`)
  return `${placeName(row)}的目标${metric === undefined || figures.length > FEW ? '' : `：${figures.join('，')}`}`
}

/** Of a table with a column a year and one of all years: the year asked for. */
function ofAskedYear(rows: readonly IndicatorRow[], year: number | null): readonly IndicatorRow[] {
  const own = rows.filter((row) => row.by !== null && row.period === `${year}`)
  return year === null || own.length === 0 ? rows : own
}

/** The cell that sums up the others: no sort of thing, no year of several. */
function sumOf(rows: readonly IndicatorRow[]): string | null {
  const whole = rows.some((row) => row.by === '全市') ? rows.filter((row) => row.by === '全市') : rows
  const names = new Set(whole.map((row) => row.name))
  const plain = names.size === 1 ? whole : whole.filter((row) => !row.name.includes('（'))
  const sums = plain.length === 1 ? plain : plain.filter((row) => row.period === null)
  const [only] = sums
  return sums.length === 1 && only !== undefined && only.value !== null
    ? `${only.by === '全市' ? '全市' : ''}${cellText(only)}`
    : null
}

/** Beside a figure a light tells something, or is left out. */
const lit = (lights: NonNullable<FiguresFacts['lights']>): typeof lights =>
  new Map([...lights].filter(([, { light }]) => light !== 'none'))

interface Page {
  readonly book: SourceBook
  readonly today: Day
}

function ofDocument(facts: FiguresFacts, id: number, { book, today }: Page): Block[] {
  const own = <T extends { readonly document: { readonly id: number } }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.document.id === id)
  const goals = own(facts.goals)
  const tasks = own(facts.tasks.map((t) => t.row))
  const lights = facts.lights === undefined ? {} : { lights: { of: lit(facts.lights), today } }
  const told = { units: 'all', document: false, ...lights } as const
  return [
    ...indicatorBlocks(own(facts.indicators), book),
    ...(goals.length === 0 ? [] : [goalRows(goals, book)]),
    ...(tasks.length === 0
      ? []
      : [{ kind: 'rows', rows: tasks.map((row) => taskRow(row, book, told)), pageSize: PAGE } as const]),
    ...clauseBlocks(
      facts.clauses.filter((c) => c.row.document.id === id),
      book,
    ),
  ]
}

function goalRows(goals: readonly GoalRow[], book: SourceBook): Block {
  const sentences = Map.groupBy(goals, (goal) => goal.raw)
  const rows = [...sentences].flatMap(([raw, [first, ...others]]) =>
    first === undefined
      ? []
      : [{ lead: '工作目标', text: marked(raw, [first, ...others]), source: book.add(first, raw) }],
  )
  return { kind: 'rows', rows, pageSize: 12 }
}

/** ⚠ 2026年的目标两处不一致：…; 逐年提高：2025年 11% → 2026年 12% */
function verdictLine(verdict: Verdict): string {
  if (verdict.kind === 'rising' || verdict.kind === 'falling') {
    const years = verdict.figures.map((f) => `${f.year}年${amount(f)}`)
    return `${verdict.kind === 'rising' ? '逐年提高' : '逐年下降'}：${years.join(' → ')}。`
  }
  const year = verdict.year === null ? '' : `${verdict.year}年`
  if (verdict.kind === 'agree') return `${year}的目标，${COUNT[verdict.figures.length] ?? '几'}份文件一致。`
  return `⚠ ${year}的目标不一致：${verdict.figures.map(place).join('，')}。以后发的文件为准，请向督查室确认。`
}

const place = (f: Figure): string => `${documentLabel(f.document)}写${amount(f)}`
const COUNT: Readonly<Record<number, string>> = { 2: '两', 3: '三', 4: '四' }
