import { cardOf, pageCount } from '../../../src/cards/print.ts'
import { reportMessage } from '../../../src/cards/report/report-message.ts'
import type { Report, ReportPart } from '../../../src/domain/report.ts'
import { docxOf } from '../prints/outline.ts'
import { unaccounted } from './account.ts'
import type { Facts } from './facts.ts'

/** Letters alone: what printers put between them is no matter. */
const bare = (text: string): string =>
  text
    .replace(/<[^>]*>|[🔴🟡🟢⚪]|\*\*|[\s\u200b⏎●|：]/gu, '')
    .replace(/^[一二三四五六七八九十]+、|^[表图]\d+(?=\D)/, '')

/** Everything the tree says, each of it counted again before: whole lines, and rows of tables as every printer has them. */
function treeOf({ title, subtitle, parts }: Report): readonly string[] {
  return [title, subtitle ?? '', ...parts.flatMap(linesOf)].map(bare)
}

function linesOf(part: ReportPart): readonly string[] {
  switch (part.kind) {
    case 'heading':
      return [part.text]
    case 'paragraph':
      return [part.runs.map((run) => run.text).join('')]
    case 'figures':
      return [
        ...part.figures.flatMap(({ label, value }) => [`${value.text}${label}`, `${label}${value.text}`]),
        ...stretches(part.figures.map(({ value }) => value.text)),
      ]
    case 'chart':
      return [part.caption, part.data]
    case 'table':
      return tableLines(part)
  }
}

/** Figures side by side, on as many lines as the paper needs. */
const stretches = (values: readonly string[]): readonly string[] =>
  values.flatMap((_, from) => values.map((_, to) => values.slice(from, to + 1).join('')))

function tableLines({
  columns,
  rows,
  caption,
  note,
}: Extract<ReportPart, { readonly kind: 'table' }>): readonly string[] {
  const named = rows.flatMap((row) => row.map((cell, i) => `${columns[i]?.name ?? ''}${cell.text}`).join('·'))
  const sums = rows.at(-1)?.flatMap((cell, i) => [`${cell.text}${columns[i]?.name ?? ''}`]) ?? []
  const heads = columns.map((column) => column.name).join('')
  return [
    caption ?? '',
    note ?? '',
    heads,
    ...rows.map((row) => row.map((cell) => cell.text).join('')),
    ...named,
    ...sums,
  ]
}

/** A number alone says nothing: it must be the whole of what the tree has there. */
const isSaid = (line: string, tree: readonly string[]): boolean =>
  line.length < 6 ? tree.includes(line) : tree.some((said) => said.includes(line))

/** Printed lines with a number the tree does not have there, and no query counts. */
const strangers = (lines: readonly string[], report: Report, facts: Facts): readonly string[] => {
  const tree = treeOf(report)
  return lines
    .filter(
      (line) =>
        /\d/.test(line) && !isSaid(bare(line).replace(/^\d+\.(?=\D)/, ''), tree) && !isSaid(bare(line), tree),
    )
    .flatMap((line) => unaccounted(line.trim(), facts))
}

