import type { Indicator } from '../../../src/domain/document.ts'
import { type Mapped, slice, sourceOf } from '../../../src/text/mapped.ts'

/** What a row of words belongs to. */
export interface WordsContext {
  readonly table: string
  /** Parts the head names; a body's other name (汉南区 for 经开区) is read by its ending. */
  readonly parts: readonly string[]
}

/**
 * A row that holds words instead of figures, each part's in a sentence of its own: …“一路一特色” 东江区以甲路为重点，
 * 拟于2026年实施；西湖区… → one cell a part, its target the words, its period the years they name. Null where fewer
 * than two parts open a sentence: then the border between the row's name and its words is not known.
 */
export function wordCells(row: Mapped, { table, parts }: WordsContext): Indicator[] | null {
  const opened = openings(row.text, parts)
  const [first] = opened
  if (first === undefined || opened.length < 2 || first.at < 2) return null
  const name = row.text.slice(0, first.at)
  return opened.map(({ at, by }, i) => {
    const words = slice(row, at, opened[i + 1]?.at ?? row.text.length)
    const target = words.text.replace(/[；。;]+$/, '')
    const source = sourceOf(words)
    const period = periodOf(target)
    return {
      table,
      group: null,
      name,
      unit: null,
      target,
      value: null,
      period,
      by,
      note: null,
      certain: true,
      source,
    }
  })
}

/** Where a part opens a sentence. The first has no mark before it: it ends the row's name. */
function openings(text: string, parts: readonly string[]): { at: number; by: string }[] {
  const named = parts.slice(1).join('|')
  const part = `(?:${named}|[\\u3400-\\u9fff]{1,5}?(?:新区|[区县]))`
  const later = [...text.matchAll(new RegExp(`(?<=[；;。])(?<by>${part})(?=[\\u3400-\\u9fff])`, 'g'))]
  const first = new RegExp(named === '' ? '(?!)' : `(?<by>${named})`).exec(text)
  return [...(first === null ? [] : [first]), ...later]
    .map((m) => ({ at: m.index, by: m.groups?.by ?? '' }))
    .filter((o, i, all) => i === 0 || o.at > (all[i - 1]?.at ?? 0))
}

/** 拟于2025年7月实施 → 2025-07, 2025—2027年期间 → 2025-2027; the last years said, for those are when it is done. */
function periodOf(words: string): string | null {
  const said = [
    ...words.matchAll(/(?<from>20\d{2})(?:年?[—–~至-]+(?<to>20\d{2}))?年(?:(?<month>\d{1,2})月)?/g),
  ].at(-1)
  const { from, to, month } = said?.groups ?? {}
  if (from === undefined) return null
  if (to !== undefined) return `${from}-${to}`
  return month === undefined ? from : `${from}-${month.padStart(2, '0')}`
}
