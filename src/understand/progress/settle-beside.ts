import type { Claim } from './assign/assign.ts'
import { stageOf } from './figure/stages.ts'
import { grows } from './settle-change.ts'

/** 突破7000亿大关, and nothing more exact: a line is crossed, whatever the target; of 突破70家目标 only where it is another. */
export const isLineCrossed = ({ told, fitted, metric }: Claim): boolean =>
  told.role === 'target' &&
  told.figure.value.bound &&
  (fitted.base !== metric.value || /^(?:大关|关口)(?:$|[，。；！了])/.test(told.after))

/** 新增32家，总数达到341家, where the target is 30 new ones: all there are is no value. */
export const isStock = ({ told, fitted, metric, task }: Claim, claims: readonly Claim[]): boolean =>
  grows(metric, task) &&
  /总数|总量|累计|达|共|保有|存量/.test(told.before) &&
  fitted.base > STOCK * metric.value &&
  claims.some((c) => c.told.rule.startsWith('newly') && c.fitted.base <= STOCK * metric.value)

const STOCK = 3

/** 推荐申报112家，公示名单新增34家: what has only been put up, beside what has come of it. */
export const isAppliedFor = ({ told, metric, task }: Claim, claims: readonly Claim[]): boolean =>
  stageOf(told.before) === 0 &&
  (claims.some((c) => letIn(c) && stageOf(c.told.before) > 0) ||
    (claims.some((c) => c.told.rule.startsWith('newly') && stageOf(c.told.before) !== 0) &&
      grows(metric, task)))

/** 拟认定47家: what is about to be let in, and not merely planned. */
export const letIn = ({ told }: Claim): boolean =>
  told.role === 'plan' && /拟(?:认定|授牌|入选|支持)$/.test(told.before)
