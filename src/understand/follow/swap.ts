import type { Query } from '../../domain/query.ts'
import type { TaskFilter } from '../../domain/task-filter.ts'
import type { Intent } from '../intents.ts'
import { dutyQuery } from '../query/duty.ts'
import { hasSubject, type Slots } from '../slots.ts'
import { assumed } from '../wording.ts'
import { withoutAmong, withoutPlaces } from './last-query.ts'
import { pointsBack } from './pointing.ts'
import type { Refined, Turn } from './turn.ts'

/** 那2025年完成多少, after a figure of 2026: the same figure of another year, whatever verb goes with it. */
export function ofAnotherYear(slots: Slots, { query }: Turn): Refined | null {
  const [year] = slots.years
  const alone = slots.years.length === 1 && !hasSubject(slots) && slots.pointer === null && slots.by === null
  if (query.kind !== 'metric' || !alone || year === undefined) return null
  const again = pointsBack(slots.text) && YEAR_ASKED.has(slots.intent)
  if (!again && !CHANGED.test(slots.text)) return null
  return {
    query: { ...query, year },
    rule: 'follow-up: the last figure, another year',
    assumptions: [...slots.assumptions, assumed.carried],
  }
}

/** 2026年有变化吗, 明年变了没有, 2027年还是一样吗. */
const CHANGED =
  /^(?:那么?)?(?:到了?)?(?:20\d{2}年|明年|后年)(?:的|呢)?(?:目标|数)?(?:会|还|也|又)?(?:是|有)?(?:没有|不是|什么|啥)?(?:变化|变动|变|一样|不同)/

const YEAR_ASKED: ReadonlySet<Intent | null> = new Set([null, 'metric', 'progress', 'passages'])

/** 那江夏区呢, 2号呢, 2026年呢, 那配合的呢: the last question again with one thing changed. */
export function swapOne(slots: Slots, last: Turn): Refined | null {
  if (last.query.kind === 'people' && slots.intent === 'lead' && slots.units.length === 1)
    return samePeople(slots, last.query)
  if (last.query.kind === 'people' && OWN_POSTS.test(slots.text)) return carriedOn(slots, last.query)
  if (asksAgain(slots)) return carriedOn(slots, withDocuments(last.query, slots.documents))
  const short = slots.text.length <= 16 && /呢[？?。!！]*$|^那|^换|^还有/.test(slots.text)
  if (asksTable(slots, last.query)) return carriedOn(slots, last.query)
  if (countsInYear(slots, last.query) || itsOwnIn(slots, last.query))
    return carriedOn(slots, withDocuments(last.query, slots.documents))
  if (last.query.kind === 'duty' && !hasMatter(slots) && SPAN_ASKED.test(slots.text))
    return carriedOn(slots, last.query)
  if (short && last.query.kind === 'duty' && namesDuty(slots))
    return carriedOn(
      slots,
      dutyQuery({ ...slots, documents: slots.documents ?? last.query.documents ?? null }),
    )
  if (!short || slots.pointer !== null || (slots.intent !== null && slots.intent !== 'passages')) return null
  return carriedOn(slots, swapped(slots, last.query))
}

/** 那它在2025年呢, 它在1号议案里呢, after the tasks of a unit: 它 is the unit. */
const itsOwnIn = (
  slots: Slots,
  query: Query,
): slots is Slots & { readonly documents: NonNullable<Slots['documents']> } =>
  (query.kind === 'count' || query.kind === 'tasks') &&
  query.filter.units !== undefined &&
  slots.pointer === 'all' &&
  slots.documents !== null &&
  !hasMatter(slots) &&
  slots.roles.length === 0 &&
  /^(?:那|那么)?(?:它|他们)(?:们)?在?/.test(slots.text) &&
  (slots.intent === null || slots.intent === 'count' || slots.intent === 'tasks')

/** 几月到几月, after what is reported each month. */
const SPAN_ASKED = /^(?:那|是)?(?:从)?(?:几月(?:份)?(?:到|至)几月|哪几个月|几月开始|从几月)/

/** 年终的呢, 那简报呢, after when a 半年小结 is due: another paper to hand in. */
const namesDuty = ({ intent, pointer, topics, units }: Slots): boolean =>
  (intent === null || intent === 'duty') && pointer === null && topics.length > 0 && units.length === 0

