import type { FormCell } from '../../src/domain/form-grid.ts'
import type { ReportedState } from '../../src/domain/heard.ts'
import type { Day } from '../../src/domain/span.ts'
import { dayOf } from '../../src/text/calendar.ts'
import { findDates } from '../../src/text/dates.ts'
import { legible } from '../../src/text/legible.ts'
import { mapped } from '../../src/text/mapped.ts'
import { foldForms, tighten } from '../../src/text/normalise.ts'
import { parseNumber } from '../../src/text/numbers.ts'
import { findSpokenQuantities } from '../../src/text/quantities.ts'

/** What a cell was read as; `reason` says in Chinese why it could not be. */
export type CellReading<T> = { readonly value: T } | { readonly reason: string }

/** Words as written, without signs nobody sees. A lone dash, 无 or / says that nothing is to be said. */
export function wordsOf(cell: FormCell | undefined): string {
  const text = legible(cell?.text ?? '').trim()
  return /^(?:[-—–/／]+|无|没有|暂无|不涉及)[。.]?$/.test(text) ? '' : text
}

const folded = (text: string): string => tighten(foldForms(mapped(text))).text.trim()

/** 6, 6条, 1.2万, 六条, 约6条 → a number in the unit of the form. null: blank. */
export function readValue(cell: FormCell | undefined, unit: string): CellReading<number | null> {
  if (cell?.number != null) return { value: cell.number }
  const text = folded(wordsOf(cell))
  if (text === '') return { value: null }
  const plain = /^(?:约|近|超过?|已|累计)?(-?\d[\d,]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千万]+)$/.exec(
    text,
  )
  const number = plain === null ? null : parseNumber(plain[1]!.replaceAll(',', ''))
  if (number !== null) return { value: number }
  return fromQuantity(text, unit)
}

function fromQuantity(text: string, unit: string): CellReading<number | null> {
  const said = findSpokenQuantities(text)
  const found = said.length > 0 ? said : findSpokenQuantities(text + unit)
  if (found.length === 0) return { reason: '看不出是多少，请填一个数字' }
  if (found.length > 1) return { reason: '写了几个数，不知道哪个是完成值，请只填一个数字' }
  const { value, valueMax, unit: written } = found[0]!.value
  if (valueMax !== null) return { reason: '写的是一个范围，请填一个数字' }
  if (unit !== '' && written !== '' && written !== unit)
    return { reason: `写的单位是“${written}”，表上是“${unit}”，请按表上的单位填` }
  return { value }
}

const NUMERIC_DAY = /^(?<y>20\d\d)[./\-年](?<m>\d{1,2})(?:[./\-月](?<d>\d{1,2})日?|月)?$/

/** A date cell, 2026.6.30, 2026年6月底前, 年底前 (of `today`'s year). A month is its last day. null: blank. */
export function readDay(cell: FormCell | undefined, today: Day): CellReading<Day | null> {
  if (cell?.day != null) return { value: cell.day }
  const text = folded(wordsOf(cell))
  if (text === '') return { value: null }
  const groups = NUMERIC_DAY.exec(text)?.groups
  if (groups?.d !== undefined) return numericDay(groups)
  const searched = groups ? `${groups.y}年${groups.m}月` : text
  const found = findDates(searched, { today, year: null })
  const [only, ...others] = found
  if (only === undefined || others.length > 0 || !saysOnly(searched, only.text))
    return { reason: '看不出是哪一天，请写成2026年6月30日这样' }
  return { value: only.value.end }
}

/** 预计6月底前完成 says a day and nothing else; 春节以后看 does not. */
function saysOnly(text: string, date: string): boolean {
  return (
    text
      .replace(date, '')
      .replace(
        /预计|计划|力争|确保|争取|拟|约|可|能|于|在|之?前|完成|建成|竣工|投用|左右|[，。、；]/g,
        '',
      ) === ''
  )
}

function numericDay({ y, m, d }: Readonly<Record<string, string | undefined>>): CellReading<Day | null> {
  const [month, day] = [Number(m), Number(d)]
  if (month < 1 || month > 12 || day < 1 || day > 31) return { reason: '没有这一天，请核对日期' }
  const made = dayOf(Number(y), { month, day })
  return made.endsWith(`-${String(day).padStart(2, '0')}`)
    ? { value: made }
    : { reason: '没有这一天，请核对日期' }
}

/** In order: 未完成 must not be read as 完成. */
const STATES: readonly (readonly [RegExp, ReportedState])[] = [
  [/未(?:启动|开工|开始|开展|实施)|尚未(?:启动|开工)/, 'notStarted'],
  [/受阻|停滞|停工|暂停|无法推进/, 'blocked'],
  [/未完成|推进|进行|正在|持续|在建|正常|序时|滞后|偏慢/, 'ongoing'],
  [/^(?:已|全部|按时|提前|如期)*(?:完成|办结|完结|建成|销号)(?:了|年度目标|任务)?$|^是$/, 'done'],
]

/** 已完成, 推进中, 受阻, 未启动 and what people write for them. null: blank. */
export function readState(cell: FormCell | undefined): CellReading<ReportedState | null> {
  const text = folded(wordsOf(cell))
  if (text === '') return { value: null }
  const state = STATES.find(([pattern]) => pattern.test(text))?.[1]
  return state === undefined ? { reason: '不是已完成、推进中、受阻、未启动中的一个' } : { value: state }
}
