import type { Query, TaskFilter } from '../domain/query.ts'
import type { Intent } from './intents.ts'
import { lastDocuments, lastFilter, withoutAmong, withoutPlaces } from './last-query.ts'
import { withLastYear } from './last-year.ts'
import { hasSubject, type Slots } from './slots.ts'
import { assumed } from './wording.ts'

/** An earlier turn of this chat and person: what was understood, and the tasks its answer named. */
export interface Turn {
  readonly query: Query
  readonly tasks: readonly { readonly id: number }[]
}

export type Refined =
  | { readonly slots: Slots; readonly rule: string | null }
  | { readonly query: Query; readonly rule: string; readonly assumptions: readonly string[] }

/** Fills what a short question leaves out from the turn before: 那它当责任单位的呢, 配合单位呢, 第二块是谁牵头, 3号的呢. */
export function refine(slots: Slots, history: readonly Turn[]): Refined {
  const last = history.at(-1)
  if (last === undefined || startsAfresh(slots)) return { slots, rule: null }
  const before = withLastYear(slots, last)
  if (before !== null) return before
  const again = ofAnotherYear(slots, last) ?? swapOne(slots, last)
  if (again !== null) return again
  if (asksWhether(slots, last) || asksDistricts(slots, last))
    return ofLastTasks(slots, last) ?? { slots, rule: null }
  if (slots.pointer === null && hasSubject(slots) && !(pointsBack(slots.text) && weak(slots)))
    return narrowed(slots, last)
  return (
    ofLastUnits(slots, last) ??
    ofLastNumbers(slots, last) ??
    ofLastTasks(slots, last) ??
    ofLastDocuments(slots, last)
  )
}

/** 区政府, 国企: a sort of body, told by naming all of them. */
const SORT_OF_BODY = /^(?:各?区(?:人民)?政府|区里|国企|企业|高校|外地|市直(?:单位|部门)?)$/

/** 有没有市水务局, 责任单位有没有区政府, after the units of a task: of that task, not of all. */
const asksWhether = ({ text, units, topics, named }: Slots, last: Turn): boolean =>
  /^(?:里面|其中|(?:牵头|责任|配合|参与)单位(?:里面?|中)?)?(?:有没有|有无|包不包括|包括)/.test(text) &&
  (topics.length === 0 ? units.length > 0 : topics.every((topic) => SORT_OF_BODY.test(topic))) &&
  !named &&
  !/任务|活|事/.test(text) &&
  last.tasks.length > 0 &&
  last.tasks.length <= 3

/** 哪几个区要参与, after who leads a task: the districts among its units. */
const asksDistricts = ({ text, units, named }: Slots, last: Turn): boolean =>
  /^(?:那|有)?(?:哪几个|哪些|几个|哪个)(?:城)?区(?:要|来|需要?|也|得)?(?:参与|配合|负责|承担|参加|干)/.test(
    text,
  ) &&
  units.length === 0 &&
  !named &&
  last.tasks.length > 0 &&
  last.tasks.length <= 3

/** 年底前要完成的任务有哪些, 全市有多少任务: a question with a noun of its own leans on nothing. */
const startsAfresh = ({ text, pointer }: Slots): boolean =>
  pointer === null &&
  !pointsBack(text) &&
  !/呢[？?]?$|其中|里面/.test(text) &&
  /(?:任务|事项)[^，。？?]{0,4}(?:哪些|哪几|多少|几|清单)|(?:哪些|哪几[项条个]|什么|多少[项条个]?|几[项条个])(?:任务|事项)/.test(
    text,
  )

const pointsBack = (text: string): boolean => /^(?:那|它|这|其|该|此|还有)/.test(text)

/** Nothing but a topic of a word or two, which may well be a thing of the last task (那基站要建多少). */
const weak = (slots: Slots): boolean =>
  slots.units.length === 0 && !slots.named && slots.numbers.length === 0 && slots.topics.join('').length <= 2

