import type { Slots } from '../slots.ts'
import { lastFilter } from './last-query.ts'
import type { Turn } from './turn.ts'

/** 区政府, 国企: a sort of body, told by naming all of them. */
export const SORT_OF_BODY = /^(?:各?区(?:人民)?政府|区里|国企|企业|高校|外地|市直(?:单位|部门)?)$/

/** The last answer told of so few tasks that their units can be asked about without naming them. */
export const ofFew = ({ tasks }: Turn): boolean => tasks.length > 0 && tasks.length <= 3

/** 有没有市水务局, 责任单位有没有区政府, after the units of a task: of that task, not of all. */
export const asksWhether = ({ text, units, topics, named }: Slots, last: Turn): boolean =>
  /^(?:那|里面|其中)?(?:(?:牵头|责任|配合|参与)单位(?:里面?|中)?)?(?:有没有|有无|包不包括|包括|有(?=\p{Script=Han}{2,12}(?:吗|么|没有?)[？?]?$))/u.test(
    text,
  ) &&
  (topics.length === 0 ? units.length > 0 : topics.every((topic) => SORT_OF_BODY.test(topic))) &&
  !named &&
  !/任务|活|事/.test(text) &&
  ofFew(last)

/** 哪几个区要参与, after who leads a task: the districts among its units. */
export const asksDistricts = ({ text, units, named }: Slots, last: Turn): boolean =>
  /^(?:那|有)?(?:哪几个|哪些|几个|哪个)(?:城)?区(?:要|来|需要?|也|得)?(?:参与|配合|负责|承担|参加|干)/.test(
    text,
  ) &&
  units.length === 0 &&
  !named &&
  ofFew(last)

/** 年底前要完成的任务有哪些, 全市有多少任务: a question with a noun of its own leans on nothing. */
export const startsAfresh = ({ text, pointer }: Slots): boolean =>
  pointer === null &&
  !pointsBack(text) &&
  !/呢[？?]?$|其中|里面/.test(text) &&
  /(?:任务|事项)[^，。？?]{0,4}(?:哪些|哪几|多少|几|清单)|(?:哪些|哪几[项条个]|什么|多少[项条个]?|几[项条个])(?:任务|事项)/.test(
    text,
  )

export const pointsBack = (text: string): boolean => /^(?:那|它|这|其|该|此|还有)/.test(text)

/** 那基站要建多少; 一年培训多少人次, after who is to do the 创业培训: a word of the last matter, said again in short. */
export const leansBack = (slots: Slots, last: Turn): boolean =>
  weak(slots) && (pointsBack(slots.text) || (slots.by === null && ofFew(last) && repeats(slots, last)))

const repeats = ({ topics }: Slots, { query }: Turn): boolean =>
  topics.length > 0 && (lastFilter(query)?.topics ?? []).some((before) => before.includes(topics.join('')))

/** Nothing but a topic of a word or two, which may well be a thing of the last task (那基站要建多少). */
export const weak = (slots: Slots): boolean =>
  slots.units.length === 0 && !slots.named && slots.numbers.length === 0 && slots.topics.join('').length <= 2
