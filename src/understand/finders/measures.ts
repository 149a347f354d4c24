import { findAll, type Rule } from '../../text/rule.ts'
import type { Mark, Marked } from '../marks.ts'

/** What the question counts in: 多少家, 几公里, 多少万亿. The word after 多少 that is a measure and not a thing. */
const RULES: readonly Rule<Mark>[] = [
  {
    name: 'measure asked: 多少家, 几场, 多少公里, 多少万亿',
    pattern:
      /(?:多少|(?<!哪)几)(?:个)?(?<m>(?:万亿|亿元|亿斤|亿)(?!元?(?:以上|级|以下))|万亩|万个|万吨|万平方米|平方公里|平方米|百分点|百分之|个百分点|点|公里|千米|人次|万人|万元|元(?!宇)|亩|吨|斤|米|家(?![庭具长])|场(?![所地景馆])|条(?!例)|座|处|所|套|张|名(?![单录])|人(?![才员民口均群])|件|项(?!目)|台|艘|辆|列|次(?!序)|种|间(?!接)|户(?![籍外])|期|对(?![口外])|支|个|块钱|钱|税(?![务率收])|分钟|小时|万(?![亿元亩个吨人平公件户家场])|%)/g,
    read: ({ groups }) => ({ kind: 'measure', measure: groups.m ?? '' }),
  },
]

export const findMeasures = (text: string): Marked[] => findAll(text, RULES, undefined)

const CLASSES: readonly (readonly [string, RegExp])[] = [
  ['money', /^(?:万亿|亿元?|万元|元|块钱|钱|税)$/],
  ['length', /公里|千米|^米$/],
  ['area', /亩|平方/],
  ['weight', /斤|吨/],
  ['share', /%|百分|^点$/],
  ['people', /^(?:千|万)?(?:人次?|名|位)$/],
  ['large', /^万$/],
]

/** Measures of one class can answer one another (家 ~ 个); of different classes never (万亿 ≠ %). */
export function measureClass(measure: string): string {
  return CLASSES.find(([, pattern]) => pattern.test(measure))?.[0] ?? 'count'
}

/** 家 and 家（次） count alike; 多少个 asks for any of them. */
export const sameCounter = (unit: string, measure: string): boolean =>
  measure === '个' || unit.includes(measure) || measure.includes(unit)
