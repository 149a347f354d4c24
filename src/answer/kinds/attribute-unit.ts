import { measureClass } from '../../understand/finders/measures.ts'
import type { Figure } from '../figure.ts'

/** What an attribute is measured in, by the word a question ends with; growth in percent may be told of any. */
const MEASURED_IN: readonly (readonly [RegExp, RegExp])[] = [
  [
    /(?:收入|产值|[金余总交售行税]额|增加值|投资|贷款|资金|经费|营收|预算|工资|租金|票价)$/u,
    /^(?:money|large)$/,
  ],
  [/面积$/u, /^area$/],
  [/里程$/u, /^length$/],
  [/(?:[^效功频]率|占比|比重|比例|[增涨降]幅)$/u, /^share$/],
  [/产量$/u, /^(?:weight|count|large)$/],
]

/** 集体经济收入 is no 85 %, 粮食产量 no 218万亩: whether a figure can be what a topic is called. */
export function isOfAttribute(topic: string, { unit, kind }: Pick<Figure, 'unit' | 'kind'>): boolean {
  const wanted = MEASURED_IN.find(([attribute]) => attribute.test(topic.trim()))?.[1]
  return wanted === undefined || kind === 'growth' || unit === '' || wanted.test(measureClass(unit))
}
