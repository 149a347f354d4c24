import type { Metric } from '../../src/domain/task.ts'
import { findQuantities, type Quantity } from '../../src/text/quantities.ts'
import type { Found } from '../../src/text/rule.ts'
import { type Clause, clauseAround, type Prepared, prepare } from './clause.ts'
import { isAside, isAttribute, isCondition } from './metric-guard.ts'
import { type MetricName, namesOf } from './metric-name.ts'

export type FoundMetric = Found<Omit<Metric, 'source'>>

/**
 * The targets a text sets, in reading order: 建成数据中心机架4万个 → 数据中心机架 = 40000 个. Offsets are those of
 * `text`, which is normalised. Conditions, names, stocks and subsidies are passed over (metric-guard).
 */
export function findMetrics(text: string): FoundMetric[] {
  const prepared = prepare(text)
  const groups = targets(prepared, tied(text, findQuantities(text)))
  return withNames(
    inTurn(groups.flatMap((group, i) => metricsOf(text, group, clauseOf(prepared, groups, i)))),
  )
}

/** 新建基站5000个，累计达到4万个; 完成投资20亿元，同比增长8%; 亿元以上项目60个，其中10亿元以上9个: of what the figure before was. */
function withNames(found: readonly FoundMetric[]): FoundMetric[] {
  const named: FoundMetric[] = []
  for (const one of found) {
    const last = named.at(-1)?.value.name.replace(NEW_OR_CHANGE, '') ?? ''
    const own = one.value.name
    const isBare = own === '' || CHANGE_ALONE.test(own)
    const noun = own.endsWith('以上') ? (/以上(?<noun>[^\d]+)$/.exec(last)?.groups?.noun ?? '') : ''
    const name = isBare ? `${last}${own}` : `${own}${noun}`
    if (name !== '') named.push({ ...one, value: { ...one.value, name } })
  }
  return named
}

const NEW_OR_CHANGE = /^新(?:增|建|改建|开|引进)?|(?:提高|提升|增长|下降|降低|增加)$/g
const CHANGE_ALONE = /^(?:同比|年均)?(?:增长|下降|提高|提升|增加)$/

/** 接待游客300万人次、收入28亿元，分别增长10%、12%: each figure is of the one as many places before. */
function inTurn(found: readonly FoundMetric[]): FoundMetric[] {
  return found.map((one, i) => {
    const change = RESPECTIVELY.exec(one.value.name)?.groups?.change
    if (change === undefined) return one
    const run = found.filter((other) => other.value.name === one.value.name).length
    const name = found[i - run]?.value.name
    return name === undefined ? one : { ...one, value: { ...one.value, name: `${name}${change}` } }
  })
}

const RESPECTIVELY = /^分别(?<change>(?:同比)?(?:增长|提高|提升|增加|下降))$/

/**
 * What is no target is no neighbour either: 收入10万元以上的村占比达到85% is one figure with all the words before it.
 * Conditions go first, since they stand between a number and its noun (90个十亿元以上项目); asides twice, for one may
 * hide behind another (每人发放1张500元的卡).
 */
function targets(text: Prepared, groups: readonly Tied[]): readonly Tied[] {
  return [isAttribute, isCondition, isAside, isAside].reduce(
    (left, guard) => left.filter((group, i) => !group.some((found) => guard(found, clauseOf(text, left, i)))),
    groups,
  )
}

function clauseOf(text: Prepared, groups: readonly Tied[], i: number): Clause {
  const group = groups[i] ?? []
  const place = { start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 }
  return clauseAround(text, place, { before: groups[i - 1]?.at(-1), after: groups[i + 1]?.[0] })
}

type Tied = readonly Found<Quantity>[]

/** No noun of its own follows: the words before are its name. */
const ENDED = /^(?:$|[，。；：、（）和及与并])/

