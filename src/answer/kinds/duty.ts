import { endOf, rhythmOf } from '../../domain/period.ts'
import type { Query } from '../../domain/query.ts'
import type { Day } from '../../domain/span.ts'
import { yearOf } from '../../text/calendar.ts'
import { formsNamed } from '../../text/forms-named.ts'
import { findRecurrences } from '../../text/recurrence.ts'
import type { Facts } from '../facts.ts'
import type { Finder } from '../find-tasks.ts'
import type { DutyRow } from '../ledger.ts'
import { topicMatcher } from '../match.ts'
import type { NoneFacts } from '../none-facts.ts'
import type { QuotedClause } from '../quoted.ts'
import { idsForYear, idsOf, searchedIn } from '../scope.ts'
import { findClauses } from './clauses.ts'
import { aboutOf, otherDuties } from './no-duty.ts'

type DutyQuery = Extract<Query, { kind: 'duty' }>

/** What must be reported, by whom, to whom, when. The asking words themselves (简报, 小结) tell duties apart. */
export async function answerDuty(query: DutyQuery, finder: Finder): Promise<Facts> {
  const documents = idsOf(query.documents)
  if (documents?.length === 0) return none(query, finder)
  const all = await dutiesFor(query, finder)
  const pool = narrowed(all, query)
  const fit = query.topic === undefined ? pool : fittingIn(pool, query.topic, finder)
  const called = between(fit, query)
  if (fit.length > 0 && called.length === 0) return none(query, finder)
  const like = query.onForm && called.length === 0 ? pool : called
  if (query.recurrence !== undefined && like.length === 0)
    return { ...none(query, finder), ...otherDuties(query, all) }
  const clauses = await clausesFor(query, like, finder)
  const duties = clauses.length > 0 ? [] : like
  if (duties.length === 0 && clauses.length === 0) return none(query, finder)
  const { yesNo = false, of, often } = query
  const unsaid =
    often === true && !saysHowOften(duties, clauses)
      ? { unsaid: 'rhythm' as const }
      : query.byName === true
        ? { unsaid: 'names' as const }
        : {}
  return { kind: 'duty', duties, clauses, yesNo, ...unsaid, ...(of === undefined ? {} : { of }) }
}

/** 定期 and 适时 are no rhythm; a day once for all answers too. */
const saysHowOften = (duties: readonly DutyRow[], clauses: readonly QuotedClause[]): boolean =>
  duties.some((d) => d.recurrence !== null || d.due !== null) ||
  clauses.some(({ sentence }) => findRecurrences(sentence).length > 0)

/**
 * Of a period those of its year's documents. 三季度 without a year is this year's by the calendar, though the plan that asks
 * for reports may be an earlier one's: then those of all.
 */
async function dutiesFor(
  { of, documents }: DutyQuery,
  { deps, lexicon }: Finder,
): Promise<readonly DutyRow[]> {
  const all = await deps.ledger.duties(idsOf(documents))
  if (of === undefined) return all
  const ids = idsForYear(yearOf(endOf(of)), documents, lexicon)
  const own = all.filter((d) => ids?.includes(d.document.id) ?? true)
  return own.some((d) => d.recurrence === rhythmOf(of)) ? own : all
}

/** By rhythm, form, span reported and day, as far as they are asked for. */
function narrowed(all: readonly DutyRow[], query: DutyQuery): readonly DutyRow[] {
  const { recurrence, forms = [], of } = query
  const timely = all.filter((d) => recurrence === undefined || d.recurrence === recurrence)
  const named = timely.filter((d) => forms.every((form) => formsNamed(d.text).includes(form)))
  const onForms = query.onForm ? named.filter((d) => formsNamed(d.text).length > 0) : []
  const formed = onForms.length > 0 ? onForms : named
  const covering = of === undefined ? [] : formed.filter((d) => d.recurrence === rhythmOf(of))
  return datedAs(covering.length > 0 ? covering : formed, query)
}

/** Those of the day or the span; of another year's same day where none is of this; all where no day is asked. */
function datedAs(duties: readonly DutyRow[], { dueBy, dueFrom }: DutyQuery): readonly DutyRow[] {
  if (dueBy === undefined) return duties
  // 2月5号那次: what is due that very day, ahead of what comes round at some time.
  const onDay = dueFrom === dueBy ? duties.filter((d) => d.due?.slice(5) === dueBy.slice(5)) : []
  if (onDay.length > 0) return onDay
  if (dueFrom !== undefined) {
    const within = duties.filter((d) => fallsIn(d, dueFrom, dueBy))
    // 6月份要交什么, of a plan of another year: its own June.
    const [from, to] = [dueFrom.slice(5), dueBy.slice(5)]
    const day = (d: DutyRow) => d.due?.slice(5) ?? ''
    return within.length > 0 ? within : duties.filter((d) => from <= day(d) && day(d) <= to)
  }
  const own = duties.filter((d) => d.due === dueBy)
  return own.length > 0 ? own : duties.filter((d) => d.due?.slice(5) === dueBy.slice(5))
}

