import type { Viewer } from '../domain/person.ts'
import type { Day } from '../domain/span.ts'
import { findDates } from '../text/dates.ts'
import { dropOverlaps } from '../text/rule.ts'
import { findDocuments } from './finders/documents.ts'
import { findHome } from './finders/home.ts'
import { findMeasures } from './finders/measures.ts'
import { findPeople, findStages } from './finders/people.ts'
import { findPlaces } from './finders/places.ts'
import { findRoles } from './finders/roles.ts'
import { findSaidFigures } from './finders/said-figures.ts'
import { findUnits } from './finders/units.ts'
import type { Marked } from './marks.ts'
import type { Lexicon } from './prepare.ts'

export interface ReadContext {
  readonly viewer: Viewer
  readonly today: Day
  readonly lexicon: Lexicon
}

/** What every stretch of a question is, found by all finders; of overlapping finds the longest stays. */
export function findMarks(text: string, context: ReadContext): Marked[] {
  const { lexicon, today } = context
  // 当年谁牵头: the year of the plan, whichever it is; 哪年底 asks for one.
  const dates = findDates(text, { today, year: null })
    .filter((found) => found.text !== '当年' && !/[哪几]$/.test(text.slice(0, found.start)))
    .map((found): Marked => ({ ...found, value: { kind: 'date', reading: found.value } }))
  const documents = findDocuments(text, lexicon)
  return dropOverlaps([
    ...documents,
    ...findSaidFigures(text, [...documents, ...dates]),
    ...findUnits(text, lexicon),
    ...findPlaces(text),
    ...findRoles(text),
    ...findStages(text, lexicon),
    ...findPeople(text, lexicon),
    ...dates,
    ...findMeasures(text),
    ...findHome(text, lexicon),
  ])
}
