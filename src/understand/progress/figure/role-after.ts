import type { Told } from './context.ts'

/** What a figure is to its metric by the figure in front of it; `before` is that of the clause before, where it opens one. */
export const afterLast = (told: Told, last: Told | undefined, before: Told | undefined): Told =>
  [outOfTarget, missingTo, withUndone, besideOther, goesOnPlan, goesOnRow, grownBy].reduce(
    (one, rule) => rule(one, rule === besideOther ? (last ?? before) : last),
    told,
  )

/** 100条目标完成74条: of the target just said so many are done. */
const outOfTarget = (told: Told, last: Told | undefined): Told =>
  last?.role === 'target' &&
  told.role === 'target' &&
  OUT_OF_TARGET.test(told.before) &&
  told.figure.value.value < last.figure.value.value
    ? { ...told, role: 'value', rule: 'out of the target just said' }
    : told

const OUT_OF_TARGET =
  /^的?(?:年度|全年)?(?:目标|任务)(?:已经?|才|只|现|目前)?(?:完成|实现|达到|建成|办|开|签)了?$/

/** 增长了60家: of things counted it is how many more; of a share or money it may be the rate that is asked for. */
const grownBy = (told: Told): Told =>
  told.role === 'value' &&
  /(?:增长|上升|上涨|攀升)了?$/.test(told.before) &&
  /^(?:[个家条名人场所座套台辆件处项户]|公里)$/.test(told.figure.value.unit)
    ? { ...told, role: 'increment', rule: 'grown by so many: 增长了60家' }
    : told

/** 计划12月底前完成50个圈、200家店: a row that is planned is planned to its end. */
const goesOnPlan = (told: Told, last: Told | undefined): Told =>
  last?.role === 'plan' &&
  told.role === 'value' &&
  /^\p{Script=Han}{0,6}(?:[、和及]|以及)/u.test(told.before) &&
  !/已|实际|现在/.test(told.before)
    ? { ...told, role: 'plan', rule: 'goes on with what is to come' }
    : told

/** 较8月分别增加7条、2家、1家: what a row is of is said once, before the first. */
const goesOnRow = (told: Told, last: Told | undefined): Told =>
  last !== undefined &&
  /^(?:increment|comparison|previous|remaining)$/.test(last.role) &&
  told.role === 'value' &&
  /^[、和及与]$/.test(told.before) &&
  (/分别|依次|各/.test(last.before) || last.rule.endsWith(IN_A_ROW))
    ? { ...told, role: last.role, rule: last.rule.replace(IN_A_ROW, '') + IN_A_ROW }
    : told

const IN_A_ROW = ', in a row'

/** 42家加上待公示6家就48家: what it would be. 差2亿到15亿, 再开1家就5家: behind what is missing stands the target. */
const missingTo = (told: Told, last: Told | undefined): Told =>
  /^(?:remaining|waiting|aside)$/.test(last?.role ?? '') &&
  /^\p{Script=Han}{0,4}(?:到|就(?:是|有)?)$/u.test(told.before)
    ? { ...told, role: 'target' }
    : told

/** 76座加上在建的20座共96座: the sum holds what is not done. */
const withUndone = (told: Told, last: Told | undefined): Told =>
  /^(?:aside|waiting)$/.test(last?.role ?? '') &&
  /加上|连同|算上|含/.test(last?.before ?? '') &&
  /^[，、]?(?:一?共|总共|合计|共计)(?:有|是)?$/.test(told.before)
    ? { ...told, role: 'plan', rule: 'with what is not done' }
    : told

/** 上期61，本期66: two counts set beside one another, no growth of a short time. */
const besideOther = (told: Told, last: Told | undefined): Told =>
  last?.role === 'previous' &&
  told.rule.startsWith('of a short time') &&
  /^[，、 ]?(?:本|这个?)(?:期|次|周|月|季度?)(?:是|为|有|到|达到)?$/.test(told.before) &&
  told.figure.value.value >= last.figure.value.value
    ? { ...told, role: 'value', rule: 'set beside the last' }
    : told
