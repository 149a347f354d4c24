import { fitUnit } from '../figure/fit-unit.ts'
import type { Assigned, Claim, Loose } from './assign.ts'
import { claim } from './claim.ts'

/** 全市合作社3400家, 现有总量1860个: all there are, whoever made them and whenever. */
const WHOLE = /全[市区](?!完成|新增|建成)[^，。；\d]{0,14}$|(?:总量|总数|存量)[^，。；\d]{0,3}$/

/** 今年新评27家, 今年已提档升级640个: what this year brought, named by what stands before. */
const BROUGHT = /^[，、 ]?(?:其中)?(?:今年|本年度?|年内)[^，。；\d]{0,8}$/

/** So many times the target nobody does by the way, and so near it a year's work is. */
const FAR = 1.8
const NEAR = 1.5

/** Of the whole stock of a city and what the year brought the target of the year asks for the latter. */
export function withoutStocks({ claims, loose }: Assigned): Assigned {
  const year = claims.flatMap((c) => (isStock(c) ? [{ stock: c, own: ownOf(c, claims, loose) }] : []))
  const found = year.filter(({ own }) => own !== null)
  const out = new Set(found.map(({ stock }) => stock))
  const taken = new Set(found.map(({ own }) => own?.told))
  const aside = found.map(({ stock }): Loose => ({ told: stock.told, ask: null, about: [], explained: true }))
  const added = found.flatMap(({ own }) => (own === null || claims.includes(own) ? [] : [own]))
  return {
    claims: [...claims.filter((c) => !out.has(c)), ...added],
    loose: [...loose.filter((l) => !taken.has(l.told)), ...aside],
  }
}

const isStock = ({ told, metric, fitted }: Claim): boolean =>
  told.role === 'value' &&
  metric.kind === 'total' &&
  WHOLE.test(told.before) &&
  fitted.base > FAR * metric.value

function ownOf(stock: Claim, claims: readonly Claim[], loose: readonly Loose[]): Claim | null {
  const { metric, task, told } = stock
  const near = (c: Claim): boolean => c.fitted.base <= NEAR * metric.value && c.told.role === 'value'
  const said = claims.find((c) => c.metric === metric && c !== stock && !isStock(c) && near(c))
  if (said !== undefined) return said
  const next = loose.find(
    (l) =>
      l.told.figure.start > told.figure.start &&
      l.told.clause - told.clause <= 1 &&
      BROUGHT.test(l.told.before) &&
      l.told.figure.value.unit === told.figure.value.unit &&
      fitUnit(l.told.figure.value, metric) !== null,
  )
  const made = next === undefined ? null : claim(next.told, { task, metric })
  return made !== null && 'metric' in made && near(made) ? made : null
}
