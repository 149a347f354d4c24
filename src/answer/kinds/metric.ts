import type { Query } from '../../domain/query.ts'
import { measureClass } from '../../understand/finders/measures.ts'
import type { Lexicon } from '../../understand/prepare.ts'
import { unitPlaces } from '../../understand/unit-names.ts'
import type { Facts, FiguresFacts, NoneFacts } from '../facts.ts'
import { bestMetric } from '../figures.ts'
import { type Finder, findTasks, taskText } from '../find-tasks.ts'
import type { GoalRow, IndicatorRow, TaskRow } from '../ledger.ts'
import { type TopicMatcher, topicMatcher } from '../match.ts'
import { askedOf, idsForYear, idsOf, searchedIn } from '../scope.ts'
import { bestSentence, figureNear, hasFigure, sentencesOf } from '../sentences.ts'
import { ENOUGH, partsOf } from '../topics.ts'
import { findClauses } from './clauses.ts'

export type MetricQuery = Extract<Query, { kind: 'metric' }>

/** What was found for one thing asked about. */
export interface Candidates {
  readonly tasks: readonly TaskRow[]
  readonly goals: readonly GoalRow[]
  readonly indicators: readonly IndicatorRow[]
}

export async function answerMetric(query: MetricQuery, finder: Finder): Promise<Facts> {
  const documents = idsForYear(query.year, query.filter.documents, finder.lexicon)
  const topics = query.filter.topics ?? []
  const found =
    topics.length === 0 ? await withoutTopic(query, finder) : await gather(query, documents, finder)
  const nothing = found.tasks.length === 0 && found.goals.length === 0 && found.indicators.length === 0
  if (documents?.length === 0 && nothing) return noFigure(query, 'no-document', [], finder)
  if (query.by !== undefined) return ofPart(query, found, finder)
  const facts = toFacts(query, found, finder)
  if (saysFigure(facts, finder.lexicon) || query.definition) {
    return measured(query, facts)
      ? withDefinition(query, await withSentences(facts, finder), finder)
      : noFigure(query, 'other-measure', found.tasks, finder)
  }
  const topic = topics.join(' ')
  const clauses =
    topic === '' ? [] : await findClauses({ topic, documents, enough: 0.78, limit: 3, figure: true }, finder)
  if (clauses.length > 0 && found.tasks.length === 0) return { ...facts, clauses }
  return noFigure(query, found.tasks.length > 0 ? 'no-figure' : 'nothing', found.tasks, finder)
}

/** 45号的目标, 市经信局的指标, 那要筹多少套: tasks already known, or the goals of a document. */
async function withoutTopic(query: MetricQuery, finder: Finder): Promise<Candidates> {
  const { among, units, numbers, path } = query.filter
  const pinned = [among, units, numbers, path].some((part) => part !== undefined)
  if (pinned) {
    const rows = await findTasks(query.filter, 'list', finder)
    const counted = rows.filter((row) => row.metrics.length > 0 || hasFigure(row.text))
    return { tasks: units === undefined ? rows : counted, goals: [], indicators: [] }
  }
  return { tasks: [], goals: await finder.deps.ledger.goals(idsOf(query.filter.documents)), indicators: [] }
}

/** Tasks, goals and table cells near the best fit, for each thing asked about. */
export async function gather(
  query: { readonly filter: MetricQuery['filter']; readonly year?: number },
  documents: readonly number[] | null,
  finder: Finder,
): Promise<Candidates> {
  const { deps, lexicon } = finder
  const pinned = query.filter.units !== undefined || query.filter.among !== undefined
  const [goals, indicators] = pinned
    ? [[], []]
    : await Promise.all([deps.ledger.goals(documents), cells(query, documents, finder)])
  const out: Candidates[] = []
  for (const topic of query.filter.topics ?? []) {
    const texts = [...goals.map((g) => g.raw), ...indicators.map((i) => i.name)]
    const words = topicMatcher(topic, lexicon.rarity).words
    const { topics: _, documents: _d, ...rest } = query.filter
    const tasks = await readTasks(rest, words, documents, finder)
    for (const part of partsOf(topic, [...texts, ...tasks.map(taskText)]))
      out.push(...perDocument(part, { tasks, goals, indicators }, { query, finder }))
  }
  return {
    tasks: unique(out.flatMap((c) => c.tasks)),
    goals: unique(out.flatMap((c) => c.goals)),
    indicators: unique(out.flatMap((c) => c.indicators)),
  }
}

