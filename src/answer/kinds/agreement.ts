import type { Figure, Verdict } from '../figure.ts'
import { figuresOf } from '../figures.ts'
import { type Rarity, topicMatcher } from '../match.ts'
import { ENOUGH } from '../topics.ts'
import { isOfAttribute } from './attribute-unit.ts'
import type { Candidates } from './gather.ts'

/** What the places that give one measure say together: the figure they share, and how years and documents compare. */
export interface Agreement {
  readonly headline: Figure | null
  readonly verdicts: readonly Verdict[]
}

export const NO_AGREEMENT: Agreement = { headline: null, verdicts: [] }

/**
 * Only figures that carry the topic in their own name or words, in one measure, are set beside one another: a clause
 * counts many things, and two different ones must never be called a contradiction.
 */
export function agreementOf(found: Candidates, topic: string, rarity: Rarity): Agreement {
  const { score } = topicMatcher(topic, rarity)
  const own = figuresOf(found, topic, rarity).filter(
    (f) => score(f.name) >= ENOUGH && isOfAttribute(topic, f),
  )
  const [first] = own
  if (first === undefined || own.some((f) => f.unit !== first.unit || f.kind !== first.kind))
    return NO_AGREEMENT
  const [headline] = onlyFigure(own)
  return { headline: headline ?? null, verdicts: [...betweenDocuments(own), ...overYears(own)] }
}

/** Each year's figure per document; a document that gives two for a year counts different things and is left out. */
function betweenDocuments(figures: readonly Figure[]): Verdict[] {
  return [...Map.groupBy(figures, (f) => f.year)].flatMap(([year, ofYear]): Verdict[] => {
    const single = [...Map.groupBy(ofYear, (f) => f.document.id).values()].flatMap(onlyFigure)
    const [first] = single
    if (first === undefined || single.length < 2) return []
    const kind = single.every((f) => f.value === first.value) ? 'agree' : 'differ'
    return [{ kind, year, figures: single }]
  })
}

function overYears(figures: readonly Figure[]): Verdict[] {
  const rows = Map.groupBy(figures, (f) => `${f.document.id}:${f.name}`)
  return [...rows.values()].flatMap((ofRow): Verdict[] => {
    const years = [...Map.groupBy(ofRow, (f) => f.year).values()].flatMap(onlyFigure)
    if (years.length < 3 || years.some((f) => f.year === null)) return []
    if (years.every((f, i) => i === 0 || f.value > (years[i - 1]?.value ?? 0)))
      return [{ kind: 'rising', figures: years }]
    // Less to be built each year is no decline.
    return years.every((f, i) => f.unit === '%' && (i === 0 || f.value < (years[i - 1]?.value ?? 0)))
      ? [{ kind: 'falling', figures: years }]
      : []
  })
}

/** The one value given; beside 站点（新建）and 站点（改建） the plain 站点 is the whole. */
export function onlyFigure(figures: readonly Figure[]): readonly Figure[] {
  const plain = figures.filter((f) => !/[（(]/.test(f.name))
  const whole = plain.length > 0 ? plain : figures
  const [first] = whole
  return first !== undefined && whole.every((f) => f.value === first.value) ? [first] : []
}
