import type { SoundIndex } from '../../../text/typo.ts'
import { contentOf } from '../clauses.ts'
import type { Told } from '../figure/context.ts'
import { type Fitted, fitUnit } from '../figure/fit-unit.ts'
import { OTHERS } from '../figure/other-bodies.ts'
import { LAST_STAGE, stageOf, withoutStage } from '../figure/stages.ts'
import type { LedgerTask, OwnMetric } from '../ledger.ts'
import type { Matcher } from '../match/match.ts'
import { ENOUGH_OPEN } from './another-task.ts'
import { byGrowth } from './growth.ts'
import { byName } from './name.ts'
import { inOrder } from './order.ts'
import { isScope } from './own-words.ts'
import { byPlace, nothing } from './place.ts'
import { isShareLeft, isShareOfTarget, shareOf } from './share.ts'
import { bySound } from './sound.ts'
import { isTotalOfTold, sumOfSeveral } from './sum-of-several.ts'

/** A figure given to a metric. */
export interface Claim {
  readonly told: Told
  readonly task: LedgerTask
  readonly metric: OwnMetric
  readonly fitted: Fitted
  /** What was taken for granted in giving it, to be said. */
  readonly note: string | null
  /** How well the words named the metric, 0 where nothing did. */
  readonly score: number
}

/** Why a figure was given to nothing. `about`: the tasks it may be of. */
export interface Loose {
  readonly told: Told
  readonly ask: string | null
  readonly about: readonly LedgerTask[]
  /** The metrics it may be of, where `ask` asks which. */
  readonly among?: readonly OwnMetric[]
  /** Explained by another figure: 扩展到868条，新开56条. */
  readonly explained?: true
}

export interface Assigned {
  readonly claims: readonly Claim[]
  readonly loose: readonly Loose[]
}

/** What a figure may be given to: the tasks named for its clause, else the open ones. */
export interface Place {
  readonly tasks: readonly LedgerTask[]
  /** Named by number, path or the talk before. */
  readonly named: boolean
  /** Named only behind the figure: what is said clearly of another task is not of it. */
  readonly behind?: boolean
  readonly open: readonly LedgerTask[]
  /** Metrics reported in the talk before, where the place is only known from there. */
  readonly spoken?: ReadonlySet<string>
  /** Tasks the message before was about: of equals theirs come first. */
  readonly recent?: ReadonlySet<number>
}

export interface Assigning {
  readonly matcher: Matcher
  readonly placeOf: (told: Told) => Place
  readonly leads: ReadonlySet<number>
  /** What a word that names nothing may sound like. */
  readonly sounds: SoundIndex
  /** A long formal report keeps to the task it is headed with. */
  readonly formal: boolean
}

export type Step = Assigning & {
  readonly support: ReadonlyMap<number, number>
  /** The figure told before this one, of whatever it may be. */
  readonly previous: Told | undefined
}

/** Gives each figure its metric, by name first, then by the one metric it can be of. */
export function assign(all: readonly Told[], how: Assigning): Assigned {
  const support = supportOf(all, how)
  const claims: Claim[] = []
  const loose: Loose[] = []
  const ordered = inOrder(all, how.placeOf)
  for (const [i, told] of all.entries()) {
    const result = ordered.get(told) ?? assignOne(told, claims, { ...how, support, previous: all[i - 1] })
    if ('metric' in result) claims.push(result)
    else loose.push(result)
  }
  return { claims, loose }
}

/** How many figures of the message could be of each task, each of its own metric: 候车亭 and 一体化率 together settle on one. */
function supportOf(all: readonly Told[], { matcher, placeOf }: Assigning): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  const supported = new Map<number, Set<OwnMetric>>()
  for (const told of all) {
    const { open } = placeOf(told)
    const fitting = told.names
      .slice(0, 1)
      .flatMap((said) => matcher.metrics(said, open))
      .filter((m) => !m.vague && m.score >= ENOUGH_OPEN && fitUnit(told.figure.value, m.metric))
    for (const id of new Set(fitting.map((m) => m.task.id))) counts.set(id, (counts.get(id) ?? 0) + 1)
    for (const m of fitting) supported.set(m.task.id, (supported.get(m.task.id) ?? new Set()).add(m.metric))
  }
  return new Map([...counts].map(([id, n]) => [id, supported.get(id)?.size === 1 ? 1 : n]))
}

/** 带动就业120人, once a figure has been given: an effect of the work, not its measure. */
const EFFECT = /(?:覆盖(?!率)|带动|拉动|惠及|撬动|辐射|受益)[^，。；\d]{0,6}$/

