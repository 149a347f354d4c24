import { unitPlaces } from '../../understand/names/units.ts'
import type { Lexicon } from '../../understand/prepare.ts'
import type { Facts } from '../facts.ts'
import type { FiguresFacts } from '../figures-facts.ts'
import type { Finder } from '../find-tasks.ts'
import type { ClauseRow, IndicatorRow, TaskRow } from '../ledger.ts'
import type { ListedParts } from '../none-facts.ts'
import type { QuotedTask } from '../quoted.ts'
import { idsOf } from '../scope.ts'
import { hasFigure } from '../sentences.ts'
import { findClauses } from './clauses.ts'
import { saysMeasure } from './figure-check.ts'
import { type MetricQuery, noFigure, toFacts } from './figure-facts.ts'
import type { Candidates } from './gather.ts'

/** 各区 asks for every district's cell; 全市 is the column of the sum. */
const EACH = '各区'
const WHOLE = '全市'
/** A cell whose district the table does not tell. */
const UNTOLD = /^未/
const isWhole = ({ by }: IndicatorRow): boolean => by === null || by === WHOLE

/** A district's share: its cells, else a sentence of the text that names it. */
export async function ofPart(query: MetricQuery, found: Candidates, finder: Finder): Promise<Facts> {
  const places = placesLike(query.by ?? '', finder.lexicon)
  const cells = found.indicators.filter(
    (row) =>
      row.by !== null &&
      (query.by === EACH ? row.by !== WHOLE : places.some((place) => samePlace(row.by ?? '', place))) &&
      (row.value !== null || (row.target !== null && saysAsked(row.target, query.measure))),
  )
  const whole = query.by === EACH || query.withWhole === true
  const kept = found.indicators.filter((row) => query.by === EACH || isWhole(row) || cells.includes(row))
  const withSum = whole && cells.length > 0 ? kept : cells
  const facts = toFacts(query, { ...found, indicators: withSum, goals: [] }, finder)
  if (facts.indicators.length > 0) {
    const { rank } = query
    return rank === undefined ? facts : { ...facts, top: { rank, rows: extremes(query, cells) } }
  }
  const naming = (text: string) =>
    text.match(/[^。；]+[。；]?/g)?.find((s) => places.some((place) => s.includes(place)))
  const named = found.tasks.flatMap((row) => {
    const sentence = naming(row.text)
    return sentence === undefined ? [] : [{ row, sentence }]
  })
  const clauses = await partClauses(query, { naming, tasks: found.tasks }, finder)
  const told = [...named, ...clauses].some(({ sentence }) =>
    query.measure === undefined
      ? query.number !== true || hasFigure(sentence)
      : saysMeasure(sentence, query.measure),
  )
  if (told && query.by !== EACH) return { ...facts, tasks: named, clauses }
  const listing = query.by === EACH ? namingDistricts(query, facts, finder) : []
  if (listing.length > 0) return { ...facts, tasks: listing }
  const staffed = query.by === EACH ? found.tasks.filter((row) => hasDistrict(row, finder)) : []
  if (staffed.length > 0 && query.whichPart === true) return leadFacts(staffed)
  const none = noFigure(query, 'no-part', found.tasks, finder)
  const listed = listedParts(found.indicators)
  if (listed === null) return none
  const empty = places.some((place) => listed.parts.some((part) => samePlace(part, place)))
  return { ...none, listed: empty ? { ...listed, empty: query.by ?? '' } : listed }
}

/** 灾毁保险试点在哪几个区: no table, but the sentence that answers best names districts. */
function namingDistricts(
  query: MetricQuery,
  facts: FiguresFacts,
  { lexicon }: Finder,
): readonly QuotedTask[] {
  const units = lexicon.rows.units.filter((unit) => unit.kind === 'district' || unit.kind === 'zone')
  const places = units
    .flatMap((unit) => unitPlaces(unit, lexicon))
    .filter((place) => /[区县]$/.test(place) && place.length > 2)
  return facts.tasks.filter(
    ({ sentence }) =>
      places.some((place) => sentence.includes(place)) &&
      (query.measure === undefined || query.measure === '个' || saysMeasure(sentence, query.measure)),
  )
}

