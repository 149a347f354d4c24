import type { Reading } from '../../domain/heard.ts'
import type { Claim } from './assign.ts'
import { checkedValue } from './check-value.ts'
import type { LastReading, LedgerTask, OwnMetric } from './ledger.ts'
import { fromIncrement, fromRemaining, grows, type None, type Settled } from './settle-change.ts'
import { asks, assumed } from './wording.ts'

/** One metric: a value said beats one worked out; a change without a base is asked about. */
export function settleMetric(claims: readonly Claim[], last: readonly LastReading[]): Settled | null {
  const [first] = claims
  if (first === undefined) return null
  const { task, metric } = first
  const before = last.find((l) => l.taskId === task.id && l.metric === metric.name) ?? null
  const said = claims.filter((c) => isValue(c) && !isTarget(c, claims))
  const values = said.length > 0 ? said : claims.filter(isLineCrossed)
  const none = { task, metric, reading: null, base: null, notes: [], unread: [] }
  if (values.length > 0) return fromValues(values, before, none)
  const change = claims.find(
    (c) => c.told.role === 'increment' || c.told.role === 'remaining' || c.told.role === 'waiting',
  )
  const below = claims.find((c) => c.told.role === 'below')
  if (below && change === undefined)
    return {
      ...none,
      unread: [below.told.figure.text],
      notes: [asks.range(below.told.figure.text, metric.name)],
    }
  if (change === undefined) {
    const compared = claims.find((c) => c.told.role === 'comparison')
    if (compared) return { ...none, ...onlyChange(compared) }
    const begun = claims.find((c) => c.told.role === 'aside')
    return begun ? { ...none, ...onlyBegun(begun) } : none
  }
  if (change.told.role !== 'increment') return fromRemaining(change, none)
  const isNew = change.told.rule.startsWith('newly') && grows(metric, task)
  return isNew
    ? fromValues([change], before, none)
    : fromIncrement(change, toldBefore(claims) ?? before, none)
}

/** 上次报的61，又加了4个: the base stands in the message itself. */
function toldBefore(claims: readonly Claim[]): LastReading | null {
  const old = claims.filter((c) => c.told.role === 'previous')
  const [only] = old
  if (only === undefined || old.length > 1) return null
  const { task, metric, fitted } = only
  return { taskId: task.id, metric: metric.name, value: fitted.base, unit: metric.unit }
}

/** 在建2205个, and nothing of what is done. */
const onlyBegun = ({ told, metric }: Claim): Pick<Settled, 'unread' | 'notes'> => ({
  unread: [told.figure.text],
  notes: [asks.onlyBegun(told.figure.text, metric.name)],
})

/** 成交额同比增长15.2%: how much it is nobody has said. */
const onlyChange = ({ told, metric }: Claim): Pick<Settled, 'unread' | 'notes'> => ({
  unread: [told.figure.text],
  notes: [asks.noBase(told.figure.text, metric.name)],
})

/** 同比增长6.6% is the value of a rate of growth; 提高0.3个百分点 never is. */
function isValue({ told, metric, task }: Claim): boolean {
  if (told.role === 'value') return true
  if (told.role === 'aside') return isUnderWay(metric, task) && /在建/.test(told.before)
  if (told.rule.startsWith('fewer') && isReduction(metric, task)) return true
  const rate = metric.kind === 'growth' && !told.figure.value.unit.includes('百分点')
  return rate && (told.role === 'increment' || told.role === 'comparison')
}

/** 压减事项50项: what is taken away is what is counted. */
const isReduction = (metric: OwnMetric, task: LedgerTask): boolean =>
  /减|降|压缩|缩短|清退|化解/.test(metric.name) ||
  new RegExp(`(?:减|降|压缩)[^，。；]{0,6}${metric.value}`).test(task.text)

/** 推进2400个亿元以上项目: those under way are what is counted. */
function isUnderWay(metric: OwnMetric, task: LedgerTask): boolean {
  const around = task.text
    .split(/[。；]/)
    .find((part) => part.includes(metric.name) || part.includes(metric.unit))
  return around !== undefined && /推进|在建|续建|滚动实施/.test(around)
}

/** 突破7000亿大关, and nothing more exact, where the target is another. */
const isLineCrossed = ({ told, fitted, metric }: Claim): boolean =>
  told.role === 'target' && told.figure.value.bound && fitted.base !== metric.value

/** 突破500亿大关，达503.6亿元: the bound is a line crossed, the other the value. */
function isTarget(claim: Claim, claims: readonly Claim[]): boolean {
  const { figure } = claim.told
  const others = claims.filter((c) => c !== claim && c.told.role === 'value')
  const same = claim.fitted.base === claim.metric.value && !/累计|共|实际/.test(claim.told.before)
  if (figure.value.limit && same) return true
  return (
    others.length > 0 &&
    (figure.value.bound || (same && !others.every((o) => o.fitted.base === claim.metric.value)))
  )
}

const TOTAL = /累计|总共|一共|共计|合计|共$|目前|现在|截至|截止|实际|达到?|为止|已/

