import { measureClass } from '../../understand/finders/measures.ts'
import type { Lexicon } from '../../understand/prepare.ts'
import { bestMetric } from '../figures.ts'
import type { FiguresFacts } from '../figures-facts.ts'
import type { TaskRow } from '../ledger.ts'
import { type Rarity, type TopicMatcher, topicMatcher } from '../match.ts'
import { figureNear, hasFigure, sentencesOf } from '../sentences.ts'
import { partsOf } from '../topics.ts'

/** Whether what was found says a figure at all. */
export function saysFigure(facts: FiguresFacts, { rarity }: Lexicon, measure?: string): boolean {
  if (facts.goals.length > 0 || facts.indicators.some((i) => i.target !== null || i.value !== null))
    return true
  const matchers =
    facts.topic === null ? null : partsOf(facts.topic, []).map((part) => topicMatcher(part, rarity))
  return facts.tasks.some((t) => hasOwnFigure(t.row, matchers, measure))
}

/** A metric called so, or a figure beside the words; a figure elsewhere in a long clause answers nothing. */
export function hasOwnFigure(
  row: TaskRow,
  matchers: readonly TopicMatcher[] | null,
  measure?: string,
): boolean {
  if (matchers === null) return row.metrics.length > 0 || hasFigure(row.text)
  return matchers.some(
    (m) =>
      bestMetric(row.metrics, m.score) !== null ||
      figureNear(row.text, m) ||
      entitled(row, m, measure) ||
      saidTogether(row, m, measure),
  )
}

/** 英雄杯…，每年遴选300个左右优秀项目: one sentence, and its one figure is in the very measure asked for (多少个). */
const saidTogether = (row: TaskRow, matcher: TopicMatcher, measure: string | undefined): boolean =>
  measure !== undefined &&
  sentencesOf(row.text).some(
    (sentence) =>
      matcher.exact(sentence) &&
      row.metrics.filter((metric) => metric.unit === measure && sentence.includes(metric.raw)).length === 1,
  )

/** The task is called so, and its one figure in the very measure asked for (多少人次) is what is meant. */
const entitled = (row: TaskRow, matcher: TopicMatcher, measure: string | undefined): boolean =>
  measure !== undefined &&
  row.title !== null &&
  matcher.all(row.title) &&
  row.metrics.filter((metric) => metric.unit === measure).length === 1

/** 多少万亿 is not answered by 6%: some figure must be in a measure of the class asked for. */
export function measured(
  query: { readonly measure?: string; readonly definition?: boolean },
  facts: FiguresFacts,
  { rarity }: Lexicon,
): boolean {
  if (query.measure === undefined || query.definition) return true
  const asked = measureClass(query.measure)
  if (asked === 'count') return counted(query.measure, facts, rarity)
  const units = [
    ...facts.goals.map((g) => g.unit),
    ...facts.indicators.map((i) => i.unit ?? ''),
    ...facts.tasks.flatMap((t) => t.row.metrics.map((m) => m.unit)),
  ]
  const texts = [
    ...facts.goals.map((g) => g.raw),
    ...facts.tasks.map((t) => t.row.text),
    ...facts.indicators.map((i) => `${i.value ?? i.target ?? ''}${i.unit ?? ''}`),
  ]
  return (
    units.some((unit) => measureClass(unit) === asked) || texts.some((text) => WRITTEN[asked]?.test(text))
  )
}

/** Counters that fit one sort of thing only, each with those that count the same: 多少台 is not met by 13个领域, nor 多少座 by 100%. */
const KIN: Readonly<Record<string, string>> = {
  台: '台套架',
  辆: '辆台部',
  艘: '艘条',
  座: '座个处',
  张: '张',
  间: '间套个',
}

/** 景区一共多少个 is not told by their share in a table (100%). */
const sharesOnly = ({ tasks, goals, clauses, indicators }: FiguresFacts): boolean =>
  goals.length + clauses.length === 0 &&
  tasks.every(({ sentence }) => sentence.includes('%') && !hasFigure(sentence.replace(/\d[\d.]*%/g, ''))) &&
  indicators.length > 0 &&
  indicators.every(({ unit, target }) => unit === '%' || /^\d+(?:\.\d+)?%$/.test(target ?? ''))

/** Whether the thing is counted where it is spoken of, in the counter asked for or one like it. */
function counted(measure: string, facts: FiguresFacts, rarity: Rarity): boolean {
  const kin = KIN[measure]
  if (kin === undefined || facts.topic === null) return !sharesOnly(facts)
  const said = new RegExp(`\\d(?:余|多)?[百千万亿]?(?:余|多)?[${kin}]`)
  const { score } = topicMatcher(facts.topic, rarity)
  const sentences = [
    ...facts.goals.map((goal) => goal.raw),
    ...facts.tasks.flatMap(({ row }) => sentencesOf(row.text)),
    ...facts.clauses.map((clause) => clause.sentence),
  ].filter((sentence) => score(sentence) > 0)
  const units = facts.indicators.flatMap(({ unit }) => unit ?? [])
  return units.some((unit) => kin.includes(unit.at(-1) ?? '')) || sentences.some((s) => said.test(s))
}

/** Whether a sentence says a figure in the class of measure asked for: 100% does not tell how many 公里. */
export function saysMeasure(sentence: string, measure: string): boolean {
  return WRITTEN[measureClass(measure)]?.test(sentence) ?? hasFigure(sentence)
}

/** 第八届, 第3批. */
export const saysOrdinal = (text: string, of: string): boolean =>
  new RegExp(`第[一二三四五六七八九十百\\d]+${of}`).test(text)

const WRITTEN: Readonly<Record<string, RegExp>> = {
  share: /\d%|百分|成(?:以上|左右)/,
  money: /\d(?:\.\d+)?(?:余|多)?(?:万亿|亿|万)?元/,
  length: /\d(?:余|多)?(?:万)?(?:公里|千米|米)/,
  area: /\d(?:余|多)?万?(?:亩|平方)/,
  large: /\d(?:余|多)?[万亿]|\d{5}/,
  weight: /\d(?:余|多)?[万亿]?(?:斤|吨|公斤)/,
  people: /\d(?:余|多)?[千万亿]?(?:人次?|名|位)/,
}
