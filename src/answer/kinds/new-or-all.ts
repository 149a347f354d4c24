import type { FiguresFacts } from '../figures-facts.ts'
import type { MetricQuery } from './figure-facts.ts'

const NEW = /新增|净增/
const ALL = /累计|总数|存量|保有量/

/** 累计多少家 is not told by 新增30家, nor 新增多少家 by 总数超3500家: the one figure found is of the other sort. */
export function isOfOtherExtent({ extent }: MetricQuery, { headline, heads }: FiguresFacts): boolean {
  const [only, other] = heads
  const figure = headline ?? (other === undefined ? only?.figure : null)
  if (extent === undefined || figure === null || figure === undefined) return false
  const told = `${figure.name}${figure.raw}`
  return extent === 'all' ? NEW.test(told) && !ALL.test(told) : ALL.test(told) && !NEW.test(told)
}
