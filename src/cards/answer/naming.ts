import type { DocumentRef } from '../../answer/ledger.ts'
import type { Day } from '../../domain/span.ts'
import { addDays } from '../../text/calendar.ts'
import { documentLabel } from '../../understand/names/documents.ts'

const SHOWN = 3

/** 《三年行动方案》云政发〔2025〕11号; a document without a number by its title alone. */
export const fullName = (d: DocumentRef): string =>
  d.number === null ? documentLabel(d) : `《${d.title}》${d.number}`

/** The documents of some rows, each once, oldest first. */
export function documentsOf(rows: readonly { readonly document: DocumentRef }[]): DocumentRef[] {
  const byId = new Map(rows.map((row) => [row.document.id, row.document]))
  return [...byId.values()].sort((a, b) => (a.issuedOn ?? '').localeCompare(b.issuedOn ?? ''))
}

/** The line under the title: which documents an answer is taken from. One is named in full, few by number. */
export function namesLine(documents: readonly DocumentRef[]): string | undefined {
  const [only] = documents
  if (only === undefined) return undefined
  if (documents.length === 1) return fullName(only)
  return documents.length <= SHOWN ? documents.map(documentLabel).join('、') : `${documents.length}份文件`
}

const WEEKDAYS = '日一二三四五六'

/** 11月25日（周三）; the year is said where it is not the present one. */
export function nearDay(day: Day, today: Day): string {
  const [, m, d] = day.split('-').map(Number)
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : `${day.slice(0, 4)}年`
  return `${year}${m}月${d}日（周${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}）`
}

/** 还有3天, 就是今天, 已过5天 */
export function daysAway(day: Day, today: Day): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)
  if (days === 0) return '就是今天'
  return days > 0 ? `还有${days}天` : `已过${-days}天`
}

/** 11月, 12月31日前, 11月16日至22日: the span a question asked for. */
export function spanName(from: Day | null, to: Day, today: Day): string {
  const year = to.slice(0, 4) === today.slice(0, 4) ? '' : `${to.slice(0, 4)}年`
  const [month, day] = [Number(to.slice(5, 7)), Number(to.slice(8))]
  if (from === null) return `${year}${month}月${day}日前`
  const first = [Number(from.slice(5, 7)), Number(from.slice(8))]
  if (from === to) return `${year}${month}月${day}日`
  const whole = first[1] === 1 && addDays(to, 1).endsWith('-01') && from.slice(0, 4) === to.slice(0, 4)
  if (whole && first[0] === month) return `${year}${month}月`
  if (whole && first[0] === 1 && month === 12) return `${to.slice(0, 4)}年`
  const end = first[0] === month ? `${day}日` : `${month}月${day}日`
  return `${year}${first[0]}月${first[1]}日至${end}`
}