/** Of several documents named, each is asked on its own: one must not be drowned by the other's better fit. */
function perDocument(
  topic: string,
  all: Candidates,
  asked: { readonly query: { readonly filter: MetricQuery['filter'] }; readonly finder: Finder },
): Candidates[] {
  const named = asked.query.filter.documents?.ids ?? []
  if (named.length < 2 || named.length > 4) return [nearBest(topic, all, asked.finder)]
  return named.map((id) => {
    const own = <T extends { readonly document: { readonly id: number } }>(rows: readonly T[]): T[] =>
      rows.filter((row) => row.document.id === id)
    const of = { tasks: own(all.tasks), goals: own(all.goals), indicators: own(all.indicators) }
    return nearBest(topic, of, asked.finder)
  })
}

/** Cells of the documents, and the year's column wherever a table has it (2024年完成情况 in a plan for 2025—2027). */
async function cells(
  query: { readonly filter: MetricQuery['filter']; readonly year?: number },
  documents: readonly number[] | null,
  { deps }: Finder,
): Promise<readonly IndicatorRow[]> {
  const { year } = query
  if (year === undefined || (query.filter.documents?.ids.length ?? 0) > 0)
    return deps.ledger.indicators(documents)
  const all = await deps.ledger.indicators(null)
  return all.filter((row) => documents?.includes(row.document.id) || row.period?.includes(String(year)))
}

const unique = <T>(rows: readonly T[]): T[] => [...new Set(rows)]

async function readTasks(
  filter: MetricQuery['filter'],
  words: readonly string[],
  documents: readonly number[] | null,
  { deps }: Finder,
) {
  return deps.ledger.tasks({
    words,
    ...(documents === null ? {} : { documents }),
    ...(filter.units === undefined ? {} : { units: filter.units.flatMap((unit) => unit.ids) }),
    ...(filter.among === undefined ? {} : { ids: filter.among }),
    ...(filter.numbers === undefined ? {} : { numbers: filter.numbers }),
  })
}

/** Names weigh most: a metric called so beats a clause that mentions it. */
function nearBest(topic: string, all: Candidates, { lexicon }: Finder): Candidates {
  const matcher = topicMatcher(topic, lexicon.rarity)
  const { score } = matcher
  const tasks = all.tasks.map((row) => {
    const text = score(taskText(row))
    const own = hasOwnFigure(row, [matcher]) ? 0.15 : -0.25
    const metric = Math.max(0, ...row.metrics.map((m) => Math.max(score(m.name), score(m.raw))))
    return {
      row,
      score: Math.max(text, metric) + own + (metric >= ENOUGH ? 0.1 : 0),
      base: Math.max(text, metric),
    }
  })
  const goals = all.goals.map((row) => {
    const base = Math.max(score(row.name), score(row.raw), 0.92 * score(`${row.raw} ${row.document.title}`))
    return { row, base, score: base + 0.2 }
  })
  const cells = all.indicators.map((row) => {
    const base = Math.max(score(row.name), 0.95 * score(`${row.group ?? ''}${row.name}${row.table}`))
    return { row, base, score: base + 0.2 }
  })
  const best = Math.max(
    0,
    ...[...tasks, ...goals, ...cells].filter((c) => c.base >= ENOUGH).map((c) => c.score),
  )
  const keep = <T>(
    scored: readonly { row: T; score: number; base: number }[],
    share: number,
    limit: number,
  ): T[] =>
    scored
      .filter((s) => s.base >= ENOUGH && s.score >= best * share)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map((s) => s.row)
  return { tasks: keep(tasks, 0.8, 5), goals: keep(goals, 0.85, 6), indicators: keep(cells, 0.88, 60) }
}

