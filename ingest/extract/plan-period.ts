import type { PlanDocument } from '../../src/domain/document.ts'
import type { Certainty, Day } from '../../src/domain/span.ts'

type Period = PlanDocument['period']

const SPAN = /(?<from>20\d{2})年?[—–~至-]+(?<to>20\d{2})年?/
const FIVE_YEARS: Readonly<Record<string, number>> = {
  十三五: 2016,
  十四五: 2021,
  十五五: 2026,
  十六五: 2031,
}

/** The years a plan is for: of its title, of a sentence about its term, else the year it was issued in. */
export function periodOf(titles: readonly string[], lines: readonly string[], issued: Day | null): Period {
  for (const title of titles) {
    const years = yearsOf(title)
    if (years) return between(years, 'stated')
  }
  const term = /(?:规划|计划|实施|方案|行动)期?(?:限)?为[^。]{0,6}?(20\d{2})年?[—–~至-]+(20\d{2})年/.exec(
    lines.join(''),
  )
  if (term) return between([Number(term[1]), Number(term[2])], 'stated')
  return issued === null ? null : between([Number(issued.slice(0, 4)), Number(issued.slice(0, 4))], 'implied')
}

function yearsOf(title: string): readonly [number, number] | null {
  const span = SPAN.exec(title)?.groups
  if (span) return [Number(span.from), Number(span.to)]
  const year = /(20\d{2})年(?!\d)/.exec(title.replace(/[〔[]\d{4}[〕\]]/g, ''))
  if (year) return [Number(year[1]), Number(year[1])]
  const plan = Object.entries(FIVE_YEARS).find(([name]) => title.includes(name))
  return plan ? [plan[1], plan[1] + 4] : null
}

const between = (years: readonly [number, number], certainty: Certainty): Period => ({
  start: `${years[0]}-01-01`,
  end: `${years[1]}-12-31`,
  certainty,
})
