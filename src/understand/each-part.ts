import type { Query } from '../domain/query.ts'
import type { Day } from '../domain/span.ts'
import { addDays, addMonths, dayOf } from '../text/calendar.ts'
import { resolveDocuments } from './names/resolve-documents.ts'
import type { Lexicon } from './prepare.ts'
import type { Slots } from './slots.ts'

type Listing = Extract<Query, { kind: 'count' | 'tasks' }>

/** 黄陂区建几个，新洲区呢; 公安、司法、财政分别是谁: one question a district, a unit, a role, a measure. */
export function eachPart(query: Query, slots: Slots, lexicon: Lexicon): Query {
  switch (query.kind) {
    case 'count':
    case 'tasks':
      return ofRoles(query, slots)
    case 'compare':
      return eachMeasure(query)
    case 'duty':
      return eachDuty(query, slots.text)
    case 'people':
      return ofPeople(query, slots)
    case 'metric':
      return eachDistrict(query, slots.parts)
    case 'lead':
      return eachYear(query, slots, lexicon)
    default:
      return query
  }
}

const [ASKS, OTHER] = ['(?:哪些|哪几|什么|啥|几|多少)', '(?:配合|参与|参加|负责|协办|责任单位)']

/** 牵头几项、配合几项; 哪些牵头、哪些配合; 牵头和参与的分别是哪些: one count or list a role. */
const EACH_ROLE = new RegExp(
  [
    `${ASKS}[^，、。？?]{0,5}牵头[^，、。？?]{0,2}[、，,和][^，、。？?]{0,2}${ASKS}[^，、。？?]{0,5}${OTHER}`,
    `牵头[^，、。？?]{0,3}${ASKS}[^，、。？?]{0,4}[、，,和][^，。？?]{0,3}${OTHER}[^，。？?]{0,3}${ASKS}`,
    `牵头[^，、。？?]{0,3}${ASKS}[^，。？?]{0,8}${OTHER}(?:的)?(?:[有是]?${ASKS}|呢)`,
    `(?:牵头|主责)的?(?:和|与|、|还有)[当作为做]*(?:责任单位|配合|参与)[^，。？?]{0,4}(?:分别|各)`,
  ].join('|'),
)

/** 一共参加多少项，牵头的几项: all of them, then those it leads. */
const ALL_AND_LED =
  /(?:多少|几|哪些|什么|啥)(?:[项条件个桩]?(?:任务|事|活)?)[^，。？?牵]{0,4}[，,、；](?:其中|里面)?(?:(?:哪(?:几|些|一)?[项条件个]?|有几[项条件个])(?:是|由它|归它)?(?:自己)?牵头|[^，。？?谁]{0,4}牵头的?(?:有|是|又)?(?:几|多少|哪))/

function ofRoles(query: Listing, slots: Slots): Query {
  const beside = ofUnitThen(query, slots)
  if (beside !== null) return beside
  const { text, units } = slots
  const { roles: _, ...open } = query.filter
  const as = (roles: readonly ('lead' | 'supporting' | 'responsible')[]): Listing => ({
    ...query,
    filter: { ...open, roles },
  })
  if (EACH_ROLE.test(text))
    return { kind: 'several', queries: [as(['lead']), as(['supporting', 'responsible'])] }
  if (units.length > 0 && ALL_AND_LED.test(text))
    return { kind: 'several', queries: [{ ...query, filter: open }, as(['lead'])] }
  return query
}

/** 书店20家和画廊9处，两份文件一致吗: two measures, each with its figure, are compared one by one. */
function eachMeasure(query: Extract<Query, { kind: 'compare' }>): Query {
  const [topic, other] = query.filter.topics ?? []
  const parts = other === undefined ? (topic?.split(/[和与及、]/) ?? []) : []
  if (query.of === 'units' || parts.length < 2 || !parts.every((part) => /\p{Script=Han}{2}.*\d/u.test(part)))
    return query
  return {
    kind: 'several',
    queries: parts.map((part) => ({ ...query, filter: { ...query.filter, topics: [part.trim()] } })),
  }
}