export async function docxFaults(report: Report, facts: Facts): Promise<readonly string[]> {
  const { outline } = await docxOf(report)
  return strangers(
    outline.map((line) => line.replace(/^\w*: |^#/, '')),
    report,
    facts,
  )
}

interface Node {
  readonly tag?: string
  readonly content?: string
  readonly elements?: readonly Node[]
  readonly columns?: readonly Node[]
  readonly header?: { readonly title?: { readonly content?: string } }
  readonly chart_spec?: unknown
}

export function cardFaults(report: Report, facts: Facts): readonly string[] {
  const message = reportMessage(report)
  const links = () => ''
  const pages = pageCount({ message, turn: 1, page: 0 }, links)
  const cards = Array.from({ length: pages }, (_, page) => cardOf({ message, turn: 1, page }, links))
  const nodes = cards.flatMap((card) => card.body.elements as readonly Node[])
  const charts = new Set(
    report.parts.flatMap((part) => (part.kind === 'chart' ? [JSON.stringify(part.spec.data)] : [])),
  )
  const drawn = nodes.flatMap(chartsIn).filter((data) => !charts.has(data))
  const lines = nodes.flatMap(linesIn).map((line) => line.replace(/<[^>]*>|\*\*/g, ''))
  const feet = lines.filter((line) => line.startsWith('依据：'))
  const others = lines.filter((line) => !line.startsWith('依据：') && !isRightPager(line, pages, report))
  return [
    ...drawn,
    ...foldFaults(nodes),
    ...feetFaults(feet, report, facts),
    ...strangers(others, report, facts),
  ]
}

/** 共 12 项，第 1 / 2 页: as many as a list of the tree has. */
function isRightPager(line: string, pages: number, { parts }: Report): boolean {
  const told = /^(?:共 (?<n>\d+) 项，)?第 (?<at>\d+) \/ (?<of>\d+) 页/.exec(line)?.groups
  if (told === undefined || Number(told.of) !== pages || Number(told.at) > pages) return false
  const lists = [
    ...Map.groupBy(
      parts.entries(),
      ([i]) => parts.slice(0, i).filter((p) => p.kind === 'heading').length,
    ).values(),
  ]
  const lengths = lists.map(
    (list) => list.filter(([, p]) => p.kind === 'paragraph' && /^\d+\. $/.test(p.runs[0]?.text ?? '')).length,
  )
  return told.n === undefined || lengths.includes(Number(told.n))
}

/** 依据：云政办〔2026〕5号 二5 二24 等 40 处: places of tasks that are in the report, as many as it cites. */
function feetFaults(feet: readonly string[], { sources }: Report, { tasks }: Facts): readonly string[] {
  const placesIn = (words: string) =>
    [...words.matchAll(/ (?<place>二\d+)/g)].map((match) => match.groups?.place ?? '')
  const told = feet
    .flatMap((line) => line.split('；'))
    .map((words) => Number(/等 (?<n>\d+) 处/.exec(words)?.groups?.n ?? placesIn(words).length))
  const strange = feet.flatMap(placesIn).filter((place) => !tasks.some((task) => task.path === place))
  const all = told.reduce((a, b) => a + b, 0)
  return [
    ...strange,
    ...(feet.length === 0 || all === sources.length ? [] : [`依据 ${all}处：${sources.length}`]),
  ]
}

const chartsIn = (node: Node): readonly string[] =>
  node.chart_spec === undefined
    ? (node.elements ?? []).flatMap(chartsIn)
    : [JSON.stringify((node.chart_spec as { readonly data: unknown }).data)]

/** A figure and its label stand in a column of their own. */
function linesIn(node: Node): readonly string[] {
  if (node.tag === 'column') return [(node.elements ?? []).flatMap(linesIn).join('')]
  const own = (node.content ?? '').split('\n')
  return [...own, ...[...(node.columns ?? []), ...(node.elements ?? [])].flatMap(linesIn)]
}

/** 其余15项, 转好的任务（9条）: as many as are in the fold, and in the folds that carry it on. */
function foldFaults(nodes: readonly Node[]): readonly string[] {
  const folds = nodes.filter((node) => node.tag === 'collapsible_panel')
  const byTitle = Map.groupBy(folds, (node) => (node.header?.title?.content ?? '').replace('（续）', ''))
  return [...byTitle].flatMap(([title, own]) => {
    const told = /^其余(?<n>\d+)[项条]|（(?<m>\d+)条）$/.exec(title)?.groups
    const entries = own
      .flatMap((node) => node.elements ?? [])
      .filter((e) => told?.m === undefined || ENTRY.test(e.content ?? ''))
    return told === undefined || Number(told.n ?? told.m) === entries.length
      ? []
      : [`${title}：${entries.length}`]
  })
}

const ENTRY = /^(?:[🔴🟡🟢⚪] )?\*\*\d+\./u
