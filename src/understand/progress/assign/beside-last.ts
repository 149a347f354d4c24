import { contentOf } from '../clauses.ts'
import type { Told } from '../figure/context.ts'
import { fitUnit } from '../figure/fit-unit.ts'
import { LAST_STAGE, stageOf, withoutStage } from '../figure/stages.ts'
import type { Claim } from './assign.ts'
import { namesScope } from './own-words.ts'

/** 酒店签约6家，其中开业4家: the part that has come furthest, of what has only begun. */
export const isFurther = (told: Told, last: Claim): boolean =>
  last.told.role === 'value' &&
  stageOf(last.told.before) >= 0 &&
  stageOf(last.told.before) < LAST_STAGE &&
  stageOf(told.before) === LAST_STAGE &&
  told.figure.value.unit === last.told.figure.value.unit &&
  contentOf(withoutStage(told.before)) === ''

/** 三百人培训任务已完成，实际培训312人: the target first, then the value in the same unit. */
export const followsTarget = (told: Told, last: Claim): boolean =>
  last.told.role === 'target' &&
  told.role === 'value' &&
  told.figure.value.unit === last.told.figure.value.unit &&
  !namesScope(told, last, last.told)

/** 42个政务场景，先上了18个: the target stands before its name, then how many of it are done. */
export const outOfRestated = (told: Told, last: Claim): boolean =>
  last.told.role === 'value' &&
  told.role === 'value' &&
  last.fitted.base === last.metric.value &&
  last.told.names.some((n) => !last.told.before.includes(n.trim())) &&
  told.figure.value.unit === last.told.figure.value.unit &&
  /(?:已|先|完成|现在|[上开建办做]了|建成|落地|开通|投用|实现)[^，。；]{0,3}$|(?:现在|已)[^，。；\d]{2,8}了$/.test(
    told.before,
  )

/** 扩展到868条，新开56条: what is new of a total just said. */
export const addsToTold = (told: Told, last: Claim): boolean =>
  last.told.role === 'value' &&
  stageOf(last.told.before) !== 0 &&
  /(?<!(?:今年|本年度?|年内)(?:已|又|共)?)新(?:开|签|建|办|设|认定|培育|增)(?:通|立|加)?了?$/.test(
    told.before,
  ) &&
  contentOf(told.before) === '' &&
  fitUnit(told.figure.value, last.metric) !== null
