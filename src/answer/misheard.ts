import type { Query } from '../domain/query.ts'
import { shapeOf } from '../text/lookalike.ts'
import { soundOf } from '../text/pinyin.ts'
import { assumed } from '../understand/wording.ts'
import type { Facts } from './facts.ts'
import { type Finder, taskText } from './find-tasks.ts'

/** Found nothing of the sort: a thing called otherwise may have been meant. */
const MISSED: ReadonlySet<string> = new Set(['nothing', 'no-unit', 'no-figure'])

/** Beyond so many clauses looking for what a slip may have meant takes too long. */
const LARGE = 5_000
const [LONGEST, SHORTEST] = [6, 3]

/**
 * 九锋山科技园 for 九峰山科技园: a question that found nothing, asked again with the words of a task that sound the same
 * and differ in one character, and the note that says so. Null: no slip is to be seen.
 */
export async function misheard(
  query: Query,
  facts: Facts,
  finder: Finder,
): Promise<{ readonly query: Query; readonly note: string } | null> {
  if (facts.kind !== 'none' || !MISSED.has(facts.why)) return null
  if (!('filter' in query) || query.filter.topics === undefined) return null
  if (finder.lexicon.rarity.total > LARGE) return null
  const documents = query.filter.documents?.ids
  const rows = await finder.deps.ledger.tasks(documents === undefined ? {} : { documents })
  const texts = rows.map(taskText)
  for (const topic of query.filter.topics) {
    const slip = slipIn(topic, texts) ?? slipOfWord(topic, texts, finder)
    if (slip === null) continue
    const topics = query.filter.topics.map((t) => t.replace(slip.said, slip.meant))
    return {
      query: { ...query, filter: { ...query.filter, topics } },
      note: assumed.typo(slip.said, slip.meant),
    }
  }
  return null
}

/** Longest first: the more characters around it agree, the surer the slip. */
function slipIn(topic: string, texts: readonly string[]) {
  const [run] = topic.match(/\p{Script=Han}{3,}/u) ?? []
  if (run === undefined) return null
  for (let length = Math.min(run.length, LONGEST); length >= SHORTEST; length--)
    for (let at = 0; at + length <= run.length; at++) {
      const said = run.slice(at, at + length)
      if (texts.some((text) => text.includes(said))) continue
      const meant = likeIn(said, texts)
      if (meant !== null) return { said, meant }
    }
  return null
}

/**
 * 马兰花陪训, 5G基占: two characters no document has, for the one word that sounds the same and shares a character. Of two such
 * words neither is meant.
 */
function slipOfWord(topic: string, texts: readonly string[], { lexicon: { rarity } }: Finder) {
  const pairs = Array.from({ length: Math.max(topic.length - 1, 0) }, (_, at) => topic.slice(at, at + 2))
  const strange = pairs.filter((pair) => HAN_PAIR.test(pair) && !texts.some((text) => text.includes(pair)))
  for (const said of strange) {
    const sound = soundOf(said)
    const alike = [...rarity.counts.keys()].flatMap((token) => {
      const word = token.slice(1)
      const near = token.length === 3 && token[0] === 'w' && (word[0] === said[0] || word[1] === said[1])
      return near && soundOf(word) === sound ? [word] : []
    })
    const [meant, other] = alike
    if (meant !== undefined && other === undefined) return { said, meant }
  }
  return null
}

const HAN_PAIR = /^\p{Script=Han}{2}$/u

/** The stretch of a text that differs in one character and sounds the same. */
function likeIn(said: string, texts: readonly string[]): string | null {
  const sound = soundOf(shapeOf(said))
  for (let wrong = 0; wrong < said.length; wrong++) {
    const pattern = new RegExp(`${said.slice(0, wrong)}\\p{Script=Han}${said.slice(wrong + 1)}`, 'gu')
    for (const text of texts)
      for (const [meant] of text.matchAll(pattern)) if (soundOf(shapeOf(meant)) === sound) return meant
  }
  return null
}