/** 副组长有哪些、办公室设在哪: who they are, then where the office is. */
function ofPeople(query: Extract<Query, { kind: 'people' }>, { units, posts, text }: Slots): Query {
  const { documents } = query
  const of = documents === undefined ? {} : { documents }
  const [post] = posts
  if (query.office && post !== undefined && /(?:哪些|几[个位]|谁|哪几)/.test(text))
    return { kind: 'several', queries: [{ kind: 'people', ...of, role: post }, query] }
  // 来自各区的成员，武昌和青山的: the districts named, not the group of all.
  const own = units.some(({ name }) => !/^各/.test(name))
    ? units.filter(({ name }) => !/^各/.test(name))
    : units
  if (units.length > 1 && own.length < 6)
    return own.length === 1
      ? { ...query, unit: own[0]! }
      : { kind: 'several', queries: own.map((unit) => ({ ...query, unit })) }
  return query
}

/** 二（二）有几条，牵头是市水务局的有几条: all under the heading, then those of the unit. */
const ALL_AND_THOSE = /^(?<all>[^，。？?]*(?:几|多少)[项条个])[，,；](?<those>[^，。？?]*(?:几|多少)[项条个])/

function ofUnitThen(query: Listing, { units, named, path, text }: Slots): Query | null {
  const said = ALL_AND_THOSE.exec(text)?.groups
  const names = units.map((unit) => unit.said ?? unit.name)
  if (said === undefined || names.length === 0 || (!named && path.length === 0)) return null
  if (!names.every((name) => said.those?.includes(name) && !said.all?.includes(name))) return null
  const { roles: _, units: _u, unitsJoin: _j, ...open } = query.filter
  return { kind: 'several', queries: [{ ...query, filter: open }, query] }
}

/** 多久通报一次、多久调度一次: one question a duty. */
function eachDuty(query: Extract<Query, { kind: 'duty' }>, text: string): Query {
  const called = [...text.matchAll(/多(?:久|长时间)(?<what>\p{Script=Han}{2,4})一[次回]/gu)]
  if (called.length < 2) return eachDay(query, text)
  return { kind: 'several', queries: called.map((m) => ({ ...query, topic: m.groups?.what ?? '' })) }
}

/** 4月底要交什么，9月底要做什么: one question a month's end; the year is the plan's own. */
function eachDay(query: Extract<Query, { kind: 'duty' }>, text: string): Query {
  const year = query.dueBy?.slice(0, 4)
  const ends = [
    ...text.matchAll(/(?<![\d到至])(?<month>1[0-2]|[1-9])月(?:底|末)[^，。？?]{0,6}(?:什么|啥|哪)/g),
  ]
  const months = [...new Set(ends.map((m) => Number(m.groups?.month)))]
  if (year === undefined || months.length < 2) return query
  const { dueFrom: _, topic: _t, ...open } = query
  return {
    kind: 'several',
    queries: months.map((month) => ({ ...open, dueBy: lastOf(year, month) })),
  }
}

const lastOf = (year: string, month: number): Day =>
  addDays(addMonths(dayOf(Number(year), { month, day: 1 }), 1), -1)

/** 2020年和2022年都由谁来管: one question a year. */
function eachYear(
  query: Extract<Query, { kind: 'lead' }>,
  { years, named, numbers, topics }: Slots,
  lexicon: Lexicon,
): Query {
  const plain = !named && numbers.length === 0 && topics.length > 0 && query.same !== true
  if (years.length < 2 || years.length > 4 || !plain) return query
  const queries = years.flatMap((year): Query[] => {
    const { slot } = resolveDocuments({ marks: [], years: [year], relative: false }, lexicon)
    return slot === null ? [] : [{ ...query, filter: { ...query.filter, documents: slot } }]
  })
  return queries.length < 2 ? query : { kind: 'several', queries }
}

function eachDistrict(query: Extract<Query, { kind: 'metric' }>, parts: readonly string[]): Query {
  if (query.by === undefined || parts.length < 2 || parts.length > 4) return query
  return { kind: 'several', queries: parts.map((by) => ({ ...query, by })) }
}
