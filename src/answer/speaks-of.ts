import { comparable } from '../text/comparable.ts'
import { taggedWordsOf } from '../text/tokens.ts'
import type { Lexicon } from '../understand/prepare.ts'
import { sayings } from './synonyms.ts'

/** Things and kinds of them. Places and bodies have a check of their own (conditions); verbs may be said in other words. */
const THING = /^(?:n|nz|nr|eng|l|i|j)$/

/** So often the opening of a document says what it is about (低空); a word in passing it says once. */
const OFTEN = 3

type Pair = readonly [string, string]

/**
 * 国际航线 is not told by 低空商业航线10条, nor 农产品网络零售额 by 网络零售额突破5000亿元: every noun of what is asked must stand
 * in a text, or in what its document is about, and two that are one name (智慧 医院) in one sentence of it. A figure of
 * the question that stands there is as good (500兆宽带用户).
 */
export function speaksOf(topic: string, { documentById }: Pick<Lexicon, 'documentById'>) {
  const said = sayings(topic).map(wordsFor)
  const openings = new Map<number, string>()
  // Folded once a document: hundreds of its tasks are looked at, and most have the words themselves.
  const openingOf = (id: number): string => {
    const opening = openings.get(id) ?? comparable(documentById.get(id)?.about ?? '')
    openings.set(id, opening)
    return opening
  }
  return (documentId: number, text: string): boolean => {
    const plain = comparable(text)
    const sentences = plain.split(/[。；;]/)
    const isAbout = (thing: string) => openingOf(documentId).split(thing).length > OFTEN
    const has = (thing: string) => plain.includes(thing) || isAbout(thing)
    const together = ([of, thing]: Pair) =>
      sentences.some((sentence) => sentence.includes(of) && sentence.includes(thing)) || isAbout(of)
    return said.some(
      ({ things, pairs, figures }) =>
        (things.every(has) && pairs.every(together)) || figures.some((figure) => plain.includes(figure)),
    )
  }
}

/** What is measured stands right ahead of its measure. */
const MEASURE = /^(?:增加值|产值|规模|收入|总量|增速|面积|产量|零售额|成交额|营收)$/

/**
 * 规上工业增加值 is not told by 核心产业增加值年均增长10%，规上工业企业…: where the question names what is measured, a text has it
 * ahead of the same measure, in one of its sayings.
 */
export function measuresThe(topic: string): (text: string) => boolean {
  const all = sayings(topic).map((saying) =>
    wordsFor(saying).pairs.filter(([, measure]) => MEASURE.test(measure)),
  )
  return (text) => {
    const pieces = comparable(text).split(/[，,。；;、]/)
    const said = ([of, measure]: Pair) =>
      pieces.some((piece) => piece.includes(of) && piece.indexOf(of) < piece.lastIndexOf(measure))
    return all.some((pairs) => pairs.every(said))
  }
}

/** The nouns of a saying, those that stand side by side, and its figures in digits. */
function wordsFor(saying: string) {
  const cut = taggedWordsOf(saying)
  const tagged = cut
    .filter(({ word }) => word.length > 1)
    .map(({ word, tag }) => ({ word: comparable(word), tag, at: saying.indexOf(word) }))
  const things = tagged.filter(({ tag }) => THING.test(tag))
  const pairs = things.flatMap((thing, i): Pair[] => {
    const next = things[i + 1]
    // 建筑业BIM: a Latin name is one of its own, whatever stands ahead of it.
    const beside = next?.at === thing.at + thing.word.length && next.tag !== 'eng'
    return beside ? [[thing.word, next.word]] : []
  })
  const sorts = sortsAhead(saying, cut, things)
  const figures = tagged.filter(({ word, tag }) => tag === 'm' && /^\d/.test(word))
  return { things: [...things.map((t) => t.word), ...sorts], pairs, figures: figures.map((f) => f.word) }
}

/** 小微企业: two words of one character right ahead of a noun, an adjective and a noun, are one sort of it. */
function sortsAhead(
  saying: string,
  tagged: ReturnType<typeof taggedWordsOf>,
  things: readonly { readonly at: number }[],
): string[] {
  return tagged.flatMap(({ word, tag }, i) => {
    const next = tagged[i + 1]
    const sort = `${word}${next?.word ?? ''}`
    const at = saying.indexOf(sort)
    const is = /^[ab]$/.test(tag) && next?.tag === 'n' && sort.length === 2 && at >= 0
    return is && things.some((thing) => thing.at === at + 2) ? [comparable(sort)] : []
  })
}
