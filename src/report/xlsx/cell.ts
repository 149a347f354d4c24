import { legible } from '../../text/legible.ts'
import type { CellValue, SheetColumn } from './sheet.ts'

/** Excel's limit; the rest would make it call the file broken. */
const MOST_LETTERS = 32_767
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
/** A cell that is edited by hand again would become a formula (=1+1), or lose its noughts (0731…). */
const NEEDS_TEXT = /^[=+\-@\t']|^0\d+$|^\d{12,}$/

export interface MadeCell {
  readonly value: string | number | Date | null
  /** To be formatted as text whatever its column is. */
  readonly isBareText?: boolean
}

/** What is written into a cell. Text is never taken for a formula; signs XML cannot hold are left out. */
export function makeCell(value: CellValue, kind: SheetColumn['kind']): MadeCell {
  if (value === null || value === '') return { value: null }
  if (typeof value === 'number') return { value: Number.isFinite(value) ? value : null }
  const day = kind === 'date' ? DAY.exec(value) : null
  if (day) return { value: new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]))) }
  const text = cut(legible(value))
  return NEEDS_TEXT.test(text) && text.length <= 255 ? { value: text, isBareText: true } : { value: text }
}

function cut(text: string): string {
  if (text.length <= MOST_LETTERS) return text
  const end = '…（超出Excel单元格上限，全文见系统）'
  return text.slice(0, MOST_LETTERS - end.length).toWellFormed() + end
}

export const FORMATS: Readonly<Record<SheetColumn['kind'], string>> = {
  text: 'General',
  number: 'General',
  percent: '0.0%',
  date: 'yyyy-mm-dd',
}

/** A tab's name as Excel takes it: no []:*?/\, 31 letters at most, no name twice. */
export function tabNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const bare =
      legible(name)
        .replace(/[[\]:*?/\\']/g, ' ')
        .trim() || '表'
    let tab = [...bare].slice(0, 31).join('')
    for (let n = 2; taken.has(tab.toLowerCase()); n++) tab = `${[...bare].slice(0, 27).join('')} ${n}`
    taken.add(tab.toLowerCase())
    return tab
  })
}
