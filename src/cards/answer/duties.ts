import type { DutyRow } from '../../answer/ledger.ts'
import type { DutyFacts } from '../../answer/task-facts.ts'
import type { Block } from '../../domain/message.ts'
import { endOf, periodName } from '../../domain/period.ts'
import type { Day } from '../../domain/span.ts'
import { addDays, dayName, monthOf, yearOf } from '../../text/calendar.ts'
import { nextDue } from '../../text/next-due.ts'
import { documentLabel } from '../../understand/names/documents.ts'
import { text } from '../text-block.ts'
import type { Part } from './blocks.ts'
import { PARTLY, UNNAMED } from './detail.ts'
import { daysAway, documentsOf, namesLine, nearDay } from './naming.ts'
import { clauseBlocks, PAGE } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { say } from './wording.ts'

/** What is to be reported, the nearest day first; of one duty the next day stands above all. */
export function dutyPart(facts: DutyFacts, book: SourceBook, today: Day): Part {
  const documents = documentsOf([...facts.duties, ...facts.clauses.map((c) => c.row)])
  const timed = facts.duties.map((duty) => ({ duty, next: dueOf(duty, today) }))
  const [only] = timed
  const alone = timed.length === 1 && only !== undefined
  const next = alone && only.next !== null && facts.of === undefined ? [text(nextLine(only.next, today))] : []
  const rows = timed.map(({ duty, next: due }) => ({
    lead: duty.what,
    text: duty.text,
    small: [
      ...(documents.length > 1 ? [documentLabel(duty.document)] : []),
      dutyLine(duty),
      ...coveredLine(duty, facts.of),
      ...(alone || facts.of || due === null || duty.recurrence === null
        ? []
        : [`下一次：${nearDay(due, today)}`]),
    ].join(' · '),
    source: book.add(duty, duty.text),
  }))
  const list: Block[] = rows.length === 0 ? [] : [{ kind: 'rows', rows, pageSize: PAGE }]
  const subtitle = namesLine(documents)
  return {
    title: alone
      ? titleOf(only.duty)
      : rows.length === 0
        ? say.dutyTitle
        : `${say.dutyTitle} · ${rows.length}条`,
    ...(subtitle === undefined ? {} : { subtitle }),
    blocks: [
      ...(facts.unsaid === undefined
        ? []
        : [text(facts.unsaid === 'names' ? UNNAMED : PARTLY[facts.unsaid])]),
      ...(facts.yesNo ? [text(say.yes)] : []),
      ...next,
      ...list,
      ...clauseBlocks(facts.clauses, book),
    ],
  }
}

/** The day that counts from today on: the one written, or the next of a rhythm. */
function dueOf(duty: DutyRow, today: Day): Day | null {
  if (duty.due !== null) return duty.due
  return duty.recurrence === null ? null : nextDue(duty.recurrence, duty, today)
}

/** 2025年第一季度的：2025年4月20日前; a duty outside its own time has none. */
function coveredLine(duty: DutyRow, of: DutyFacts['of']): string[] {
  if (of === undefined || duty.recurrence === null) return []
  const due = nextDue(duty.recurrence, duty, addDays(endOf(of), 1))
  return due === null ? [] : [`${periodName(of)}的：**${dayName(due)}前**`]
}

/** Beyond so many days nobody counts them. */
const LONG_PAST = 90

const nextLine = (day: Day, today: Day): string =>
  day < today
    ? `报送日是${nearDay(day, today)}，${day < addDays(today, -LONG_PAST) ? '早已过了' : daysAway(day, today)}。`
    : `下一次报送：**${nearDay(day, today)}**，${daysAway(day, today)}。`

const RHYTHM = { monthly: '每月', quarterly: '每季度', semiannual: '每半年', annual: '每年' } as const

/** 每月25日前, 每季度第1个月20日前, 每半年 */
function rhythmOf(duty: DutyRow): string | null {
  const { recurrence, month, day, from } = duty
  if (recurrence === null) return null
  const within =
    recurrence === 'monthly'
      ? ''
      : month === null
        ? ''
        : recurrence === 'annual'
          ? `${month}月`
          : `第${month}个月`
  const until = day === null ? (month === null ? '' : '底前') : `${day}日前`
  return `${RHYTHM[recurrence]}${within}${until}${heldFor(from, duty.until)}`
}

/** A rhythm that is not for ever: 2025年4月至10月, 2025年4月起. */
function heldFor(from: Day | null, until: Day | null): string {
  if (from === null) return until === null ? '' : `（至${yearOf(until)}年${monthOf(until)}月）`
  const since = `${yearOf(from)}年${monthOf(from)}月`
  if (until === null) return `（${since}起）`
  const year = yearOf(until) === yearOf(from) ? '' : `${yearOf(until)}年`
  return `（${since}至${year}${monthOf(until)}月）`
}

function whenOf(duty: DutyRow): string | null {
  return duty.due === null ? rhythmOf(duty) : `${dayName(duty.due)}前`
}

function titleOf(duty: DutyRow): string {
  const when = whenOf(duty)
  const what = duty.what.length > 24 ? say.dutyTitle : duty.what
  return when === null ? what : `${what}：${when}`
}

function dutyLine(duty: DutyRow): string {
  const when = whenOf(duty)
  const parts = [
    duty.who === null ? null : `报送单位：${duty.who}`,
    duty.to === null ? '报送对象：文件未写明' : `报给：${duty.to}`,
    when === null ? null : `时间：${when}`,
  ]
  return parts.filter((part) => part !== null).join('；')
}