/** 那2025年完成多少, after a figure of 2026: the same figure of another year, whatever verb goes with it. */
function ofAnotherYear(slots: Slots, { query }: Turn): Refined | null {
  const [year] = slots.years
  const alone = slots.years.length === 1 && !hasSubject(slots) && slots.pointer === null && slots.by === null
  if (query.kind !== 'metric' || !alone || year === undefined || !pointsBack(slots.text)) return null
  if (!YEAR_ASKED.has(slots.intent)) return null
  return {
    query: { ...query, year },
    rule: 'follow-up: the last figure, another year',
    assumptions: [...slots.assumptions, assumed.carried],
  }
}

const YEAR_ASKED: ReadonlySet<Intent | null> = new Set([null, 'metric', 'progress', 'passages'])

/** 那江夏区呢, 2号呢, 2026年呢, 那配合的呢: the last question again with one thing changed. */
function swapOne(slots: Slots, last: Turn): Refined | null {
  if (last.query.kind === 'people' && slots.intent === 'lead' && slots.units.length === 1)
    return samePeople(slots, last.query)
  const short = slots.text.length <= 16 && /呢[？?。!！]*$|^那|^换|^还有/.test(slots.text)
  if (!short || slots.pointer !== null || (slots.intent !== null && slots.intent !== 'passages')) return null
  const query = swapped(slots, last.query)
  return query === null
    ? null
    : {
        query,
        rule: 'follow-up: the last question, one thing changed',
        assumptions: [...slots.assumptions, assumed.carried],
      }
}

/** 那2号建议案里公安局是谁, after who is in a leading group: still a person, not a task. */
function samePeople(slots: Slots, query: Extract<Query, { kind: 'people' }>): Refined | null {
  const [unit] = slots.units
  const asksPerson = slots.roles.length === 0 && slots.topics.length === 0 && slots.numbers.length === 0
  if (unit === undefined || !asksPerson) return null
  const documents = slots.documents ?? query.documents
  const { name: _, office: _o, ...rest } = query
  return {
    query: { ...rest, unit, ...(documents === undefined ? {} : { documents }) },
    rule: 'follow-up: somebody else of a leading group',
    assumptions: slots.assumptions,
  }
}

function swapped(slots: Slots, query: Query): Query | null {
  if (slots.named && slots.documents !== null) return withDocuments(query, slots.documents)
  const [unit] = slots.units
  if (query.kind === 'people' && query.unit !== undefined && unit !== undefined) return { ...query, unit }
  if (!('filter' in query)) return null
  if (query.kind === 'metric' && slots.by !== null) return { ...query, by: slots.by }
  if (slots.span !== null && query.filter.dueTo !== undefined) return withSpan(query, slots.span)
  if (slots.units.length > 0) return { ...query, filter: { ...query.filter, units: slots.units } }
  if (query.kind === 'metric' && slots.years.length > 0) return { ...query, year: slots.years[0]! }
  if (slots.years.length > 0 && slots.documents !== null) return withDocuments(query, slots.documents)
  if (slots.topics.length > 0)
    return { ...query, filter: withoutPlaces({ ...query.filter, topics: topicsBeside(slots, query.filter) }) }
  if (slots.numbers.length > 0)
    return { ...query, filter: { ...withoutPlaces(query.filter), numbers: slots.numbers } }
  return null
}

/** 楚商项目每年签约多少个 … 那落地的呢: a word of two characters says nothing without the matter before it. */
function topicsBeside({ topics }: Slots, { topics: before }: TaskFilter): readonly string[] {
  return topics.join('').length <= 2 ? [...(before ?? []), ...topics] : topics
}

/** 本月呢 after 本周到期的: the same tasks, another span. */
function withSpan<Q extends Query & { readonly filter: TaskFilter }>(
  query: Q,
  span: NonNullable<Slots['span']>,
): Q {
  const { dueFrom: _, ...rest } = query.filter
  const from = span.from === null ? {} : { dueFrom: span.from }
  return { ...query, filter: { ...rest, ...from, dueTo: span.to } }
}

function withDocuments(query: Query, documents: NonNullable<Slots['documents']>): Query | null {
  if ('filter' in query) return { ...query, filter: { ...withoutAmong(query.filter), documents } }
  if (
    query.kind === 'stage' ||
    query.kind === 'duty' ||
    query.kind === 'people' ||
    query.kind === 'passages'
  ) {
    return { ...query, documents }
  }
  return null
}

