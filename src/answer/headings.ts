import { comparable } from '../text/comparable.ts'
import type { LexiconSection } from '../understand/lexicon.ts'
import type { Lexicon } from '../understand/prepare.ts'
import type { TaskRow } from './ledger.ts'
import { topicMatcher } from './match.ts'
import { ENOUGH } from './topics.ts'

/** Rows under a heading called so, be it the task's own or one further up (一、实施…工程), numbered or not (——…). */
export function underHeading(
  rows: readonly TaskRow[],
  section: string | undefined,
  { rarity, rows: names }: Lexicon,
): readonly TaskRow[] {
  if (section === undefined) return rows
  const { score, exact } = topicMatcher(section, rarity)
  const said = names.sections.filter((s) => exact(s.heading))
  const above = said.length > 0 ? said : names.sections.filter((s) => score(s.heading) >= ENOUGH)
  const within = above.flatMap((s) => rowsUnder(rows, s))
  const named = said.length > 0 ? [] : rows.filter((row) => score(row.section) >= ENOUGH)
  const found = new Set([...within, ...named])
  return rows.filter((row) => found.has(row))
}

/** Rows of a task table stand beside the tree: their paths tell what they are under. */
function rowsUnder(rows: readonly TaskRow[], section: LexiconSection): readonly TaskRow[] {
  const own = rows.filter((row) => row.document.id === section.documentId)
  const within = own.filter((row) => section.start <= row.source.start && row.source.start < section.end)
  return within.length > 0
    ? within
    : own.filter((row) => section.path.every((step, i) => step === row.path[i]))
}

/** A heading is named, not only touched, by so many characters of it. */
const LONG = 4

/** 加强区域协同发展有几项: headings the words are most of; what stands under them is meant. */
export function headingsCalled(topic: string, { rows: names }: Lexicon): readonly LexiconSection[] {
  const plain = comparable(topic)
  if (plain.length < LONG) return []
  return names.sections.filter((s) => {
    const heading = comparable(s.heading)
    return heading.includes(plain) && plain.length * 2 >= heading.length
  })
}

export const underAny = (
  rows: readonly TaskRow[],
  sections: readonly LexiconSection[],
): readonly TaskRow[] => {
  const found = new Set(sections.flatMap((s) => rowsUnder(rows, s)))
  return rows.filter((row) => found.has(row))
}
