import type { ProgressFacts, ProgressLine } from '../../answer/progress-facts.ts'
import type { Block, Light, Row } from '../../domain/message.ts'
import { periodName } from '../../domain/period.ts'
import type { ProgressQuery } from '../../domain/progress-query.ts'
import type { Day } from '../../domain/span.ts'
import type { TaskState } from '../../domain/task-filter.ts'
import { readingWords } from '../../report/figures.ts'
import { answering, shortDay, taskName } from '../../report/words.ts'
import { documentLabel } from '../../understand/names/documents.ts'
import { text } from '../text-block.ts'
import type { Part } from './blocks.ts'
import { under } from './lists.ts'
import { documentsOf } from './naming.ts'
import { aboutOf } from './progress-about.ts'
import { aspectPart } from './progress-aspects.ts'
import {
  LIGHT_NAMES,
  reportLine,
  standingLine,
  tallyLine,
  troubleLine,
  troubleWords,
} from './progress-words.ts'
import { PAGE, taskRow } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { leadLine, placeName, taskLead } from './task-words.ts'

const note = (words: string): Block => ({ kind: 'note', text: words })

/** So few tasks are told in full. */
const FEW = 3

/** How tasks stand: the lights first, then the tasks, few of them with what was reported word for word. */
export function progressPart(facts: ProgressFacts, book: SourceBook, today: Day): Part {
  const { query, lines } = facts
  if (query.of !== undefined && query.of !== 'standing') return aspectPart(facts, book, today)
  const total = Object.values(facts.tally).reduce((sum, count) => sum + count, 0)
  const tally = total > 1 ? [text(tallyLine(facts.tally))] : []
  return {
    title: titleOf(facts, today),
    ...under(
      lines.map(({ row }) => row),
      today,
    ),
    blocks: [...tally, ...linesOf(facts, book, today)],
  }
}

const STATE_NAMES: Readonly<Record<TaskState, string>> = {
  overdue: '逾期',
  undone: '还没完成',
  pending: '待审核',
  unreported: '未报送',
  silent: '没有进展',
  behind: '滞后',
  closed: '已办结',
  ongoing: '推进中',
  blocked: '推进受阻',
}

/** 红灯, 滞后; '' where no state is asked for. */
export function stateWords({ lights, filter }: ProgressQuery): string {
  const names =
    lights?.map((light) => LIGHT_NAMES[light]) ?? filter.states?.map((state) => STATE_NAMES[state]) ?? []
  return names.join('、')
}

/** 市经信局牵头的任务进展 · 12项; 滞后任务 · 3项; 市经信局的任务 · 滞后3项 */
function titleOf(facts: ProgressFacts, today: Day): string {
  const { query, lines } = facts
  const state = stateWords(query)
  const of = aboutOf(facts, today)
  if (state === '') return lines.length === 1 ? `${of}进展` : `${of}进展 · ${lines.length}项`
  return of === '全部任务' ? `${state}任务 · ${lines.length}项` : `${of} · ${state}${lines.length}项`
}

function linesOf(facts: ProgressFacts, book: SourceBook, today: Day): Block[] {
  const { lines, query } = facts
  if (lines.length === 0) return nothing(facts, today)
  if (query.byUnit === true) return byUnit(lines, today)
  if (lines.length > FEW) return [progressRows(lines, book, today)]
  return lines.flatMap((line, i) => inFull(line, i + 1, { book, today }))
}

/** 没报 means owed in an open request: what nobody asks for this period is not. */
function nothing({ query, asked, nextReport, owed }: ProgressFacts, today: Day): Block[] {
  if (query.filter.states?.includes('unreported') !== true) return [text(`没有${stateWords(query)}的任务。`)]
  const { period, tasks, open } = owed ?? { period: null, tasks: 0, open: false }
  const whose = `${asked.unit ?? ''}${period === null ? '本期' : `本期（${periodName(period)}）`}`
  const done = open ? '这些任务里没有欠报的。' : `${whose}应报的${tasks}项都报了。`
  const none = tasks === 0 ? `${whose}没有应报的任务。` : done
  const next = nextReport == null ? '' : `按文件，下次报送是${shortDay(nextReport, today)}前。`
  const q = `${asked.unit ?? ''}没有进展的任务有哪些`
  return [
    text(`${none}${next}`),
    { kind: 'buttons', buttons: [{ text: '看还没有进展的任务', action: { do: 'ask', q } }] },
  ]
}

/** Entries of a list: number, name and how it stands. */
export function progressRows(lines: readonly ProgressLine[], book: SourceBook, today: Day): Block {
  const named = documentsOf(lines.map(({ row }) => row)).length > 1
  const rows = lines.map(({ row, standing, same }): Row => {
    const small = [named ? standing.document.name : '', leadLine(row)].filter((part) => part !== '')
    return {
      lead: taskLead(row),
      text: `${taskName({ title: null, text: row.text })}：${[standingLine(standing, today), ...sameLines(same)].join('；')}`,
      ...(small.length === 0 ? {} : { small: small.join(' · ') }),
      light: standing.light,
      source: book.add(row, row.text),
    }
  })
  return { kind: 'rows', rows, pageSize: PAGE }
}

/** 同一目标，见云政办〔2026〕5号第52项：低空商业航线6/10条（60%） */
const sameLines = (same: ProgressLine['same'] = []): string[] =>
  same.flatMap(({ row, metric }) => {
    const words = readingWords(metric)
    return words === null ? [] : [`同一目标，见${documentLabel(row.document)}${placeName(row)}：${words}`]
  })

interface Page {
  readonly book: SourceBook
  readonly today: Day
}

/** The clause, how it stands, and what the units said. */
function inFull({ row, standing, same }: ProgressLine, first: number, { book, today }: Page): Block[] {
  const document = { units: 'lead', document: true } as const
  const entry: Row = { ...taskRow(row, book, document), light: standing.light }
  const reports = [standing.report, ...standing.statements].flatMap((report) => report ?? [])
  const words = reports.flatMap((report) => [reportLine(report, today), troubleLine(report)])
  return [
    { kind: 'rows', rows: [entry], pageSize: PAGE, first },
    text([standingLine(standing, today), ...sameLines(same)].join('；')),
    ...words.filter((line) => line !== '').map(note),
  ]
}

/** So many tasks of a unit are named; the rest is counted. */
const NAMED = 3

/** 哪些单位滞后: each unit once, with its worst tasks in a few words. A task of several leads stands under each. */
function byUnit(lines: readonly ProgressLine[], today: Day): Block[] {
  const units = new Map<string, ProgressLine[]>()
  for (const line of lines)
    for (const { name } of answering(line.standing)) units.set(name, [...(units.get(name) ?? []), line])
  const rows = [...units]
    .sort((a, b) => b[1].length - a[1].length)
    .map(
      ([unit, own]): Row => ({
        lead: `${unit} ${own.length}项`,
        text: inShort(own, today),
        light: worst(own),
      }),
    )
  return [text(`涉及${units.size}家单位。`), { kind: 'rows', rows, pageSize: PAGE }]
}

function inShort(lines: readonly ProgressLine[], today: Day): string {
  const named = lines
    .slice(0, NAMED)
    .map(({ row, standing }) => `〔${placeName(row)}〕${troubleWords(standing, today)}`)
  return `${named.join('；')}${lines.length > NAMED ? `；等${lines.length}项` : ''}`
}

const worst = (lines: readonly ProgressLine[]): Light =>
  lines.some(({ standing }) => standing.light === 'red') ? 'red' : (lines[0]?.standing.light ?? 'none')
