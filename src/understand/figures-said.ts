import { parseNumber } from '../text/numbers.ts'

/** 10亿以上项目, 百亿级项目: a class of things by size, named as plans name it: 十亿元以上, 百亿元以上, 亿元以上. */
const sized = (text: string): string =>
  text.replace(
    /(?<![\d.])(?<n>1000|100|10|1|[一十百千])?亿元?(?<bound>以上|级)(?=的|项目|工业|产业|企业|大项目)/g,
    (_, n: string | undefined, bound: string) =>
      `${SIZES[n ?? ''] ?? n ?? ''}亿${bound === '级' ? '' : '元'}${bound}`,
  )
const SIZES: Readonly<Record<string, string>> = {
  '': '',
  '1': '',
  一: '',
  '10': '十',
  '100': '百',
  '1000': '千',
}

/** 三十万大学生 → 30万大学生, 一千亿 → 1000亿, 两万五千亿 → 25000亿; 十四五, 一网通办 stay. */
export function arabic(text: string): string {
  return text
    .replace(
      /[一二两三四五六七八九十百千]+万[一二两三四五六七八九十百千零]+(?=亿)/g,
      (said) => `${parseNumber(said) ?? said}`,
    )
    .replace(
      /(?!十[万亿]元?(?:以上|级))(?:[一二两三四五六七八九十百千]*[一二两三四五六七八九][十百千]*(?=[万亿])|十(?=[万亿]))/g,
      (said) => `${parseNumber(said) ?? said}`,
    )
    .replace(
      /(?:[一二两三四五六七八九][十百千]|[十百千](?=[一二三四五六七八九十家场条公个座所处台支件户辆人项名套亩]))[一二三四五六七八九十百零]*(?=[家场条公个座所处台支件户辆人项名套亩A-Za-z])/g,
      (said) => `${parseNumber(said) ?? said}`,
    )
}

/** 二百四十亿是哪个指标, 技改项目数差多少: figures in digits; 是 and 数 behind say nothing. */
export const figures = (text: string): string =>
  arabic(sized(text))
    .replace(/(\d[万亿]?(?:元|家|个|条|项|场)?)是/g, '$1 ')
    .replace(/(?<=项目|企业|平台|任务|站点|线路|车间|工厂)数(?:量|目)?(?=\s|$)/g, ' ')

/** A figure and its measure are a word of their own: 2000场促消费活动 must not be cut 场促. */
export const apart = (text: string): string =>
  text.replace(
    /(\d[\d.]*[万亿]?(?:亿元|万元|公里|家|场|条|座|人|名|套|亩|元|个|项))(?=\p{Script=Han})/gu,
    '$1 ',
  )