/** 80%、95% and 218万亩、18亿斤, but not 提高10个百分点、达到60%. */
const isAlike = (a: Quantity, b: Quantity): boolean =>
  a.sort === b.sort && (a.sort !== 'share' || a.unit === b.unit)

/** Figures with nothing but 、 between them share the words before: 分别达80%、95%. */
function tied(text: string, found: Tied): Tied[] {
  const groups: Found<Quantity>[][] = []
  for (const quantity of found) {
    const last = groups.at(-1)?.at(-1)
    const alike = last && isAlike(last.value, quantity.value) && !quantity.value.qualifies
    if (
      alike &&
      /^[、和及与]$/.test(text.slice(last.end, quantity.start)) &&
      ENDED.test(text.slice(quantity.end))
    )
      groups.at(-1)?.push(quantity)
    else groups.push([quantity])
  }
  return groups
}

/** One figure can be of several names (到位率、履职率100%), or each of its own (A、B分别达80%、95%). */
function metricsOf(text: string, group: Tied, clause: Clause): FoundMetric[] {
  const head = group[0]
  if (!head) return []
  const names = namesOf(head, clause)
  const pairs =
    group.length === 1
      ? names.map((name) => ({ name, found: head }))
      : group.map((found, i) => ({ name: names[group.length === names.length ? i : 0] ?? names[0], found }))
  return pairs.flatMap(({ name, found }) => (name ? [metricOf(text, found, name, clause)] : []))
}

function metricOf(text: string, found: Found<Quantity>, named: MetricName, clause: Clause): FoundMetric {
  const { op, value, valueMax, unit } = found.value
  const [start, end] = [named.start, Math.max(named.end, found.end)]
  const raw = text.slice(start, end)
  const { name } = named
  const metric = {
    name,
    op,
    value,
    valueMax,
    unit,
    kind: kindOf(found, name, clause),
    period: periodOf(found, clause),
    by: null,
    raw,
  }
  return { value: metric, start, end, text: raw, rule: found.rule }
}

const GROWTH = /增长|增速|涨幅|增幅|降幅|提升|上升|下降|降低|减少|增加|扩大|翻|压减|压缩|缩短/
const LEVEL = /(?:率|比重|占比|比例|覆盖|达标|合格)$/
const RAISED_TO = /(?:至|到|达|达到|为|在|降至)$/

/** A % that says by how much is growth, one that says how far is a share; 个百分点 is always growth. */
function kindOf(found: Found<Quantity>, name: string, clause: Clause): Metric['kind'] {
  if (found.value.sort !== 'share') return 'total'
  if (found.value.unit.endsWith('百分点')) return 'growth'
  if (/(?:年均|同比|逐年)(?:提高|增加)$/.test(name)) return 'growth'
  const before = clause.left + found.text.slice(0, found.text.search(/\d|百/))
  if (/^(?:压[减缩]|削减|减少)(?!率)/.test(clause.left)) return 'growth'
  const verb =
    /(?:增长|增速|涨幅|增幅|降幅)$/.test(name) ||
    (GROWTH.test(clause.left.slice(-6)) && !RAISED_TO.test(before))
  return verb && (/增长率$/.test(name) || !LEVEL.test(clause.left)) ? 'growth' : 'share'
}

const YEAR = /(?<![较比])(?<from>20\d{2})(?:[—–-]+(?<to>20\d{2}))?年(?!以来)/g

/** 到2027年 → 2027, the last such words of the sentence before the number; else 每年, 年均 → 每年. */
function periodOf({ start }: Found<Quantity>, { before, text, textStart }: Clause): string | null {
  const left = text.slice(0, start - textStart)
  const years = [...`${before}${left}`.replace(/《[^》]*》|〔[^〕]*〕/g, '').matchAll(YEAR)].at(-1)?.groups
  if (years) return years.to ? `${years.from}-${years.to}` : (years.from ?? null)
  return /每年|年均|逐年|每学年|年营业/.test(left) || before.includes('每年') ? '每年' : null
}