function toFacts(query: MetricQuery, found: Candidates, { lexicon }: Finder): FiguresFacts {
  const topic = query.filter.topics?.join(' ') ?? null
  const matcher = topic === null ? null : topicMatcher(topic, lexicon.rarity)
  return {
    kind: 'figures',
    topic,
    tasks: found.tasks.map((row) => ({ row, sentence: bestSentence(row.text, matcher, true) })),
    goals: found.goals,
    indicators: ofYear(found.indicators, query.year),
    clauses: [],
    by: query.by ?? null,
    year: query.year ?? null,
    figures: [],
    compared: null,
  }
}

/** The year's column where the table has it; the whole row where not. */
function ofYear(rows: readonly IndicatorRow[], year: number | undefined): readonly IndicatorRow[] {
  if (year === undefined) return rows
  const own = rows.filter((row) => row.period === null || row.period.includes(String(year)))
  return own.length > 0 ? own : rows
}

function saysFigure(facts: FiguresFacts, { rarity }: Lexicon): boolean {
  if (facts.goals.length > 0 || facts.indicators.some((i) => i.target !== null || i.value !== null))
    return true
  const matchers =
    facts.topic === null ? null : partsOf(facts.topic, []).map((part) => topicMatcher(part, rarity))
  return facts.tasks.some((t) => hasOwnFigure(t.row, matchers))
}

/** A metric called so, or a figure beside the words; a figure elsewhere in a long clause answers nothing. */
function hasOwnFigure(row: TaskRow, matchers: readonly TopicMatcher[] | null): boolean {
  if (matchers === null) return row.metrics.length > 0 || hasFigure(row.text)
  return matchers.some((m) => bestMetric(row.metrics, m.score) !== null || figureNear(row.text, m))
}

/** 多少万亿 is not answered by 6%: some figure must be in a measure of the class asked for. */
function measured(query: MetricQuery, facts: FiguresFacts): boolean {
  if (query.measure === undefined || query.definition) return true
  const asked = measureClass(query.measure)
  if (asked === 'count') return true
  const units = [
    ...facts.goals.map((g) => g.unit),
    ...facts.indicators.map((i) => i.unit ?? ''),
    ...facts.tasks.flatMap((t) => t.row.metrics.map((m) => m.unit)),
  ]
  const texts = [...facts.goals.map((g) => g.raw), ...facts.tasks.map((t) => t.row.text)]
  return (
    units.some((unit) => measureClass(unit) === asked) || texts.some((text) => WRITTEN[asked]?.test(text))
  )
}

const WRITTEN: Readonly<Record<string, RegExp>> = {
  share: /\d%|百分|成(?:以上|左右)/,
  money: /\d(?:\.\d+)?(?:余|多)?(?:万亿|亿|万)?元/,
  length: /\d(?:余|多)?(?:万)?(?:公里|千米|米)/,
  area: /\d(?:余|多)?万?(?:亩|平方)/,
  weight: /\d(?:余|多)?[万亿]?(?:斤|吨|公斤)/,
}

/** A goal's raw words may be half of its sentence (79所…与242所…结对): the whole is told. */
async function withSentences(facts: FiguresFacts, { deps }: Finder): Promise<FiguresFacts> {
  if (facts.goals.length === 0 || facts.goals.length > 6) return facts
  const documents = [...new Set(facts.goals.map((goal) => goal.document.id))]
  const words = facts.goals.map((goal) => goal.raw.replace(/[“”《》]/g, ''))
  const clauses = await deps.ledger.clauses({ documents, words, limit: 12 })
  const goals = facts.goals.map((goal) => {
    const text =
      clauses.find((c) => c.document.id === goal.document.id && c.text.includes(goal.raw))?.text ?? ''
    const sentence = sentencesOf(text).find((s) => s.includes(goal.raw))
    return sentence === undefined ? goal : { ...goal, raw: sentence }
  })
  return { ...facts, goals }
}