function fromValues(values: readonly Claim[], last: LastReading | null, none: None): Settled {
  const named = plausible(wellNamed(values))
  const distinct = named.filter((v, i) => named.findIndex((o) => o.fitted.base === v.fitted.base) === i)
  const fresh =
    none.task && grows(none.metric, none.task) ? distinct.filter((v) => OF_THE_YEAR.test(v.told.before)) : []
  const sums = fresh.length === 1 ? fresh : distinct.filter((v) => TOTAL.test(v.told.before))
  const totals = sums.length === 1 ? sums : finished(distinct)
  const chosen =
    totals.length === 1 ? totals[0] : (newest(distinct) ?? (distinct.length === 1 ? distinct[0] : null))
  if (!chosen) return unsettled(distinct, none)
  const { text, value } = chosen.told.figure
  if (value.max !== null) return { ...none, unread: [text], notes: [asks.range(text, none.metric.name)] }
  return { ...none, reading: readingOf(chosen), base: chosen.fitted.base, notes: notesOn(chosen, last) }
}

/** 今年新组建2家，加上首批一共12家: of a metric of new ones the stock is no value. */
const OF_THE_YEAR =
  /(?:今年|本年度?|年内)(?:已经?|又|累计|共|我[们市局区])*新(?:组建|建|增|设|引进|认定|培育|开|签|落户|成立)[^，。；]{0,6}$/

/** 人工智能增长24%，商业航天增长19%, both of one metric: which it is nobody but the person knows. */
function unsettled(values: readonly Claim[], none: None): Settled {
  const said = values.map((v) => v.told.figure.text)
  return { ...none, unread: said, notes: [asks.two(none.metric.name, said.join('、'))] }
}

/** What was taken for granted with a value, and what must be asked of it. */
function notesOn(chosen: Claim, last: LastReading | null): string[] {
  const { metric, fitted } = chosen
  const { signless, about, bound } = chosen.told.figure.value
  const shown = `${fitted.value}${fitted.unit}`
  return [
    ...(signless && Number.isInteger(fitted.value) ? [assumed.percent(metric.name, shown)] : []),
    ...(about || bound ? [assumed.about(metric.name, shown)] : []),
    ...(chosen.note === null ? unsure(chosen) : [chosen.note]),
    ...outOf(chosen, shown),
    ...checked(chosen, last),
  ]
}

/** Named by few of its words: of 500 readings measured one in a hundred is, and most wrong ones were. */
const UNSURE = 0.25
const unsure = ({ score, told, metric, task }: Claim): string[] =>
  score > 0 && score < UNSURE && task.metrics.length > 1
    ? [assumed.metric(told.figure.text, metric.name)]
    : []

/** 商业8，飞行架次18.6万: of several values those that leave the target far behind are of something else. */
function plausible(values: readonly Claim[]): readonly Claim[] {
  const near = values.filter((v) => v.metric.kind !== 'total' || v.fitted.base <= FAR_ABOVE * v.metric.value)
  return near.length > 0 ? near : values
}

const FAR_ABOVE = 5

/** 开工112个，完工96个: what is finished counts, what is begun does not. */
function finished(values: readonly Claim[]): readonly Claim[] {
  const done = values.filter((v) =>
    /完工|竣工|建成|完成|投用|认定|获批|通过|遴选|评[定上选审]|入选|获评|核定|授牌|挂牌/.test(v.told.before),
  )
  const begun = values.filter((v) =>
    /开工|启动|在建|实施|推进|上报|申报|申请|受理|征集|报名|推荐|摸排|储备/.test(v.told.before),
  )
  return done.length + begun.length === values.length ? done : []
}

/** 8/10条 where the target is not 10. */
function outOf({ told, metric }: Claim, shown: string): string[] {
  const { of } = told.figure.value
  return of === undefined || of === metric.value ? [] : [assumed.outOf(told.figure.text, metric.name, shown)]
}

/** 上云企业1.2万家 beside 398家中小企业实施数字化转型: what is named far better is meant. */
function wellNamed(values: readonly Claim[]): readonly Claim[] {
  const best = Math.max(...values.map((v) => v.score))
  return values.filter((v) => v.score === 0 || v.score >= Math.min(best / FAR_BETTER, WELL))
}

const FAR_BETTER = 1.8
/** Named so well a figure stands, however well another is. */
const WELL = 0.4

/** 二季度62家，三季度87家: of values each with its own time the latest; null where the times do not tell. */
function newest(values: readonly Claim[]): Claim | null {
  const timed = values.filter((v) => v.told.at !== null)
  if (values.length < 2 || timed.length < values.length) return null
  const [best, next] = [...timed].sort((a, b) => (b.told.at ?? '').localeCompare(a.told.at ?? ''))
  return best && next && best.told.at !== next.told.at ? best : null
}

const readingOf = ({ metric, fitted }: Claim): Reading => ({
  metric: metric.name,
  value: fitted.value,
  unit: fitted.unit,
})

const checked = ({ metric, fitted, told }: Claim, last: LastReading | null): string[] =>
  checkedValue({ metric, fitted, saidUnit: told.figure.value.unit }, last)
