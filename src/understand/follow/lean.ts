import type { Query } from '../../domain/query.ts'
import { type Intent, ofDocument } from '../intents.ts'
import type { Slots } from '../slots.ts'
import { assumed } from '../wording.ts'
import { lastDocuments, lastFilter } from './last-query.ts'
import { asksDistricts, asksWhether, ofFew, pointsBack, SORT_OF_BODY, weak } from './pointing.ts'
import type { Refined, Turn } from './turn.ts'

/**
 * A new matter in the same breath stays in the same documents when it points back (那基站呢), is of one kind (半年总结呢), or is
 * one that only a document has (年度总结谁负责, after its leading group).
 */
export function narrowed(slots: Slots, last: Turn): Refined {
  const documents = lastDocuments(last.query)
  if (documents === undefined || slots.documents !== null) return { slots, rule: null }
  const rule = 'follow-up: the documents of the last question'
  const back =
    pointsBack(slots.text) ||
    (slots.intent === 'office' && slots.units.length === 0) ||
    (slots.intent === last.query.kind && /^.{1,9}呢[？?]?$/.test(slots.text))
  if (back) return { slots: { ...slots, documents }, rule }
  const ofOne = ofDocument(slots.intent) && ofDocument(last.query.kind) && documents.ids.length === 1
  if (!ofOne || slots.units.length > 0) return { slots, rule: null }
  return { slots: { ...slots, documents, assumptions: [...slots.assumptions, assumed.carried] }, rule }
}

const ABOUT_ROLES: ReadonlySet<Intent | null> = new Set([null, 'tasks', 'count', 'lead'])

/** Who else: 谁, 哪个单位, 配合它的, 跟它一起的. */
const OTHERS = /谁|哪(?:个|家)单位|(?:配合|协助|帮|给|[跟和与同])(?:着)?(?:它|他们|该单位)/

/** 有没有配合单位, 责任单位有哪些, after one task or two of a unit: the bodies beside those tasks. */
const UNITS_OF =
  /^(?:那|它)?(?:还)?(?:有没有|有无|有)?(?:配合|责任|协办|参与|牵头)(?:单位|部门)(?:呢|有|是|吗|都|[？?]?$)/

/** 那它当责任单位的呢, 它还配合哪些: 它 is the unit whose tasks were listed. */
export function ofLastUnits(said: Slots, last: Turn): Refined | null {
  const slots = TAKING_PART.test(said.text) ? asTakingPart(said) : said
  const filter = lastFilter(last.query)
  const listed = last.query.kind === 'tasks' || last.query.kind === 'count'
  const about = slots.roles.length > 0 && ABOUT_ROLES.has(slots.intent) && typeof slots.pointer !== 'number'
  if (!listed || filter?.units === undefined || !about || OTHERS.test(slots.text)) return null
  if (UNITS_OF.test(slots.text) && ofFew(last)) return null
  const { roles: _, among: _a, ...rest } = filter
  const documents = slots.documents ?? filter.documents
  const kind =
    slots.intent === 'count' ? ({ kind: 'count', of: 'tasks' } as const) : ({ kind: 'tasks' } as const)
  // 责任单位也算上一共几条: that part too, not alone.
  const roles = ALSO.test(slots.text) ? {} : { roles: slots.roles }
  const asked = { ...rest, ...roles, ...(documents === undefined ? {} : { documents }) }
  return {
    query: { ...kind, filter: asked },
    rule: 'follow-up: the last unit in another role',
    assumptions: [...slots.assumptions, assumed.carried],
  }
}

/** 参与的呢, 那它参加的有几项, after what a unit leads: whatever else it has a part in. */
const TAKING_PART = /^(?:那么?|它|他们|还有|光|只)*(?:参与|参加|参加了|不牵头|没牵头|非牵头|打配合|跟着干)的/

const asTakingPart = (slots: Slots): Slots => ({
  ...slots,
  roles: ['supporting', 'responsible'],
  missing: [],
})

const ALSO = /也算|算上|加上|一起算|都算|算在内|算进来/

