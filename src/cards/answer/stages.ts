import type { Facts } from '../../answer/facts.ts'
import type { Day } from '../../domain/span.ts'
import { dayName } from '../../text/calendar.ts'
import { documentLabel } from '../../understand/names/documents.ts'
import type { Part } from './blocks.ts'
import { documentsOf, namesLine } from './naming.ts'
import { clauseBlocks, PAGE } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { say } from './wording.ts'

type StageFacts = Extract<Facts, { kind: 'stage' }>
type Stage = StageFacts['stages'][number]

/** Stages with their days, the one that runs today pointed out. */
export function stagePart({ stages }: StageFacts, book: SourceBook, today: Day): Part {
  const documents = documentsOf(stages)
  const rows = stages.map((stage) => ({
    lead: `${stage.name}：${stageTime(stage)}${runs(stage, today) ? '（正在进行）' : ''}`,
    text: stage.text,
    ...(documents.length > 1 ? { small: documentLabel(stage.document) } : {}),
    source: book.add(stage, stage.text),
  }))
  const [only] = stages
  const subtitle = namesLine(documents)
  return {
    title:
      stages.length === 1 && only !== undefined
        ? `${only.name}：${stageMonths(only) ?? stageTime(only)}`
        : `${say.stageTitle} · ${stages.length}个`,
    ...(subtitle === undefined ? {} : { subtitle }),
    blocks: [{ kind: 'rows', rows, pageSize: PAGE }],
  }
}

const runs = ({ start, end }: Stage, today: Day): boolean =>
  start !== null && end !== null && start <= today && today <= end

function stageTime({ start, end }: Stage): string {
  if (start !== null && end !== null) return `${dayName(start)}至${dayName(end)}`
  if (end !== null) return `${dayName(end)}前`
  return start === null ? '文件没有写时间' : `${dayName(start)}起`
}

/** Whole months of one year, as plans write them: 2025年11月至12月. The row below tells the days. */
function stageMonths({ start, end }: Stage): string | null {
  if (start === null || end === null || start.slice(0, 4) !== end.slice(0, 4)) return null
  if (!start.endsWith('-01') || !isMonthEnd(end)) return null
  const [from, to] = [Number(start.slice(5, 7)), Number(end.slice(5, 7))]
  const year = `${start.slice(0, 4)}年`
  return from === to ? `${year}${from}月` : `${year}${from}月至${to}月`
}

function isMonthEnd(day: Day): boolean {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return Number(day.slice(8)) === new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function spanPart(facts: Extract<Facts, { kind: 'span' }>, book: SourceBook): Part {
  const [only] = facts.documents
  return {
    title: facts.documents.length === 1 && only !== undefined ? say.spanOne(only) : say.spanTitle,
    blocks: [
      ...facts.documents.map((d) => ({ kind: 'text' as const, text: say.span(d) })),
      ...clauseBlocks(facts.clauses, book),
    ],
  }
}
