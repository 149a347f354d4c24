import type { Day } from '../domain/span.ts'
import type { TaskStanding, UnitRef } from '../domain/standing.ts'
import { dayName } from '../text/calendar.ts'
import { firstLetters } from '../text/first-letters.ts'

/** 10月31日; with the year where it is not that of `beside`. */
export function shortDay(day: Day, beside: Day): string {
  const full = dayName(day)
  return day.slice(0, 4) === beside.slice(0, 4) ? full.slice(5) : full
}

/** 第52项, 第80项第2部分, 二（三）1: where a task stands in its document. */
export function placeName({ no, part, path }: Pick<TaskStanding, 'no' | 'part' | 'path'>): string {
  const place = no === null ? path.join('') : `第${no}项`
  return part === null ? place : `${place}第${part}部分`
}

const LONGEST = 40

/** The task in a few words: its title, or the first statement of its text. */
export function taskName({ title, text }: Pick<TaskStanding, 'title' | 'text'>): string {
  if (title !== null) return title.replace(/[。．.：:]$/, '')
  const first = /^[^。；;]+/.exec(text)?.[0] ?? text
  const short = first.length <= LONGEST ? first : (/^.{8,38}?(?=，)/u.exec(first)?.[0] ?? first)
  return short.length <= LONGEST ? short : `${firstLetters(short, LONGEST - 1)}…`
}

/** （一）夯实数字新基建 → 夯实数字新基建 */
export function sectionName(section: string): string {
  const bare = section
    .replace(
      /^(?:第?[一二三四五六七八九十百]+[、章节]|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．])\s*/,
      '',
    )
    .replace(/[。：:]$/, '')
  return bare === '' ? '其他' : bare
}

/** Who answers for a task: its leads, or where none is written those responsible. */
export const answering = ({
  leads,
  responsible,
}: Pick<TaskStanding, 'leads' | 'responsible'>): readonly UnitRef[] =>
  leads.length > 0 ? leads : responsible

const SHOWN = 3

/** 市经信局、市水务局; more than three: the first three 等7家 */
export function unitNames(units: readonly UnitRef[]): string {
  const names = [...new Set(units.map((u) => u.name))]
  return names.length <= SHOWN ? names.join('、') : `${names.slice(0, SHOWN).join('、')}等${names.length}家`
}

/** 0.755 → 76%; what is not complete never reads 100%. */
export function percent(share: number): string {
  const shown = Math.round(share * 100)
  return `${share < 1 ? Math.min(99, shown) : shown}%`
}

/** Words that end a sentence once: strips the closing marks of what people wrote. */
export const unended = (text: string): string => text.trim().replace(/[。；;，,.、！!]+$/u, '')

/** The sentence in small: line breaks and runs of blanks become one blank. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** So many characters at most, cut at a mark where one is near. */
export function shortened(text: string, most: number): string {
  const line = oneLine(text)
  if (line.length <= most) return line
  const cut = firstLetters(line, most)
  const mark = Math.max(cut.lastIndexOf('。'), cut.lastIndexOf('；'), cut.lastIndexOf('，'))
  return `${mark > most / 2 ? cut.slice(0, mark) : cut}…`
}
