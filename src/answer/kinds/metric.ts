import type { Facts } from '../facts.ts'
import type { FiguresFacts } from '../figures-facts.ts'
import { type Finder, findTasks } from '../find-tasks.ts'
import type { IndicatorRow } from '../ledger.ts'
import { topicMatcher } from '../match.ts'
import type { NoneFacts } from '../none-facts.ts'
import type { QuotedClause } from '../quoted.ts'
import { idsForYear, idsOf } from '../scope.ts'
import { figureNear, hasFigure, sentencesOf } from '../sentences.ts'
import { measuresThe, speaksOf } from '../speaks-of.ts'
import { matterOf, statesAttribute } from './asked-attribute.ts'
import { carriedFigure } from './carried-figure.ts'
import { findClauses } from './clauses.ts'
import { ofPart } from './district.ts'
import { measured, saysFigure, saysOrdinal } from './figure-check.ts'
import { type MetricQuery, noFigure, toFacts } from './figure-facts.ts'
import { type Candidates, gather } from './gather.ts'
import { answerGroup, groupAsked } from './group.ts'
import { isOfOtherExtent } from './new-or-all.ts'
import { isOfOthers, ofAskedYear, otherYear } from './other-year.ts'
import { withRowTasks } from './row-task.ts'
import { figureUnsaid } from './unsaid-figure.ts'
import { dayInCells } from './word-cells.ts'

/** A target: of a task, of a document, or in a table; for a district or a year where one is asked. */
export async function answerMetric(query: MetricQuery, finder: Finder): Promise<Facts> {
  const group = groupAsked(query, finder)
  if (group !== null) return answerGroup(query, group, finder)
  const facts = await findFigures(query, finder)
  if (facts.kind === 'none')
    return (
      (await carriedFigure(query, finder, (again) => answerMetric(again, finder))) ??
      besideMatter(query, facts, finder)
    )
  if (facts.kind !== 'figures') return facts
  const near = facts.tasks.map((task) => task.row)
  const told = toldTexts(facts)
  const { month, ordinal, year } = query
  if ((!query.definition && !statesAttribute(facts)) || isOfOtherExtent(query, facts))
    return noFigure(query, 'no-figure', near, finder)
  if (ordinal !== undefined && !told.some((text) => saysOrdinal(text, ordinal)))
    return noFigure(query, 'no-figure', near, finder)
  if (query.when === true && !told.some((text) => DAY.test(text)))
    return (await dayInCells(query, finder)) ?? noFigure(query, 'no-deadline', near, finder)
  const notOf = year !== undefined && isOfOthers(facts, year) ? { notOf: year } : {}
  const lacking = figureUnsaid(query, facts)
  const unsaid = lacking === null ? {} : { unsaid: lacking }
  if (month === undefined || told.some((text) => text.includes(month)))
    return withRowTasks({ ...facts, ...notOf, ...unsaid }, finder)
  // A figure of the whole year is none of one month.
  const none = noFigure(query, 'no-figure', near, finder)
  return { ...none, about: `${month}${none.about}` }
}

/** 青年社区的房租: said by its name; where even the thing was not found for it, what speaks of the thing stands nearest. */
async function besideMatter(query: MetricQuery, none: NoneFacts, finder: Finder): Promise<NoneFacts> {
  const [topic, other] = query.filter.topics ?? []
  const asked = topic === undefined || other !== undefined || query.by !== undefined ? null : matterOf(topic)
  if (asked === null || (none.why !== 'nothing' && none.why !== 'no-figure')) return none
  const about = `${asked.matter}的${asked.attribute}`
  if (none.why === 'no-figure') return { ...none, about }
  const rows = await findTasks({ ...query.filter, topics: [asked.matter] }, 'best', finder)
  return rows.length === 0 ? none : { ...noFigure(query, 'no-figure', rows, finder), about }
}

const DAY = /20\d{2}|\d{1,2}月|[年月]底|季度/

const toldTexts = ({ tasks, goals, indicators, clauses }: FiguresFacts): readonly string[] => [
  ...tasks.map(({ row }) => row.text),
  ...goals.map((goal) => goal.raw),
  ...indicators.map((row) => `${row.period ?? ''}${row.target ?? ''}`),
  ...clauses.map((clause) => clause.sentence),
]

async function findFigures(query: MetricQuery, finder: Finder): Promise<Facts> {
  const documents = idsForYear(query.year, query.filter.documents, finder.lexicon)
  const topics = query.filter.topics ?? []
  const all = topics.length === 0 ? await withoutTopic(query, finder) : await gather(query, documents, finder)
  const found = query.year === undefined ? all : ofAskedYear(all, query.year)
  const nothing = found.tasks.length === 0 && found.goals.length === 0 && found.indicators.length === 0
  if (nothing && query.year !== undefined && query.by === undefined) {
    const past = await ofYear(query, finder)
    if (past.length > 0) return { ...toFacts(query, found, finder), clauses: past }
    const other = await otherYear(query, finder)
    if (other !== null) return other
  }
  if (documents?.length === 0 && nothing) return noFigure(query, 'no-document', [], finder)
  if (query.by !== undefined) return ofPart(query, found, finder)
  const facts = toFacts(query, found, finder)
  if (saysFigure(facts, finder.lexicon, query.measure) || query.definition || tellsOpenly(query, found)) {
    return measured(query, facts, finder.lexicon) || tellsOpenly(query, found)
      ? withDefinition(query, await withSentences(facts, finder), finder)
      : noFigure(query, 'other-measure', found.tasks, finder)
  }
  const topic = topics.join(' ')
  const speaks = speaksOf(topic, finder.lexicon)
  const near =
    topic === '' ? [] : await findClauses({ topic, documents, enough: 0.78, limit: 3, figure: true }, finder)
  const measures = measuresThe(topic)
  const clauses = near.filter(
    ({ row, sentence }) => speaks(row.document.id, `${row.path.join(' ')} ${row.text}`) && measures(sentence),
  )
  if (clauses.length > 0 && found.tasks.length === 0) return { ...facts, clauses }
  const matcher = topicMatcher(topic, finder.lexicon.rarity)
  const telling = clauses.filter((c) => matcher.all(c.row.text) && figureNear(c.sentence, matcher))
  if (telling.length > 0) return { ...facts, tasks: [], clauses: telling }
  return noFigure(query, found.tasks.length > 0 ? 'no-figure' : 'nothing', found.tasks, finder)
}

const tellsOpenly = ({ open, ordinal }: MetricQuery, { tasks }: Candidates): boolean =>
  (open === true || ordinal !== undefined) && tasks.length > 0

/** A year no document was made for may be told in the text of a later one: 2020年…实现增加值1393.62亿元. */
async function ofYear({ filter, year }: MetricQuery, finder: Finder): Promise<readonly QuotedClause[]> {
  const topic = filter.topics?.join(' ')
  if (topic === undefined) return []
  const named = filter.documents?.ids ?? []
  const documents = named.length > 0 ? named : null
  const found = await findClauses({ topic, documents, enough: 0.75, limit: 6, figure: true }, finder)
  return found.filter((c) => c.sentence.includes(`${year}年`)).slice(0, 2)
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
  const documents = idsOf(query.filter.documents)
  const goals = await finder.deps.ledger.goals(documents)
  return { tasks: [], goals, indicators: documents === null ? [] : await wholeTables(documents, finder) }
}

/** The tables of a document without their breakdown to districts. */
async function wholeTables(documents: readonly number[], { deps }: Finder): Promise<readonly IndicatorRow[]> {
  const rows = await deps.ledger.indicators(documents)
  return rows.filter((row) => row.by === null)
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