async function withDefinition(query: MetricQuery, facts: FiguresFacts, finder: Finder): Promise<Facts> {
  if (!query.definition) return facts
  const topic = facts.topic ?? ''
  const clauses = await findClauses(
    { topic, documents: idsOf(query.filter.documents), enough: 0.7, limit: 6 },
    finder,
  )
  const defining = clauses
    .filter((c) => /是指|指的是|指[^标导示]|定义|口径|比例|即|包括/.test(c.sentence))
    .slice(0, 2)
  if (!saysFigure(facts, finder.lexicon) && defining.length === 0 && facts.tasks.length === 0)
    return noFigure(query, 'nothing', [], finder)
  return { ...facts, clauses: defining }
}

/** A district's share: its cells, else a sentence of the text that names it. */
/** 各区 asks for every district's cell; 全市 is the column of the sum. */
const EACH = '各区'
const WHOLE = '全市'

async function ofPart(query: MetricQuery, found: Candidates, finder: Finder): Promise<Facts> {
  const places = placesLike(query.by ?? '', finder.lexicon)
  const cells = found.indicators.filter(
    (row) =>
      row.by !== null &&
      (query.by === EACH ? row.by !== WHOLE : places.some((place) => samePlace(row.by ?? '', place))) &&
      (row.target !== null || row.value !== null),
  )
  const withSum = query.by === EACH && cells.length > 0 ? found.indicators : cells
  const facts = toFacts(query, { ...found, indicators: withSum, goals: [] }, finder)
  if (facts.indicators.length > 0) return facts
  const naming = (text: string) =>
    text.match(/[^。；]+[。；]?/g)?.find((s) => places.some((place) => s.includes(place)))
  const named = found.tasks.flatMap((row) => {
    const sentence = naming(row.text)
    return sentence === undefined ? [] : [{ row, sentence }]
  })
  const clauses = await partClauses(query, { naming, tasks: found.tasks }, finder)
  const told = [...named, ...clauses].some((n) => query.measure === undefined || hasFigure(n.sentence))
  if (told && query.by !== EACH) return { ...facts, tasks: named, clauses }
  return noFigure(query, 'no-part', found.tasks, finder)
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
    if (
      tasks.some(
        (task) =>
          task.document.id === row.document.id &&
          task.source.start <= row.source.start &&
          row.source.end <= task.source.end,
      )
    )
      return []
    const sentence = naming(row.text)
    return sentence === undefined ? [] : [{ row, sentence }]
  })
}

/** 汉南区 is 经开区 too: one body, two names. */
function placesLike(by: string, lexicon: Lexicon): string[] {
  const units = lexicon.rows.units.filter((unit) => unitPlaces(unit).includes(by))
  const places = units.flatMap(unitPlaces).filter((place) => /[区县]$/.test(place))
  return [...new Set([by, ...places])]
}

const samePlace = (a: string, b: string): boolean => a === b || a.startsWith(b) || b.startsWith(a)

function noFigure(
  query: MetricQuery,
  why: NoneFacts['why'],
  near: readonly TaskRow[],
  { lexicon }: Finder,
): NoneFacts {
  const topic = askedOf(query.filter).topic ?? ''
  const about = query.by === undefined ? topic : `${query.by}${topic === '' ? '' : `的${topic}`}`
  const matcher = topic === '' ? null : topicMatcher(topic, lexicon.rarity)
  return {
    kind: 'none',
    why,
    about: why === 'no-document' ? `${query.year ?? ''}年` : about,
    searched: searchedIn(query.filter.documents, lexicon),
    near: near.slice(0, 2).map((row) => ({ row, sentence: bestSentence(row.text, matcher, true) })),
  }
}
