import type { Reading } from '../../domain/heard.ts'
import type { Claim } from './assign/assign.ts'
import { chosenOf, ofItsUnit, plausible } from './assign/choose-value.ts'
import { increaseSince, overTarget, toldBefore } from './change-base.ts'
import { contentOf } from './clauses.ts'
import { checkedValue } from './draft/check-value.ts'

import type { LastReading, LedgerTask, OwnMetric } from './ledger.ts'
import { isAppliedFor, isLineCrossed, isStock, letIn } from './settle-beside.ts'
import { belowNought, fromIncrement, fromRemaining, grows, type None, type Settled } from './settle-change.ts'
import { asks, assumed } from './wording.ts'

/** One metric: a value said beats one worked out; a change without a base is asked about. */
export function settleMetric(all: readonly Claim[], last: readonly LastReading[]): Settled | null {
  const claims = all.map(belowNought)
  const [first] = claims
  if (first === undefined) return null
  const { task, metric } = first
  const before = last.find((l) => l.taskId === task.id && l.metric === metric.name) ?? null
  const said = claims.filter(
    (c) =>
      isValue(c) &&
      !isTarget(c, plausible(ofItsUnit(claims))) &&
      !isStock(c, claims) &&
      !isAppliedFor(c, claims),
  )
  const values =
    [said, claims.filter(isLineCrossed), claims.filter(letIn)].find((some) => some.length > 0) ?? []
  const none = { task, metric, reading: null, base: null, notes: [], unread: [] }
  const later = increaseSince(claims, values)
  if (later !== null) return later(none)
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
    : fromIncrement(change, overTarget(change) ?? toldBefore(claims) ?? before, none)
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
function isValue({ told, metric, task, fitted }: Claim): boolean {
  if (told.role === 'value') return true
  if (told.rule.startsWith('over the target') && fitted.base >= metric.value) return true
  if (told.role === 'aside') return isUnderWay(metric, task) && /在建/.test(told.before + told.after)
  if (told.rule.startsWith('fewer') && isReduction(metric, task)) return true
  const rate = metric.kind === 'growth' && !told.figure.value.unit.includes('百分点')
  return rate && (told.role === 'increment' || told.role === 'comparison') && !AGAINST.test(told.before)
}

/** 增长7.1%，比目标多0.1, 比上半年高0.3: how far the rate is from another. */
const AGAINST =
  /(?:比|较|高|低|快|慢|超)[^，。；\d]{0,10}(?:多|高|低|少|快|慢|超)(?:了|出)?$|(?:提高|回升|加快|回落|收窄|放缓|扩大)了?$/

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

/** 突破500亿大关，达503.6亿元: the bound is a line crossed, the other the value. */
function isTarget(claim: Claim, claims: readonly Claim[]): boolean {
  const { figure } = claim.told
  const others = claims.filter((c) => c !== claim && c.told.role === 'value')
  const same =
    claim.fitted.base === claim.metric.value &&
    !/累计|共(?![建享同])|实际|今年|本年|认定|开业|获批|授牌|投用/.test(claim.told.before)
  if (same && (figure.value.limit || isOnlyBegun(claim) || isPartlyMissing(claim, claims))) return true
  return (
    others.length > 0 &&
    (figure.value.bound ||
      PLANNED.test(claim.told.before) ||
      (same && !others.every((o) => o.fitted.base === claim.metric.value)))
  )
}

/** 候车亭计划40个，建成37个: beside what is done it is what was to be done. */
const PLANNED = /(?:计划|应|原定)(?:完成|建成?|新建|开通|办|改造)?$/

/** 提档那60公里还剩12公里: where a part is missing the full number is the target. */
const isPartlyMissing = ({ fitted }: Claim, claims: readonly Claim[]): boolean =>
  claims.some((c) => c.told.role === 'remaining' && c.fitted.base < fitted.base)

/** 60场武创荟正在筹备: the target stands before its name, and none of it is done. */
const isOnlyBegun = ({ told, metric, task }: Claim): boolean =>
  contentOf(told.before).length <= VERB &&
  !/[了已]/.test(told.before) &&
  /正在|在(?:推进|建|办|施工|筹备|谈|招标|评审|采购|编|走|申报|洽谈|做)|(?:已经?|刚|都|全部)启动|筹备|未/.test(
    told.after,
  ) &&
  !/完成|建成|落地|办完|投用/.test(told.after) &&
  !isUnderWay(metric, task)

/** Characters of a verb before a target: 更新300辆. */
const VERB = 2

function fromValues(values: readonly Claim[], last: LastReading | null, none: None): Settled {
  const { chosen, distinct } = chosenOf(values)
  if (chosen === null) return unsettled(distinct, none)
  const { text, value } = chosen.told.figure
  if (value.max !== null) return { ...none, unread: [text], notes: [asks.range(text, none.metric.name)] }
  return { ...none, reading: readingOf(chosen), base: chosen.fitted.base, notes: notesOn(chosen, last) }
}

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
    ...(about || bound || letIn(chosen) ? [assumed.about(metric.name, shown)] : []),
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

/** 8/10条 where the target is not 10. */
function outOf({ told, metric }: Claim, shown: string): string[] {
  const { of } = told.figure.value
  return of === undefined || of === metric.value ? [] : [assumed.outOf(told.figure.text, metric.name, shown)]
}

const readingOf = ({ metric, fitted }: Claim): Reading => ({
  metric: metric.name,
  value: fitted.value,
  unit: fitted.unit,
})

const checked = ({ metric, fitted, told }: Claim, last: LastReading | null): string[] =>
  checkedValue({ metric, fitted, saidUnit: told.figure.value.unit }, last)
