import type { Facts } from '../../answer/facts.ts'
import type { DocumentRef } from '../../answer/ledger.ts'
import type { CountFacts, UnitTally } from '../../answer/task-facts.ts'
import type { Block } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import { dayName } from '../../text/calendar.ts'
import { documentLabel } from '../../understand/names/documents.ts'
import { text } from '../text-block.ts'
import type { Part } from './blocks.ts'
import { taskList, under } from './lists.ts'
import { documentsOf, fullName, namesLine } from './naming.ts'
import { taskRows } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { say, subject } from './wording.ts'

type Counted = Extract<Facts, { kind: 'count' }>
const note = (words: string): Block => ({ kind: 'note', text: words })

export function countPart(facts: Counted, book: SourceBook, today: Day): Part {
  const { of, count } = facts
  if (of === 'documents')
    return { title: say.countDocuments(count.documents.length), blocks: [documentRows(count)] }
  const group =
    count.viaGroup > 0 && count.asked.unit !== null
      ? [note(say.viaGroup(count.asked.unit, count.viaGroup))]
      : []
  const title =
    of === 'units'
      ? say.countUnits(count.asked.roles, count.units.length)
      : (fullestTitle(count) ?? `${subject(count.asked, today)} · ${count.rows.length}项`)
  return {
    title,
    ...under(count.rows, today),
    blocks: [...countLines(facts), ...taskList(count, book, today), ...group],
  }
}

/** 任务最多的是（二）…：8项; several that are even are all named. */
function fullestTitle({ sections, fullest }: CountFacts): string | null {
  const most = Math.max(...sections.map((s) => s.tasks))
  const first = sections.filter((s) => s.tasks === most).map((s) => s.heading)
  return fullest !== true || sections.length < 2 ? null : `任务最多的是${first.join('、')}：${most}项`
}

/** What the title does not say: sections, parts, units, or how the number falls to the documents. */
function countLines({ of, count }: Counted): Block[] {
  const whole = count.asked.unit === null && count.asked.topic === null && count.asked.missing.length === 0
  const sections = (of === 'sections' || (whole && of === 'tasks')) && count.documents.length === 1
  if (of === 'parts') return [text(say.countParts(count.rows.length))]
  if (of === 'units') return [text(count.units.join('、'))]
  if (sections && count.sections.length > 1)
    return [
      text(say.countSections(count.sections.length, count.rows.length)),
      text(count.sections.map((s) => `${s.heading} ${s.tasks}项`).join('；')),
    ]
  return count.documents.length > 1 ? [text(perDocument(count.rows))] : []
}

const perDocument = (rows: CountFacts['rows']): string =>
  `共${rows.length}项，其中${documentsOf(rows)
    .map((d) => `${documentLabel(d)} ${rows.filter((row) => row.document.id === d.id).length}项`)
    .join('，')}。`

function documentRows(count: CountFacts): Block {
  const rows = count.documents.map((d) => ({
    lead: fullName(d),
    text: d.issuedOn === null ? '' : `${dayName(d.issuedOn)}印发`,
  }))
  return { kind: 'rows', rows, pageSize: 12 }
}

/** 〔2026〕5号: columns are narrow. */
const shortNumber = (d: DocumentRef): string =>
  /〔\d{4}〕\d+号$/.exec(d.number ?? '')?.[0] ?? documentLabel(d)

type Tallied = Extract<Facts, { kind: 'units' }>

/** Units by their tasks: the winner in a sentence, the numbers in a table, the tasks below where units were named. */
export function tallyPart(facts: Tallied, book: SourceBook, today: Day): Part {
  const { tallies, outOf } = facts
  const what = verbOf(facts)
  const rows = tallies.flatMap((t) => t.rows)
  const names = namesLine(documentsOf(rows))
  const lists = tallies.flatMap((t): Block[] =>
    t.rows.length === 0 || outOf !== undefined
      ? []
      : [
          {
            kind: 'fold',
            title: `${say.tally(t.unit, t.rows.length, what)}，点开看清单`,
            blocks: [taskRows(t.rows, book, { units: 'none', document: documentsOf(rows).length > 1 })],
          },
        ],
  )
  if (outOf !== undefined) for (const row of rows) book.add(row, row.text)
  return {
    title: outOf === undefined ? winner(tallies) : `${what}任务最多的${tallies.length}个单位`,
    ...(names === undefined ? {} : { subtitle: `${names} · 截至${dayName(today).slice(5)}` }),
    blocks: [
      ...(outOf === undefined ? [text(sums(tallies, what))] : []),
      tallyTable(facts, what),
      ...(outOf === undefined ? [] : [note(`在${outOf}个有${what}任务的单位里排名；数量相同的并列。`)]),
      ...lists,
    ],
  }
}

function verbOf({ roles, writtenOnly, by }: Tallied): string {
  if (roles.length === 0) return by === 'documents' ? '' : '参与'
  return roles.includes('lead') ? (writtenOnly ? '明文牵头' : '牵头') : '承担'
}

/** A column a document where there are several, and the sum. */
function tallyTable({ tallies, by }: Tallied, what: string): Block {
  const documents = documentsOf(tallies.flatMap((t) => t.rows))
  const split = by === undefined && documents.length > 1 && documents.length <= 4 ? documents : []
  const cells = tallies.map((t) => [
    t.unit,
    ...split.map((d) => `${t.rows.filter((row) => row.document.id === d.id).length}`),
    `${t.rows.length}项`,
  ])
  return {
    kind: 'table',
    columns: [by === undefined ? '单位' : '文件', ...split.map(shortNumber), `${what}任务`],
    rows: cells,
  }
}

const sums = (tallies: readonly UnitTally[], what: string): string => {
  const [most, least] = extremes(tallies)
  const gap = most === least ? '' : `，相差${most - least}项`
  return `${tallies.map((t) => say.tally(t.unit, t.rows.length, what)).join('，')}${gap}。`
}

function extremes(tallies: readonly UnitTally[]): readonly [number, number] {
  const counts = tallies.map((t) => t.rows.length)
  return [Math.max(...counts), Math.min(...counts)]
}

function winner(tallies: readonly UnitTally[]): string {
  const [most] = extremes(tallies)
  const first = tallies.filter((t) => t.rows.length === most)
  return first.length === 1 ? say.most(first[0]?.unit ?? '', tallies.length) : say.even
}