/** 另外两块呢, after one of a number's parts: the whole number again. */
export function ofOtherParts({ text, assumptions }: Slots, { query }: Turn): Refined | null {
  if (!('filter' in query) || query.filter.part === undefined || !OTHER_PARTS.test(text)) return null
  const { part: _, topics: _t, ...filter } = query.filter
  return {
    query: { ...query, filter },
    rule: 'follow-up: the other parts of the last number',
    assumptions: [...assumptions, assumed.carried],
  }
}

const OTHER_PARTS = /(?:另外|其余|其他|剩下)的?(?:[两二三几]|\d)?(?:块|部分|段)/

/** 第三部分呢, after what stands under the second: the heading beside it. */
export function ofNextHeading(
  { part, numbers, topics, units, assumptions }: Slots,
  { query }: Turn,
): Refined | null {
  const path = lastFilter(query)?.path
  const last = path?.at(-1)
  const step = part === null ? undefined : '一二三四五六七八九十'[part - 1]
  if (path === undefined || last === undefined || step === undefined || !('filter' in query)) return null
  if (numbers.length + topics.length + units.length > 0 || !/[一二三四五六七八九十]/.test(last)) return null
  const next = [...path.slice(0, -1), last.replace(/[一二三四五六七八九十]+/, step)]
  return {
    query: { ...query, filter: { ...query.filter, path: next } },
    rule: 'follow-up: the heading beside the last one',
    assumptions: [...assumptions, assumed.carried],
  }
}

/** 第二块是谁牵头 after 第80条讲的什么. */
export function ofLastNumbers(slots: Slots, last: Turn): Refined | null {
  const filter = lastFilter(last.query)
  if (slots.part === null || filter?.numbers === undefined) return null
  const carried = {
    ...slots,
    numbers: filter.numbers,
    documents: slots.documents ?? filter.documents ?? null,
  }
  return { slots: carried, rule: 'follow-up: a part of the last number' }
}

/** 第二条呢 after 二（三）第1条: the same heading's second. */
export function ofLastPath(slots: Slots, { query }: Turn): Refined | null {
  const path = lastFilter(query)?.path ?? []
  const [number, other] = slots.numbers
  const leans =
    !slots.named && slots.units.length === 0 && slots.path.length === 0 && slots.years.length === 0
  if (path.length < 3 || number === undefined || other !== undefined || !leans) return null
  const intent = slots.intent ?? (query.kind === 'lead' ? ('lead' as const) : null)
  const documents = slots.documents ?? lastDocuments(query) ?? null
  return {
    slots: {
      ...slots,
      intent,
      documents,
      numbers: [],
      path: [...path.slice(0, -1), `${number}`],
      pointer: null,
    },
    rule: 'follow-up: another task under the last heading',
  }
}

export function ofLastTasks(slots: Slots, last: Turn): Refined | null {
  const tasks = last.tasks.filter((task) => task.id > 0)
  if (tasks.length === 0) return null
  const at = typeof slots.pointer === 'number' ? slots.pointer : slots.part
  const one = at === null ? undefined : tasks.at(at < 0 ? at : at - 1)
  const among = (one === undefined ? tasks : [one]).map((task) => task.id)
  const districts = asksDistricts(slots, last)
  const intent = districts
    ? 'lead'
    : (slots.intent ?? (slots.roles.length > 0 ? 'lead' : intentOfLast(last.query)))
  const assumptions = [...slots.assumptions, assumed.lastTasks(among.length)]
  const bodies = weak(slots) || districts
  const units = asksWhether(slots, last)
    ? slots.units.filter((u) => !SORT_OF_BODY.test(u.said ?? ''))
    : slots.units
  const topics = bodies ? [] : slots.topics.filter((topic) => !SORT_OF_BODY.test(topic))
  return {
    slots: {
      ...slots,
      intent,
      among,
      before: lastFilter(last.query)?.topics ?? [],
      units,
      topics,
      part: null,
      assumptions,
    },
    rule: 'follow-up: the tasks of the last answer',
  }
}

function intentOfLast(query: Query): Intent {
  return query.kind === 'lead' || query.kind === 'metric' || query.kind === 'deadline' ? query.kind : 'tasks'
}

/** No task was named: the documents, and the kind where none is said, are those of the last question. */
export function ofLastDocuments(slots: Slots, last: Turn): Refined {
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
