import type { Query } from '../domain/query.ts'
import type { Slots } from './slots.ts'

type Listing = Extract<Query, { kind: 'count' | 'tasks' }>

/** 黄陂区建几个，新洲区呢; 公安、司法、财政分别是谁: one question a district, a unit, a role, a measure. */
export function eachPart(query: Query, slots: Slots): Query {
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

function ofRoles(query: Listing, { text, units }: Slots): Query {
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

/** 多久通报一次、多久调度一次: one question a duty. */
function eachDuty(query: Extract<Query, { kind: 'duty' }>, text: string): Query {
  const called = [...text.matchAll(/多(?:久|长时间)(?<what>\p{Script=Han}{2,4})一[次回]/gu)]
  if (called.length < 2) return query
  return { kind: 'several', queries: called.map((m) => ({ ...query, topic: m.groups?.what ?? '' })) }
}

function eachDistrict(query: Extract<Query, { kind: 'metric' }>, parts: readonly string[]): Query {
  if (query.by === undefined || parts.length < 2 || parts.length > 4) return query
  return { kind: 'several', queries: parts.map((by) => ({ ...query, by })) }
}
