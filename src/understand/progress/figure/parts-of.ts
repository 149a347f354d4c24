import type { Found } from '../../../text/rule.ts'
import type { Told } from './context.ts'
import type { Figure } from './figure.ts'

/** Words from which on a clause tells of parts: 其中国家级6家, 里头3公里是去年的. */
const PART =
  /其中|这?里[头面](?:有|还有|含)|当中有|包括|包含|(?:^|\p{Script=Han}|（)含(?!\p{Script=Han}{0,2}量)/u
/** What stands behind these is a whole again. */
const WHOLE = /已完成|目前|截至|累计|一共|总共|合计|新增/

/** Where in the words of a clause its parts begin; -1 for nowhere. */
export const partsBegin = (words: string): number => words.search(PART)

/** 众创载体23家（国家级6家）: what a bracket tells of the figure in front of it. */
export const inBracket = (figure: Found<Figure>, last: Found<Figure> | undefined, between: string): boolean =>
  last !== undefined &&
  /^（\p{Script=Han}+$/u.test(between) &&
  figure.value.unit === last.value.unit &&
  figure.value.value < last.value.value

/** 96家里面有3家是市级的: the first is all there are, the second a part of them. */
export const withWholes = (all: readonly Told[]): readonly Told[] =>
  all.map((told, i) => {
    if (isSuchPart(told, all[i - 1])) return { ...told, partOf: true }
    return isSuchPart(all[i + 1], told) ? { ...told, role: 'value' as const, rule: '' } : told
  })

const isSuchPart = (told: Told | undefined, whole: Told | undefined): boolean =>
  told !== undefined &&
  whole?.clause === told.clause &&
  whole.rule.startsWith('out of') &&
  /^(?:是|属于?)[^，。；\d]{1,10}的?$/.test(told.after)

/** Figures that add up to the one in front of them, where the words say so: 共94个，分别为48、33、13个; 1012亿元（国债236亿、…）. */
export function addendsIn(all: readonly Told[], text: string): ReadonlySet<Told> {
  const addends = all.flatMap((total, i) => {
    const next = all[i + 1]
    if (next === undefined || !TAKEN_APART.test(text.slice(total.figure.end, next.figure.start))) return []
    const parts = all.slice(i + 1).filter((t) => t.role === 'value' && t.clause - total.clause <= 1)
    const count = parts.findIndex((_, n) => n > 0 && isSum(total, parts.slice(0, n + 1))) + 1
    return parts.slice(0, count)
  })
  return new Set(addends)
}

const TAKEN_APART = /分别|其中|包括|（\p{Script=Han}{1,8}$/u

const isSum = ({ figure }: Told, parts: readonly Told[]): boolean =>
  Math.abs(figure.value.value - parts.reduce((sum, p) => sum + p.figure.value.value, 0)) < 1e-6

/** 其中专项债610亿，国债122亿: the parts go on behind the comma, up to the end of the bracket or of the item. */
export const goesOnPart = (told: Told, last: Told | undefined, text: string): Told =>
  last?.partOf &&
  told.figure.value.unit === last.figure.value.unit &&
  !WHOLE.test(told.before) &&
  !/[）；]/.test(text.slice(last.figure.end, told.figure.start))
    ? { ...told, partOf: true }
    : told
