import type { FiguresFacts } from '../figures-facts.ts'
import type { Finder } from '../find-tasks.ts'
import type { DocumentRef } from '../ledger.ts'
import type { NoneFacts } from '../none-facts.ts'
import { idsOf } from '../scope.ts'
import { saysFigure } from './figure-check.ts'
import { type MetricQuery, noFigure, toFacts } from './figure-facts.ts'
import { type Candidates, gather } from './gather.ts'

/**
 * 2026年要开多少条, of a figure that is written for another year: not of this one, and what is written. null: there is no
 * such figure at all.
 */
export async function otherYear(query: MetricQuery, finder: Finder): Promise<NoneFacts | null> {
  const { year, ...any } = query
  if (year === undefined || (query.filter.topics ?? []).length === 0) return null
  const { documents, ...open } = query.filter
  const own = documents?.name === `${year}年` ? undefined : documents
  const search: MetricQuery = {
    ...any,
    filter: { ...open, ...(own === undefined ? {} : { documents: own }) },
  }
  const found = await gather(search, idsOf(own), finder)
  if (found.tasks.length === 0 || !saysFigure(toFacts(search, found, finder), finder.lexicon, query.measure))
    return null
  const none = noFigure(search, 'other-year', found.tasks, finder)
  return { ...none, about: `${year}年的${none.about}` }
}

/** 到2025年达到11%, where 2023年 is asked for: what is written names its years, and this is none of them. */
export function isOfOthers({ tasks, goals, indicators, clauses }: FiguresFacts, year: number): boolean {
  const told = [
    ...tasks.map(({ sentence }) => sentence),
    ...goals.map((goal) => `${goal.raw}${goal.period ?? ''}`),
    ...indicators.map((row) => row.period ?? ''),
    ...clauses.map(({ sentence }) => sentence),
  ]
  return told.length > 0 && told.every((text) => /20\d{2}/.test(text) && !covers(text, year))
}

/** The year itself, or a span over it. */
const covers = (text: string, year: number): boolean =>
  text.includes(`${year}`) ||
  [...text.matchAll(/(20\d{2})年?[-—至到](20\d{2})/g)].some(
    (m) => Number(m[1]) <= year && year <= Number(m[2]),
  )

/** A plan for 2021—2025 gives no figure of 2020 unless its words name the year. */
export function ofAskedYear({ tasks, goals, indicators }: Candidates, year: number): Candidates {
  const speaks = ({ issuedOn, periodStart, periodEnd }: DocumentRef, text: string): boolean => {
    const [from, to] = [periodStart ?? issuedOn, periodEnd ?? issuedOn].map((day) => day?.slice(0, 4))
    const [asked, issued] = [`${year}`, issuedOn?.slice(0, 4)]
    return (
      from === undefined ||
      to === undefined ||
      issued === asked ||
      (from <= asked && asked <= to) ||
      text.includes(asked)
    )
  }
  return {
    tasks: tasks.filter((row) => speaks(row.document, row.text)),
    goals: goals.filter((row) => speaks(row.document, row.raw)),
    indicators: indicators.filter((row) => speaks(row.document, row.period ?? '')),
  }
}
