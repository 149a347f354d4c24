import { contentOf } from '../clauses.ts'
import type { Told } from '../figure/context.ts'
import { fitUnit } from '../figure/fit-unit.ts'
import { stageOf, withoutStage } from '../figure/stages.ts'
import type { LedgerTask, OwnMetric } from '../ledger.ts'
import { asks, assumed } from '../wording.ts'
import type { Claim, Loose, Place } from './assign.ts'
import { addsToTold, followsTarget, isFurther, outOfRestated } from './beside-last.ts'
import { claim } from './claim.ts'
import { byVerb, isBeside, isOf, isWorded } from './own-words.ts'

/** No name: the metric spoken of last, else the only one of the task that the unit fits. */
export function byPlace(told: Told, done: readonly Claim[], place: Place): Claim | Loose | null {
  const last = done.at(-1)
  if (told.partOf) return last && isFurther(told, last) ? claim(told, last) : null
  if (last && addsToTold(told, last)) return { told, ask: null, about: [], explained: true }
  if (last && followsTarget(told, last)) return claim(told, last)
  if (last && outOfRestated(told, last)) return claim(told, last)
  const names = told.names.map((n) => n.replace(EACH, '').replace(UNDONE, ''))
  if (names.some((n) => contentOf(n).length > 1 && contentOf(withoutStage(n).replace(LEVEL, '')) !== ''))
    return null
  const worded = place.named ? ofItsVerb(told, done, place) : []
  if (worded.length === 1 && worded[0]) return claim(told, worded[0])
  if (last && goesOn(told, last, done, place)) return claim(told, last)
  return place.named ? onlyOne(told, done, place) : null
}

/** 到位702，签约126: a bare number behind the verb of a metric that has no value yet. */
const ofItsVerb = (
  told: Told,
  done: readonly Claim[],
  { tasks }: Place,
): { readonly task: LedgerTask; readonly metric: OwnMetric }[] =>
  told.figure.value.unit !== '' || told.role !== 'value'
    ? []
    : tasks.flatMap((task) =>
        task.metrics
          .filter((m) => isWorded(told, m, task) && !done.some((c) => c.metric === m))
          .map((metric) => ({ task, metric })),
      )

/** 空天地一体化42个场景，落地38个: the very target of one metric, before its noun. */
export function restated(told: Told, { tasks, named, open }: Place): Claim | Loose | null {
  const outOf = told.rule.startsWith('out of')
  const noun = (outOf ? /^[^里]{1,3}(?=里)/ : /^\p{Script=Han}{2}/u).exec(told.after)?.[0]
  if (noun === undefined || !(told.role === 'value' || outOf)) return null
  const fitting = (named ? tasks : open).flatMap((task) =>
    task.metrics
      .filter((m) => m.name.includes(noun) && fitUnit(told.figure.value, m)?.base === m.value)
      .map((metric) => ({ task, metric })),
  )
  const [only, ...more] = fitting
  return only && more.length === 0 ? claim({ ...told, role: 'target' }, only) : null
}

/** 1、2、3项分别是52、70、43公里: it names nothing. */
const EACH = /分别|依次/

/** 还剩6公里没干完: how far it has not come. */
const UNDONE =
  /(?:还|尚)?(?:没|未)(?:有)?(?:干|做|办|建|修|弄|改|开|签|评|验|挂|通|完)+(?:完|成|好|通|下来|工)?$/

/** 省级21家国家级4家: each of its level, and all of one metric. */
const LEVEL = /(?:国家|省|市|区)级/

/** A metric has its value once something said so that is no bound and no target. */
const taken = (metric: OwnMetric, done: readonly Claim[]): boolean =>
  done.some(
    (c) =>
      c.metric === metric &&
      c.told.role === 'value' &&
      !c.told.figure.value.bound &&
      c.fitted.base !== metric.value,
  )

/** Something was said to be its value, if only the target. */
const valued = (metric: OwnMetric, done: readonly Claim[]): boolean =>
  done.some((c) => c.metric === metric && c.told.role === 'value')

function goesOn(told: Told, last: Claim, done: readonly Claim[], place: Place): boolean {
  if (!fitUnit(told.figure.value, last.metric)) return false
  const units = [told.figure.value.unit, last.told.figure.value.unit]
  const [own, other] = units.map((unit) => unit.replace(/(?<=[万亿])元$|^万(?=亩|平方米|立方米|人)/, ''))
  const scaled = /^[万亿]$/.test(own ?? '') && last.told.figure.text.includes(own ?? '')
  if (last.told.role === 'value' && !units.includes('') && own !== other && !scaled) return false
  if (
    taken(last.metric, done) &&
    told.role === 'value' &&
    told.at === null &&
    !/现在|截至|具体|准确|确切|精确|合计|合起来|总计|加起来|共|累计|实际|正式|核实|核下来|今年|本年|年内/.test(
      told.before,
    ) &&
    stageOf(told.before) < 0 &&
    !(LEVEL.test(told.before) && LEVEL.test(last.told.before))
  )
    return false
  return !place.named || place.tasks.some((t) => t.id === last.task.id)
}

