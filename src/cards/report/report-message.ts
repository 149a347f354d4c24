import type { Block, Message } from '../../domain/message.ts'
import type { Report, ReportPart } from '../../domain/report.ts'
import { cutTexts, firstEntries } from './cut.ts'
import { partBlocks } from './part-blocks.ts'
import { type Section, sectionsOf, taken } from './sections.ts'
import { totalsOf } from './totals.ts'

/**
 * A report for a phone: figures, first words and chart on top, then what needs a leader's eye with its first entries; all
 * other lists and tables folded. As text it is complete: what a chart shows stands in words in a fold.
 */
export function reportMessage(report: Report): Message {
  const marks = [report.number, report.subtitle].filter((mark) => mark !== null)
  const sections = sectionsOf(report.parts)
  const { found, rest } = taken(sections, isTop)
  const charts = found.filter((part) => part.kind === 'chart')
  return {
    title: report.title,
    ...(marks.length === 0 ? {} : { subtitle: marks.join(' · ') }),
    tone: 'plain',
    blocks: [
      ...top(found, report.parts),
      ...below(rest),
      ...partBlocks(charts.slice(1)),
      ...charts.map(chartWords),
      ...(report.machineWorded ? [DRAFTED] : []),
    ],
    sources: report.sources,
    assumptions: [],
    suggestions: [],
  }
}

const DRAFTED: Block = { kind: 'note', text: '首段由大模型按文中数据起草（机器起草），数字已核对。' }

const isFigures = (part: ReportPart) => part.kind === 'figures'
const isLead = (part: ReportPart) => part.kind === 'paragraph' && part.lead === true
const isChart = (part: ReportPart) => part.kind === 'chart'
const isTop = (part: ReportPart) => isFigures(part) || isLead(part) || isChart(part)

/** Wherever they stand in the document: figures (or the sums of a table), then the lead, then the first chart. */
function top(found: readonly ReportPart[], all: readonly ReportPart[]): readonly Block[] {
  const figures = found.filter(isFigures)
  const head = figures.length > 0 ? partBlocks(figures) : totalsOf(all)
  return [...head, ...partBlocks(found.filter(isLead)), ...partBlocks(found.filter(isChart).slice(0, 1))]
}

/** What a leader must see, open and first. */
const URGENT = /滞后|逾期|偏慢|关注|协调|困难|变差|需要/
const SHORT = 200

/** Urgent sections first; of the others short ones stay open, long ones are folded whole. A report of few sections is all open. */
function below(sections: readonly Section[]): readonly Block[] {
  const isUrgent = ({ heading }: Section) => heading === null || URGENT.test(heading)
  const isOpen = (s: Section) => sections.length <= 3 || isUrgent(s) || lengthOf(s) <= SHORT
  const ordered =
    sections.length <= 3 ? sections : [...sections.filter(isUrgent), ...sections.filter((s) => !isUrgent(s))]
  return ordered.flatMap((s) => (isOpen(s) ? openSection(s) : [foldedSection(s)]))
}

const lengthOf = ({ parts }: Section): number =>
  parts.reduce(
    (sum, p) => sum + (p.kind === 'paragraph' ? p.runs.reduce((n, r) => n + r.text.length, 0) : 0),
    0,
  )

function openSection({ heading, parts }: Section): readonly Block[] {
  const shown = cutTexts(partBlocks(parts.filter((p) => p.kind !== 'table')).flatMap(firstEntries))
  const tables = parts.filter((part) => part.kind === 'table').map(tableFold)
  const title: readonly Block[] =
    heading === null || shown.length === 0 ? [] : [{ kind: 'heading', text: heading }]
  return [...title, ...shown, ...tables]
}

function foldedSection({ heading, parts }: Section): Block {
  const rows = partBlocks(parts).reduce((n, b) => n + (b.kind === 'rows' ? b.rows.length : 0), 0)
  const title = `${heading ?? '其他'}${rows > 0 ? `（${rows}条）` : ''}`
  const hasTable = parts.some((part) => part.kind === 'table')
  // Entries together: each alone would be the first of a list of its own.
  return { kind: 'fold', title, blocks: hasTable ? parts.flatMap(notedBlocks) : partBlocks(parts) }
}

/** A table on a phone: folded, each row a line. */
const tableFold = (part: Extract<ReportPart, { kind: 'table' }>): Block => ({
  kind: 'fold',
  title: part.caption ?? '明细',
  blocks: notedBlocks(part),
})

const notedBlocks = (part: ReportPart): readonly Block[] => [
  ...partBlocks([part]),
  ...(part.kind === 'table' && part.note !== null ? [{ kind: 'note', text: part.note } as const] : []),
]

const chartWords = (chart: Extract<ReportPart, { kind: 'chart' }>): Block => ({
  kind: 'fold',
  title: `图中数据：${chart.caption}`,
  blocks: [{ kind: 'text', text: chart.data }],
})