const fallsIn = ({ due, recurrence, from, until }: DutyRow, first: Day, last: Day): boolean =>
  due === null
    ? recurrence !== null && (from === null || from <= last) && (until === null || until >= first)
    : first <= due && due <= last

/** 月度简报: the rhythm is no part of what it is called. */
function fittingIn(pool: readonly DutyRow[], topic: string, finder: Finder): DutyRow[] {
  const found = fitting(pool, topic, finder)
  const bare = topic.replace(/月度?|季度?|半年度?|年度?|[每按]/g, '')
  return found.length > 0 || bare === topic || bare.length < 2 ? found : fitting(pool, bare, finder)
}

/** Those reported by whom the question asks of, to whom; where no sentence names them, those that name nobody. */
function between(duties: readonly DutyRow[], { by, to, yesNo }: DutyQuery): readonly DutyRow[] {
  const reaching = to === undefined ? duties : duties.filter((d) => d.to?.includes(to))
  if (by === undefined) return reaching
  const own = reaching.filter(({ who }) => who !== null && OWES[by].test(who))
  return own.length > 0 || yesNo ? own : reaching.filter(({ who }) => who === null)
}

/** 各相关单位 and 各承办单位 are those who lead and those who take part. */
const ALL = '各(?:有关|相关|成员|承办)?单位|各部门'
const OWES = { lead: new RegExp(`牵头|${ALL}`), responsible: new RegExp(`责任|${ALL}`) } as const

/** What the words name, be it one duty or several (半年小结和专题汇报). */
function fitting(pool: readonly DutyRow[], topic: string, finder: Finder): DutyRow[] {
  const parts = topic.split(/[和与及、]/).filter((part) => part.trim().length > 1)
  const found = parts.length < 2 ? [] : parts.map((part) => calledSo(pool, part, finder))
  // 半年小结和专题汇报: each where each is found, else the words are one name.
  return found.length > 0 && found.every((of) => of.length > 0)
    ? pool.filter((duty) => found.some((of) => of.includes(duty)))
    : calledSo(pool, topic, finder)
}

const HALF = /^(?:上|下)?半年度?的?(?:办理)?(?:工作)?(?:总结|小结|报告|汇报)$/

/** Duties called so (半年总结); else those that hold most of the topic; all of them when the topic says nothing of any. */
function calledSo(pool: readonly DutyRow[], topic: string, { lexicon }: Finder): DutyRow[] {
  const matcher = topicMatcher(topic, lexicon.rarity)
  const named = pool.filter((duty) => matcher.exact(duty.what))
  if (named.length > 0) return named
  // 半年总结, where the plan calls it 半年办理工作小结: the span tells it from the 总结 of the year.
  const half = HALF.test(topic) ? pool.filter((duty) => duty.what.includes('半年')) : []
  if (half.length > 0) return half
  const scored = pool.map((duty) => ({
    duty,
    score: matcher.score(wordsOf(duty)),
  }))
  const best = Math.max(0, ...scored.map((s) => s.score))
  if (best < 0.45) return []
  return scored
    .filter((s) => s.score >= best * 0.85)
    .sort((a, b) => b.score - a.score)
    .map((s) => s.duty)
}

/**
 * 督查室多久检查一次: no duty to report, but a clause with a rhythm that holds every word; failing any duty, the clauses
 * that come near.
 */
async function clausesFor(
  { topic, documents }: DutyQuery,
  duties: readonly DutyRow[],
  finder: Finder,
): Promise<QuotedClause[]> {
  if (topic === undefined) return []
  const search = { topic, documents: idsOf(documents), limit: 2 }
  if (duties.length === 0) return findClauses({ ...search, enough: 0.55 }, finder)
  const matcher = topicMatcher(topic, finder.lexicon.rarity)
  if (duties.some((duty) => matcher.all(wordsOf(duty)))) return []
  const clauses = await findClauses({ ...search, enough: 0.9 }, finder)
  return clauses.filter(({ sentence }) => matcher.all(sentence) && findRecurrences(sentence).length > 0)
}

const wordsOf = ({ who, to, what, text }: DutyRow): string => `${who ?? ''}${to ?? ''}${what}${text}`

function none(query: DutyQuery, { lexicon }: Finder): NoneFacts {
  return {
    kind: 'none',
    why: 'no-duty',
    about: aboutOf(query),
    ...(query.dueBy === undefined ? {} : { due: { from: query.dueFrom ?? null, to: query.dueBy } }),
    searched: searchedIn(query.documents, lexicon),
    near: [],
  }
}
