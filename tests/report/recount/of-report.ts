import type { Report, ReportPart, Run } from '../../../src/domain/report.ts'
import { unaccounted, unaccountedOf } from './account.ts'
import type { Counted, Facts } from './facts.ts'
import { chartFaults } from './of-chart.ts'
import { CLASS_WORDS } from './rules.ts'

type Table = Extract<ReportPart, { readonly kind: 'table' }>

/** The recounted figures of a report: of all of it, and of each side of a comparison by its name. */
export interface Recount {
  readonly facts: Facts
  readonly sides: Readonly<Record<string, Facts>>
}

const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

/** Numbers of the tree nobody counted again, and those counted otherwise. Empty: all of it is accounted for. */
export function faultsOf({ title, subtitle, parts }: Report, recount: Recount): readonly string[] {
  const { facts } = recount
  let at = { base: facts.figures.total ?? 0, listed: 0 }
  const heads = [title, subtitle ?? ''].flatMap((line) => unaccounted(line, facts))
  const body = parts.flatMap((part) => {
    if (part.kind === 'heading') {
      at = { base: baseOf(part.text, facts), listed: 0 }
      return unaccounted(part.text, facts)
    }
    if (part.kind !== 'paragraph') return ofPart(part, recount)
    const line = textOf(part.runs)
    const found = isBeside(line, recount.sides) ? ofSides(line, recount.sides) : unaccounted(line, facts, at)
    if (/（(?:《|云政办|第\d|[一二三四五]+\d)/.test(line) && !part.lead) at = { ...at, listed: at.listed + 1 }
    return found
  })
  return [...heads, ...body]
}

/** What a section counts before it lists: what is left after the list is measured by it. */
function baseOf(heading: string, { figures, classes }: Facts): number {
  if (/转好/.test(heading)) return figures.better ?? 0
  if (/指标变化/.test(heading)) return figures.moved ?? 0
  if (/变差/.test(heading)) return figures.worse ?? 0
  if (/滞后|问题|关注/.test(heading)) return figures.held ?? 0
  if (/^(?:主要)?完成情况/.test(heading)) return classes.done ?? 0
  return figures.total ?? 0
}

const isBeside = (line: string, sides: Recount['sides']): boolean =>
  Object.keys(sides).some((name) => line.startsWith(`${name}任务`))

const ofSides = (line: string, sides: Recount['sides']): readonly string[] =>
  line.split('；').flatMap((words) => {
    const [, facts] = Object.entries(sides).find(([name]) => words.startsWith(name)) ?? []
    return facts === undefined ? [words] : unaccounted(words, facts)
  })

function ofPart(part: Exclude<ReportPart, { readonly kind: 'heading' | 'paragraph' }>, recount: Recount) {
  if (part.kind === 'figures')
    return part.figures.flatMap(({ label, value }) => unaccounted(`${label} ${value.text}`, recount.facts))
  return part.kind === 'chart' ? chartFaults(part, recount) : tableFaults(part, recount)
}

/** Rows of classes are made anew in full; rows of tasks hold what SQL knows of that task. */
function tableFaults(table: Table, { facts, sides }: Recount): readonly string[] {
  const words = [...table.columns.map((column) => column.name), table.caption ?? '', table.note ?? '']
  const heads = words.flatMap((line) => unaccounted(line, facts))
  const rows = table.rows.map((row) => row.map((cell) => cell.text))
  const wanted = /各板块|各牵头单位/.test(table.caption ?? '')
    ? rows.map(([name = '']) => classRow(name, facts))
    : /变化/.test(table.caption ?? '')
      ? rows.map(([name = '']) => movesRow(name, facts))
      : /对比/.test(table.caption ?? '')
        ? rows.map(([name = '']) => sidesRow(name, sides))
        : null
  if (wanted !== null)
    return [
      ...heads,
      ...rows.flatMap((row, i) => (row.join() === wanted[i]?.join() ? [] : [`${row}：SQL ${wanted[i]}`])),
    ]
  if (table.columns[0]?.name === '报送期')
    return rows.map((row) => row.join(' | ')).filter((row, i) => row !== facts.history[i])
  return [...heads, ...rows.flatMap((row) => taskRow(row, facts))]
}

const sum = (rows: readonly Counted[], classes: readonly string[]): number =>
  rows.filter((row) => classes.includes(row.class)).reduce((n, row) => n + row.n, 0)

const OTHERS = ['blocked', 'due', 'unknown']

function classRow(name: string, { sections, units, classes }: Facts): readonly string[] {
  const all = Object.entries(classes).map(([key, n]) => ({ name, class: key, n }))
  const own =
    name === '合计'
      ? all
      : [...sections, ...units].filter((row) => row.name === name || row.name.endsWith(`）${name}`))
  const numbers = [
    sum(own, Object.keys(CLASS_WORDS)),
    ...['done', 'onPace', 'slow', 'late'].map((c) => sum(own, [c])),
    sum(own, OTHERS),
  ]
  return [name, ...numbers.map(String)]
}

function movesRow(name: string, { before, classes }: Facts): readonly string[] {
  const key = Object.entries(CLASS_WORDS).find(([, words]) => words === name)?.[0]
  const of = (counts: Facts['classes']) =>
    key === undefined ? Object.values(counts).reduce((a, b) => a + b, 0) : (counts[key] ?? 0)
  const [old, fresh] = [of(before), of(classes)]
  return [name, String(old), String(fresh), fresh > old ? `+${fresh - old}` : String(fresh - old)]
}

function sidesRow(name: string, sides: Recount['sides']): readonly string[] {
  const key = Object.entries(CLASS_WORDS).find(([, words]) => words === name)?.[0]
  const figure = name === '任务数' ? 'total' : 'helped'
  const of = ({ classes, figures }: Facts) => (key === undefined ? figures[figure] : (classes[key] ?? 0))
  return [name, ...Object.values(sides).map((facts) => String(of(facts)))]
}

/** 序号 leads to the task. */
function taskRow(row: readonly string[], { tasks }: Facts): readonly string[] {
  const [first = ''] = row
  const task = tasks.find((t) => first === t.place || first === `${t.document}${t.place}`)
  return task === undefined ? [`${first}：no such task`] : unaccountedOf(row.join(' | '), task)
}
