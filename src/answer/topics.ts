import { comparable } from '../text/comparable.ts'
import { type Rarity, topicMatcher } from './match.ts'

/** A row with how well it fits what was asked. */
export interface Scored<T> {
  readonly row: T
  readonly score: number
}

/** Below this share of the topic's weight a text is about something else: the documents do not say. */
export const ENOUGH = 0.62
/** Rows this near the best are told too. */
const NEAR = 0.93
const TITLE = 0.2
/** As good as the very words in a text. */
const CALLED = 1.2

/** A and B asked together are sought whole first; apart where the whole is nowhere (援疆和援藏). */
export function partsOf(topic: string, texts: readonly string[]): string[] {
  const whole = comparable(topic)
  const parts = topic
    .split(/和|与|及|、|跟|或者?/)
    .map((part) => part.trim())
    .filter((part) => part.length > 1)
  if (parts.length < 2 || texts.some((text) => comparable(text).includes(whole))) return [topic]
  return spelledOut(parts)
}

/** What is measured, said once behind several: 人工智能和低空经济产业规模. */
const MEASURED = /(?:产业|行业)?(?:规模|增速|增幅|增加值|产值|占比|比重|收入|里程|面积|覆盖率|普及率)+$/

/** 数据汇聚率和联动处置覆盖率: a rate or a sum of its own needs none from behind. */
const HAS_MEASURE = new RegExp(`${MEASURED.source}|(?<=.{2})[率额值]$`)

/** Parts of an elliptical list with what the last alone has: its measure, or the thing behind a like verb (新开工和新投产项目). */
function spelledOut(parts: readonly string[]): string[] {
  const last = parts.at(-1) ?? ''
  const measure = MEASURED.exec(last)?.[0] ?? ''
  return parts.map((part, i) => {
    if (i === parts.length - 1) return part
    if (measure !== '' && !/\d/.test(part)) return HAS_MEASURE.test(part) ? part : `${part}${measure}`
    const like = part.length <= 3 && [...part].some((char, at) => last[at] === char)
    return like && last.length > part.length + 1 ? `${part}${last.slice(part.length)}` : part
  })
}

export interface Sought<T> {
  readonly rows: readonly T[]
  readonly texts: (row: T) => string
  /** Words that name the row as a whole; they weigh more than a mention. */
  readonly titles?: (row: T) => string
  readonly topic: string
  readonly rarity: Rarity
}

/** The rows that fit best, best first; empty when none fits enough. */
export function bestRows<T>(sought: Sought<T>, limit = 4): Scored<T>[] {
  const matcher = topicMatcher(sought.topic, sought.rarity)
  const scored = sought.rows.map((row) => {
    const base = matcher.score(sought.texts(row))
    const title = sought.titles?.(row) ?? ''
    if (title === '') return { row, base, score: base }
    // 返乡创业园区建设 is what 建设返乡创业园区 is called, in whatever order.
    const named = matcher.all(title) ? Math.max(base, CALLED) : base
    return { row, base: named, score: named + TITLE * matcher.score(title) }
  })
  const fitting = scored.filter((s) => s.base >= ENOUGH)
  const best = Math.max(0, ...fitting.map((s) => s.score))
  const near = fitting.filter((s) => s.score >= best * NEAR)
  return near
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ row, score }) => ({ row, score }))
}

/** 惠农贷、武农贷: said in one breath here, apart there. */
const JOINED = /.{2}[、和与及].{2}/

/** Every row that speaks of the topic: as said; else with all its words; else nearly so. */
export function allRows<T>(sought: Sought<T>): T[] {
  const matcher = topicMatcher(sought.topic, sought.rarity)
  const exact = sought.rows.filter((row) => matcher.exact(sought.texts(row)))
  if (exact.length > 0 && !JOINED.test(sought.topic)) return exact
  const all = sought.rows.filter((row) => matcher.all(sought.texts(row)))
  if (all.length > 0) return all
  return sought.rows.filter((row) => matcher.score(sought.texts(row)) >= 0.8)
}

/** What is done with a matter, said behind it. */
const ACT = /(?:建设|推广|打造|新建|新增|培育|改造)$/

/** 换电站建设: a row that 新增换电站 is on it, in other words for the doing. The matter itself must stand there as said. */
export function withoutAct<T>({ topic, rows, texts, rarity }: Sought<T>): T[] {
  const matter = topic.replace(ACT, '').trim()
  if (matter === topic || comparable(matter).length < 2) return []
  const { exact } = topicMatcher(matter, rarity)
  return rows.filter((row) => exact(texts(row)))
}