/** A new matter in the same breath stays in the same documents when it points back (那基站呢), or is of one kind (半年总结呢). */
function narrowed(slots: Slots, last: Turn): Refined {
  const documents = lastDocuments(last.query)
  const back =
    pointsBack(slots.text) ||
    (slots.intent === 'office' && slots.units.length === 0) ||
    (slots.intent === last.query.kind && /^.{1,9}呢[？?]?$/.test(slots.text))
  if (documents === undefined || slots.documents !== null || !back) return { slots, rule: null }
  return { slots: { ...slots, documents }, rule: 'follow-up: the documents of the last question' }
}

const ABOUT_ROLES: ReadonlySet<Intent | null> = new Set([null, 'tasks', 'count', 'lead'])

/** 那它当责任单位的呢, 它还配合哪些: 它 is the unit whose tasks were listed. */
function ofLastUnits(slots: Slots, last: Turn): Refined | null {
  const filter = lastFilter(last.query)
  const listed = last.query.kind === 'tasks' || last.query.kind === 'count'
  const about = slots.roles.length > 0 && ABOUT_ROLES.has(slots.intent) && typeof slots.pointer !== 'number'
  if (!listed || filter?.units === undefined || !about || /谁|哪(?:个|家)单位/.test(slots.text)) return null
  const { roles: _, among: _a, ...rest } = filter
  const documents = slots.documents ?? filter.documents
  const kind =
    slots.intent === 'count' ? ({ kind: 'count', of: 'tasks' } as const) : ({ kind: 'tasks' } as const)
  const asked = { ...rest, roles: slots.roles, ...(documents === undefined ? {} : { documents }) }
  return {
    query: { ...kind, filter: asked },
    rule: 'follow-up: the last unit in another role',
    assumptions: [...slots.assumptions, assumed.carried],
  }
}

/** 第二块是谁牵头 after 第80条讲的什么. */
function ofLastNumbers(slots: Slots, last: Turn): Refined | null {
  const filter = lastFilter(last.query)
  if (slots.part === null || filter?.numbers === undefined) return null
  const carried = {
    ...slots,
    numbers: filter.numbers,
    documents: slots.documents ?? filter.documents ?? null,
  }
  return { slots: carried, rule: 'follow-up: a part of the last number' }
}

function ofLastTasks(slots: Slots, last: Turn): Refined | null {
  const tasks = last.tasks.filter((task) => task.id > 0)
  if (tasks.length === 0) return null
  const at = typeof slots.pointer === 'number' ? slots.pointer : slots.part
  const one = at === null ? undefined : tasks.at(at < 0 ? at : at - 1)
  const among = (one === undefined ? tasks : [one]).map((task) => task.id)
  const intent = asksDistricts(slots, last)
    ? 'lead'
    : (slots.intent ?? (slots.roles.length > 0 ? 'lead' : intentOfLast(last.query)))
  const assumptions = [...slots.assumptions, assumed.lastTasks(among.length)]
  const bodies = weak(slots) || asksDistricts(slots, last)
  const topics = bodies ? [] : slots.topics.filter((topic) => !SORT_OF_BODY.test(topic))
  return {
    slots: { ...slots, intent, among, topics, part: null, assumptions },
    rule: 'follow-up: the tasks of the last answer',
  }
}

function intentOfLast(query: Query): Intent {
  return query.kind === 'lead' || query.kind === 'metric' || query.kind === 'deadline' ? query.kind : 'tasks'
}

/** No task was named: the documents, and the kind where none is said, are those of the last question. */
function ofLastDocuments(slots: Slots, last: Turn): Refined {
  const query = last.query
  const documents = lastDocuments(query)
  const intent =
    slots.intent ??
    (query.kind === 'stage' || query.kind === 'duty' || query.kind === 'people' ? query.kind : slots.intent)
  const carried = {
    ...slots,
    intent,
    documents: slots.documents ?? documents ?? null,
    named: slots.named || documents !== undefined,
  }
  const topics = slots.topics.length > 0 ? slots.topics : (lastFilter(query)?.topics ?? [])
  return { slots: { ...carried, topics }, rule: 'follow-up: the documents of the last question' }
}
