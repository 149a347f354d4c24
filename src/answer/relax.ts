import type { Query } from '../domain/query.ts'
import { taggedWordsOf } from '../text/tokens.ts'
import type { Lexicon } from '../understand/prepare.ts'
import type { Facts } from './facts.ts'

/**
 * A question that found nothing, asked again without the words that no document uses and that name no thing: adverbs
 * and the like (独自), and verbs beside a matter (惠农贷扩围 → 惠农贷). A noun the documents do not know stays: what
 * they do not name they do not say. Null: nothing to leave out, or nothing would be left.
 */
export function relaxed(query: Query, facts: Facts, lexicon: Lexicon): Query | null {
  if (facts.kind !== 'none' || !WHY.has(facts.why)) return null
  if (query.kind === 'duty' || query.kind === 'stage') {
    const topic = query.topic === undefined ? null : withoutLoose(query.topic, MATTERS, lexicon)
    return topic === null || topic === '' ? null : { ...query, topic }
  }
  if (!('filter' in query) || query.filter.topics === undefined) return null
  const loose = query.kind === 'metric' || query.kind === 'compare' ? IDLE : MATTERS
  const left = query.filter.topics.map((topic) => withoutLoose(topic, loose, lexicon) ?? topic)
  if (left.join() === query.filter.topics.join()) return withoutDoing(query, lexicon)
  const { topics: _, ...rest } = query.filter
  const topics = left.filter((topic) => topic !== '')
  if (topics.length > 0)
    return topics.every((topic) => isRare(topic, lexicon)) ? { ...query, filter: { ...rest, topics } } : null
  const idle = query.filter.topics.every((topic) => withoutLoose(topic, IDLE, lexicon) === '')
  return idle && rest.units !== undefined ? { ...query, filter: rest } : null
}

/** 黑中介整治归谁: what is done with a matter, in a word the documents do not use for it. */
const DOING =
  /(?:整治|治理|打击|整顿|清理|查处|推广|建设|打造|培育|筹备|筹办|申报|推进|开发|运营|维护|协调|组织|落地|攻关|布局|工作|事宜|方面)$/

/** Who answers for a matter, or its task, is told by the matter alone; a figure or a day of its doing is not. */
function withoutDoing(query: Query, lexicon: Lexicon): Query | null {
  if ((query.kind !== 'lead' && query.kind !== 'tasks') || query.filter.topics === undefined) return null
  const topics = query.filter.topics.map((topic) => topic.replace(DOING, '').trim())
  const changed = topics.some((topic, i) => topic !== query.filter.topics?.[i])
  return changed && topics.every((topic) => topic.length > 2 && hasRarePair(topic, lexicon))
    ? { ...query, filter: { ...query.filter, topics } }
    : null
}

/** 云企贷 falls to single characters: two of them side by side tell whether few clauses have it. */
const hasRarePair = (topic: string, { rarity }: Lexicon): boolean =>
  Array.from(topic).some(
    (_, at) => (rarity.counts.get(topic.slice(at, at + 2)) ?? 1) <= Math.max(FEW, rarity.total * FEW_SHARE),
  )

const WHY = new Set(['nothing', 'no-unit', 'no-duty'])

/** Parts of speech that say nothing by themselves: adverbs, pronouns, prepositions, particles, conjunctions, places. */
const IDLE = /^(?:d|ad|r|p|c|u[a-z]*|y|e|o|f)$/
/** Verbs and adjectives too, where another word tells the matter. */
const MATTERS = /^(?:d|ad|r|p|c|u[a-z]*|y|e|o|f|v|vd|vi|a)$/

/** The topic without its loose words; null where it has none. */
function withoutLoose(topic: string, loose: RegExp, { rarity }: Lexicon): string | null {
  const words = taggedWordsOf(topic)
  const known = (word: string) => rarity.counts.has(`w${word}`) || rarity.counts.has(word)
  const last = words.findLastIndex(({ word, tag }) => known(word) || !loose.test(tag))
  const kept = words.map(({ word, tag }, i) => {
    // A verb in front tells which: 高考改革 is no 改革 of any sort.
    const idle = IDLE.test(tag) || (i > last && loose.test(tag))
    // 每家补多少 is no sum of all: for each of what is asked stays.
    return idle && !known(word) && !word.startsWith('每') ? ' ' : word
  })
  if (kept.every((word, i) => word === words[i]?.word)) return null
  const left = kept.join('').replace(/\s+/g, ' ').trim()
  return /[\p{L}\p{N}]{2}/u.test(left) ? left : ''
}

/** 高考改革 is not told by what is said of 改革: what is left must be a matter of its own, in few clauses. */
function isRare(topic: string, { rarity }: Lexicon): boolean {
  const most = Math.max(FEW, rarity.total * FEW_SHARE)
  return taggedWordsOf(topic).some(({ word }) => {
    const n = rarity.counts.get(`w${word}`) ?? rarity.counts.get(word) ?? 1
    return word.length > 1 && n <= most
  })
}

const [FEW, FEW_SHARE] = [6, 0.02]