/** 那2020年有几项, after a list or count of a unit's tasks: the same of another year. */
const countsInYear = (
  slots: Slots,
  { kind }: Query,
): slots is Slots & { readonly documents: NonNullable<Slots['documents']> } =>
  (kind === 'count' || kind === 'tasks') &&
  slots.years.length > 0 &&
  slots.documents !== null &&
  !hasMatter(slots) &&
  slots.pointer === null &&
  (slots.intent === 'count' || slots.intent === 'tasks')

/** 那附件里合计多少, after a figure: its tables are told beside its task. */
const asksTable = (slots: Slots, { kind }: Query): boolean =>
  kind === 'metric' && !hasMatter(slots) && slots.by === null && /附件|附表|表里|清单里/.test(slots.text)

/** 那他们各自的职务呢: it stands with the names. */
const OWN_POSTS =
  /^(?:那|都)?(?:他们?|这(?:几|两)?位|两个人|各自|分别)?(?:各自|分别)?的?(?:是什么)?职务(?:呢|是什么|分别是什么)?[？?]?$/

const carriedOn = (slots: Slots, query: Query | null): Refined | null =>
  query === null
    ? null
    : {
        query,
        rule: 'follow-up: the last question, one thing changed',
        assumptions: [...slots.assumptions, assumed.carried],
      }

/** 51号文怎么说的, 那51号里写的是多少: nothing but another document, and what it says of the same. */
const asksAgain = (slots: Slots): slots is Slots & { readonly documents: NonNullable<Slots['documents']> } =>
  slots.named && slots.documents !== null && !hasMatter(slots) && SAYS.test(slots.text)

const SAYS = /(?:怎么|咋|如何)(?:说|写|定|提)的?[？?]?$|(?:写|说|定|提)的?(?:是|要)?多少[？?]?$/

const hasMatter = ({ topics, units, numbers, path }: Slots): boolean =>
  topics.length > 0 || units.length > 0 || numbers.length > 0 || path.length > 0

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
  if (slots.named && slots.documents !== null) {
    const elsewhere = withDocuments(query, slots.documents)
    // 45号里创业培训呢, after who is to train in 41号: another matter of another document.
    return elsewhere !== null && 'filter' in elsewhere && slots.topics.length > 0
      ? onTopics(slots, elsewhere)
      : elsewhere
  }
  const [unit] = slots.units
  if (query.kind === 'people' && query.unit !== undefined && unit !== undefined) return { ...query, unit }
  if (!('filter' in query)) return null
  if (query.kind === 'metric' && slots.by !== null) return ofEach(slots.parts, (by) => ({ ...query, by }))
  if (slots.span !== null && query.filter.dueTo !== undefined) return withSpan(query, slots.span)
  if (slots.units.length > 0) return { ...query, filter: { ...query.filter, units: slots.units } }
  if (query.kind === 'metric' && slots.years.length > 0)
    return ofEach(slots.years, (year) => ({ ...query, year }))
  if (slots.years.length > 0 && slots.documents !== null) return withDocuments(query, slots.documents)
  if (slots.topics.length > 0) return onTopics(slots, query)
  if (slots.numbers.length > 0)
    return { ...query, filter: { ...withoutPlaces(query.filter), numbers: slots.numbers } }
  return null
}

/** 新洲和江夏呢, 2026年和2027年呢: the last question of each. */
function ofEach<T>(all: readonly T[], of: (one: T) => Query): Query | null {
  const [first, other] = all
  if (first === undefined) return null
  return other === undefined ? of(first) : { kind: 'several', queries: all.map(of) }
}

/** 楚商项目每年签约多少个 … 那落地的呢: a short word with 的 says nothing without the matter before it; 就业呢 does. */
const sortOnly = ({ topics, text }: Slots): boolean => topics.join('').length <= 2 && /的呢/.test(text)

type Filtered = Extract<Query, { readonly filter: TaskFilter }>

/** The last question on another matter, whatever that is measured in, or on another sort of the same. */
function onTopics(slots: Slots, query: Filtered): Query {
  if (sortOnly(slots)) {
    const topics = [...(query.filter.topics ?? []), ...slots.topics]
    return { ...query, filter: withoutPlaces({ ...query.filter, topics }) }
  }
  const filter = withoutPlaces({ ...query.filter, topics: slots.topics })
  if (query.kind !== 'metric') return { ...query, filter }
  const { measure: _, extent: _e, ...rest } = query
  return { ...rest, filter }
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
