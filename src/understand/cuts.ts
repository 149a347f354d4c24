import { PHRASE_PATTERN } from './filler.ts'

interface Cut {
  /** The words it reads; they ask, and are no part of the matter. */
  readonly reads: string
  readonly pattern: RegExp
}

/** What is cut from a clause before its matter is read, in this order: places in it look at what stands beside a cut. */
const CUTS: readonly Cut[] = [
  { reads: '都是100%吗: whether it is so', pattern: /(?:是不是|是否|都是?|全都?)+\d+(?:\.\d+)?%(?:吗|么)?/g },
  {
    reads: '换电站建设责任单位里有没有邮政: whoever is looked for among its units is no part of the matter.',
    pattern:
      /(?<=\p{Script=Han}{4}\s+)(?:[里中]面?(?:有没有|有无|包不包括)\p{Script=Han}{2,6}|[里中]?面?有?哪些\p{Script=Han}{0,4}(?:企业|公司|银行|高校|学校|区|单位))(?=吗|$)/u,
  },
  {
    reads: '那援疆呢, behind another question',
    pattern: /^\s+那么?(?=\p{Script=Han}{2,}\s*(?:呢|的)?\s*$)(?![曲坡么])/u,
  },
  {
    reads: '十四五规划里线上交易额, 楚商里管哪几条: 里 belongs to what stands before it.',
    pattern:
      /(?<=\s)里[面边头]?(?!程|弄|份|约)|(?<=\p{Script=Han}{2})(?<![公邻乡城故百])里[面边头]?(?=管|有|的|要|是|做|干|负责|参与|写|提|\s|$)/gu,
  },
  {
    reads: '哪几个局: who is asked for',
    pattern: /哪(?:几|一)?[个家](?:委办局|单位|部门|局|公司|管委会|集团|区政府|街道办|科室|处室|机构)/g,
  },
  {
    reads: '几大工程, 多少项任务: how many parts',
    pattern: /(?:几|多少)(?:大|个|项)?(?:重点|主要)?(?:工程|行动|任务|举措|板块|方面)/g,
  },
  {
    reads: '政务场景分 多少类, 分成 几批: how a thing is parted. 积分, 部分 are words.',
    pattern: /(?<![积部百成区处划细水养身缘过充评得充])分(?:成|为|作)?了?(?=\s*(?:哪?几|多少|[、，]|$))/gu,
  },
  {
    reads: '3000家是什么: what a figure is of',
    pattern: /(?<=\d[万亿]?(?:元|家|个|条|项|场)?)是(?=什么|啥|哪|谁|多少|$|\s)/g,
  },
  { reads: '既有…又有', pattern: /(?:既|又)(?:有|是|要)?(?=\s)/g },
  {
    reads: '任务分四大块，每块各几条: how a document is divided, said on the way.',
    pattern:
      /(?:分|共|有)(?:成|为|了|作)?[两二三四五六七八九十\d]+(?:(?:个|大)+(?:块|部分|方面|板块|类|章)|块|部分)|[两二三四五六七八九十\d]+(?:个|大)(?:部分|方面|板块|块)(?=里|中|下|各|哪|每)/g,
  },
  {
    reads: '讲元宇宙的: the verb before the matter; 讲解员, 写字楼 are names.',
    pattern:
      /(?<=\s)(?:讲到?|说到?|谈到?|写到?|带有?(?=[^，。？?]{2,12}的))(?![解师堂座话明法唱字书作服真])(?=\p{Script=Han}{2})/gu,
  },
  {
    reads: '捋一捋, 过一过: to be looked through. 一对一对接 is none.',
    pattern: /(?<!一)(\p{Script=Han})一\1/gu,
  },
  { reads: '报备 is a way to report, 报备案 is none', pattern: /报备(?!案)/g },
  { reads: 'words of asking, wherever they stand', pattern: PHRASE_PATTERN },
  {
    reads: '海外仓建 几个, 二级节点要接 多少个: the verb before a figure asked for.',
    pattern:
      /(?<=\p{Script=Han}{3}\s?)(?:(?<![创新扩改共组筹承举兴搭构建])[建办开搞弄修设招]|打造|布局|举办|筹集?|(?<!赶)超|降至?|升至?|涨至?|达至?|定为?|(?<![重主纪首])要\p{Script=Han}{0,2})(?=\s|$|多少|几)/gu,
  },
  { reads: '…是 at the end', pattern: /(?<=[\p{Script=Han}\d]{2})是(?=\s|$)/gu },
]

/** A clause without the words that ask; a space stands where they were, and at its head. */
export const withoutAsking = (clause: string): string =>
  CUTS.reduce((text, { pattern }) => text.replace(pattern, ' '), ` ${clause}`)