function onlyOne(told: Told, done: readonly Claim[], place: Place): Claim | Loose | null {
  const free = place.tasks.flatMap((task) =>
    task.metrics
      .filter((m) => fitUnit(told.figure.value, m) && !taken(m, done))
      .map((metric) => ({ task, metric })),
  )
  const spoken = free.filter(({ metric }) => place.spoken?.has(metric.name))
  const fitting = spoken.length > 0 ? spoken : free
  const [target, ...others] = DONE_OF_IT.test(told.after) ? fitting.filter((f) => isItsTarget(told, f)) : []
  if (target && others.length === 0) return claim({ ...told, role: 'target' }, target)
  const { unit } = told.figure.value
  const exact = fitting.filter(({ metric }) => unit !== '' && unit !== '个' && unit === metric.unit)
  const worded = byVerb(
    told,
    fitting.map((f) => f.metric),
  )
  const named = fitting.filter((f) => worded.includes(f.metric))
  const [only] = [fitting, exact, named].find((some) => some.length === 1) ?? []
  if (only) return claim(told, only)
  if (fitting.length === 0) return null
  const names = fitting.map((f) => f.metric.name)
  return {
    told,
    ask: asks.whichMetric(told.figure.text, names),
    about: fitting.map((f) => f.task),
    among: fitting.map((f) => f.metric),
  }
}

/** 20家完成15家: the first is the very target, and so names the metric. */
const DONE_OF_IT =
  /^的?(?:目标|任务)?(?:已经?|才|只|现|目前|里|中)?(?:完成|实现|达到|建成|办|开|签|认定|落地|挂牌|引进)了?$/

const isItsTarget = ({ figure }: Told, { metric }: { readonly metric: OwnMetric }): boolean =>
  fitUnit(figure.value, metric)?.base === metric.value

const SUM = /合计|总计|累计|共/

/** Words this short may still be a way of naming the one metric of a task. */
const SHORT = 3

/** A figure of something else, unless it can be the one reading of the task: then it is taken so and said so. */
export function nothing(told: Told, done: readonly Claim[], place: Place): Claim | Loose {
  const [task, ...others] = place.tasks
  const { text, value } = told.figure
  const none = { told, ask: null, about: [] }
  if (!place.named || task === undefined || others.length > 0 || told.partOf) return none
  const [metric, ...more] = task.metrics.filter((m) => fitUnit(value, m) !== null)
  if (metric === undefined || more.length > 0) return none
  if (taken(metric, done) && !SUM.test(told.before) && !told.names.every((n) => contentOf(n) === ''))
    return none
  if (valued(metric, done) && value.unit !== metric.unit && !SUM.test(told.before)) return none
  if (told.names.length > 0 && !SUM.test(told.before) && done.some((c) => c.metric === metric && isNamed(c)))
    return none
  if (task.metrics.length > 1) return ofItsPart(told, task, metric) ?? none
  if (told.role === 'previous') return claim(told, { task, metric })
  if (value.unit === '' || told.role !== 'value') return none
  const alone = contentOf(told.before) === '' && value.unit === metric.unit
  const named = alone || told.names.every((n) => contentOf(n).length <= SHORT || isOf(n, task))
  if (SUM.test(told.before) || named) return claim(told, { task, metric }, assumed.metric(text, metric.name))
  return { ...none, ask: asks.whichMetric(text, [metric.name]) }
}

/** 大模型20个，三个项目就差一个没投用: it has its value by its own name. */
const isNamed = ({ told, score }: Claim): boolean => told.role === 'value' && score > 0

/** 14项开工390个: the one metric of this unit, and the words stand beside it in the task. */
function ofItsPart(told: Told, task: LedgerTask, metric: OwnMetric): Claim | Loose | null {
  const beside =
    told.names.length > 0 &&
    (told.names.every((n) => isBeside(n, metric, task)) || isWorded(told, metric, task))
  const exact = told.figure.value.unit === metric.unit && told.role === 'value'
  return beside && exact ? claim(told, { task, metric }, assumed.metric(told.figure.text, metric.name)) : null
}