/** The districts whose cell is the highest or lowest, of the year asked for or the first the table has. */
function extremes({ rank, year }: MetricQuery, cells: readonly IndicatorRow[]): readonly IndicatorRow[] {
  const all = cells.filter((row) => row.value !== null)
  const plain = all.filter((row) => !row.name.includes('（')) // 新建 and 改建 have a sum of their own
  const counted = plain.length > 0 ? plain : all
  const period = counted.find((row) => row.period?.includes(`${year}`))?.period ?? counted[0]?.period
  const own = counted.filter((row) => row.period === period && row.name === counted[0]?.name)
  const values = own.map((row) => row.value ?? 0)
  const best = rank === 'most' ? Math.max(...values) : Math.min(...values)
  return own.filter((row) => row.value === best)
}

/** 标识解析那条涉及哪几个区: no figure is asked for, but which districts have a part. */
const hasDistrict = (row: TaskRow, { lexicon }: Finder): boolean =>
  row.units.some((unit) => {
    const kind = unit.unitId === null ? undefined : lexicon.unitById.get(unit.unitId)?.kind
    return kind === 'district' || kind === 'zone'
  })

const leadFacts = (rows: readonly TaskRow[]): Facts => ({
  kind: 'lead',
  roles: ['responsible'],
  rows,
  clauses: [],
})

/** A cell of words tells no 公里 unless it has them. */
const saysAsked = (words: string, measure: string | undefined): boolean =>
  measure === undefined || !/\p{Script=Han}{4}/u.test(words) || saysMeasure(words, measure)

/** Which districts the nearest table does give, and the sum it ends with. */
function listedParts(rows: readonly IndicatorRow[]): ListedParts | null {
  const [first] = rows.filter((row) => row.by !== null && row.by !== WHOLE)
  if (first === undefined) return null
  const own = rows.filter((row) => row.document.id === first.document.id && row.table === first.table)
  const parts = new Set(
    own.flatMap((row) => (row.by === null || row.by === WHOLE || UNTOLD.test(row.by) ? [] : [row.by])),
  )
  const whole = own.filter((row) => row.by === WHOLE && row.value !== null)
  const bare = first.name.replace(/（[^（）]*）$/, '') // 新建 and 改建 have a sum of their own
  const ofAll = whole.filter((row) => row.name === bare)
  const sums = ofAll.length > 0 ? ofAll : whole.filter((row) => row.name === first.name)
  const [largest] = sums.sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
  return { document: first.document, table: first.table, parts: [...parts], sum: largest ?? null }
}

/** Cells of an annex that hold sentences, not figures, are clauses: the sentence that names the district. */
async function partClauses(
  query: MetricQuery,
  {
    naming,
    tasks,
  }: { readonly naming: (text: string) => string | undefined; readonly tasks: readonly TaskRow[] },
  finder: Finder,
) {
  const topic = query.filter.topics?.join(' ')
  if (topic === undefined) return []
  const search = { topic, documents: idsOf(query.filter.documents), enough: 0.8, limit: 12 }
  const found = await findClauses(search, finder)
  return found.flatMap(({ row }) => {
    const sentence = tasks.some((task) => covers(task, row)) ? undefined : naming(row.text)
    return sentence === undefined ? [] : [{ row, sentence }]
  })
}

/** The clause is the task itself, told already. */
const covers = (task: TaskRow, clause: ClauseRow): boolean =>
  task.document.id === clause.document.id &&
  task.source.start <= clause.source.start &&
  clause.source.end <= task.source.end

/** 汉南区 is 经开区 too: one body, two names. */
function placesLike(by: string, lexicon: Lexicon): string[] {
  const units = lexicon.rows.units.filter((unit) => unitPlaces(unit, lexicon).includes(by))
  const places = units.flatMap((unit) => unitPlaces(unit, lexicon)).filter((place) => /[区县]$/.test(place))
  return [...new Set([by, ...places])]
}

const samePlace = (a: string, b: string): boolean => a === b || a.startsWith(b) || b.startsWith(a)