/** 带动企业1.4万家, and not 创业大讲堂惠及8600人次, which names what did so. */
const isItsEffect = ({ before }: Told): boolean => EFFECT_FIRST.test(before)
const EFFECT_FIRST = /^[，、 ]?(?:累计|共|直接|间接)?(?:带动|拉动|惠及|撬动|辐射|受益)/

/** 校园招聘78场，提供岗位21万个: what an event has brought. */
const BROUGHT = /^[，、 ]?(?:累计|共|现场|一共)?(?:提供|推出|发布|吸引|带来|释放|达成|征集)[^，。；\d]{0,6}$/
const isBroughtBy = ({ before, figure }: Told, last: Claim | undefined): boolean =>
  last !== undefined &&
  /[场次期届]$/.test(last.metric.unit) &&
  figure.value.unit !== last.metric.unit &&
  BROUGHT.test(before)

/** 高于GDP增速0.7个点: the other figure is not reported. */
const isMeasuredAgainst = ({ rule }: Told): boolean => rule.startsWith('against another figure')

/** 新增31家，超1家: by how much the value just said is over. */
const isOverTold = (told: Told, last: Claim | undefined): boolean =>
  last !== undefined &&
  (last.told.role === 'value' || last.told.role === 'increment') &&
  /^[，、 ]?超(?:了|出|额)?$/.test(told.before) &&
  told.figure.value.value < last.told.figure.value.value

/** 规上企业745家，营收3260亿: of the firms just counted, where their own task asks for no such sum. */
const isOutputOfTold = (told: Told, last: Claim | undefined): boolean =>
  last?.told.figure.value.unit === '家' &&
  told.clause - last.told.clause <= OUTPUT_REACH &&
  /^[，、 ]?(?:共|合计|累计|实现)?(?:总?营收|营业收入|总?产值|销售额)(?:规模|合计|共|总额)?(?:达到?|为|是|超过?)?$/.test(
    told.before,
  ) &&
  !last.task.metrics.some((m) => /元$/.test(m.unit))

/** 企业712家，去年同期是640家，营收3100亿: clauses between the firms and what they sell. */
const OUTPUT_REACH = 2

/** 争取资金791亿元，到账640亿: what has come of a sum just said. */
const isUseOfTold = (told: Told, last: Claim | undefined): boolean =>
  last?.told.role === 'value' &&
  /^[，、 ]?(?:现|已)?(?:实际)?(?:到账|到位|拨付|下达|支出|使用|兑付)了?$/.test(told.before) &&
  moneyOf(told) === moneyOf(last.told) &&
  told.figure.value.value < last.told.figure.value.value

/** 上市企业新增7家，辅导备案12家: of the sort just told so many have not come as far. */
function isOnItsWay(told: Told, last: Claim | undefined): boolean {
  const [stage, reached] = [told.before, last?.told.before ?? ''].map(stageOf)
  return (
    told.role === 'value' &&
    (last?.told.role === 'value' || last?.told.role === 'increment') &&
    told.figure.value.unit === last.told.figure.value.unit &&
    contentOf(withoutStage(told.before)) === '' &&
    stage !== undefined &&
    stage >= 0 &&
    stage < LAST_STAGE &&
    reached === -1
  )
}

const moneyOf = ({ figure }: Told): string | null =>
  /^(?:万|亿|万亿)(?=元?$)/.exec(figure.value.unit)?.[0] ?? null

function assignOne(told: Told, done: readonly Claim[], how: Step): Claim | Loose {
  const last = done.at(-1)
  if (last && (EFFECT.test(told.before) || isMeasuredAgainst(told) || isBroughtBy(told, last)))
    return isItsEffect(told)
      ? { told, ask: null, about: [], explained: true }
      : { told, ask: null, about: [] }
  if (told.rule === OTHERS) return { told, ask: null, about: [], explained: true }
  const explained =
    isOutputOfTold(told, last) || isOverTold(told, last) || isUseOfTold(told, last) || isOnItsWay(told, last)
  if (explained || isTotalOfTold(told, done)) return { told, ask: null, about: [], explained: true }
  const place = how.placeOf(told)
  if ([...place.tasks, ...done.map((c) => c.task)].some((task) => isScope(told, task)))
    return { told, ask: null, about: [], explained: true }
  const share =
    told.role === 'value' || isShareOfTarget(told) || isShareLeft(told)
      ? shareOf(told, place, how, done)
      : null
  return (
    share ??
    sumOfSeveral(told, place, how) ??
    byName(told, done, place, how) ??
    byPlace(told, done, place) ??
    byGrowth(told, place, how) ??
    bySound(told, done, place, how) ??
    nothing(told, done, place)
  )
}
