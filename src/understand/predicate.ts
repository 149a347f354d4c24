import { taggedWordsOf } from '../text/tokens.ts'
import { isFiller } from './filler.ts'
import type { Lexicon } from './prepare.ts'

/** Where a body or a number of tasks is asked for. */
const ASKED =
  /谁|哪(?:几|一)?[个家位](?:单位|部门|局|区|公司)?|哪些(?:任务|单位|部门|事项|活儿?|事)?|什么(?:任务|活儿?|事)|(?:几|多少)[项条件](?:任务)?/u
/** Who is asked for: what follows is what they do. */
const BODY = /^(?:谁|哪(?:几|一)?[个家位])/u
/** How a verb leans on what follows: 落到谁, 派给哪家, 摊上哪些, 扛了几项. */
const LEANING = /(?:到|在|给|上|了|着|过|下来?|进去?|起)+$/u
const DOING = /^(?:v|zg|vg|vn)/

/**
 * A clause without the verbs beside its question that no document uses: 碳交易落到谁头上, 扛了几项, 跟哪些任务沾边. People have
 * too many of them for a list, and none of them is the matter. A word that the documents know stays.
 */
export function withoutPredicate(clause: string, rarity: Lexicon['rarity']): string {
  const asked = ASKED.exec(clause)
  if (asked === null) return clause
  const knows = (word: string) => rarity.counts.has(`w${word}`)
  const [head, tail] = [clause.slice(0, asked.index), clause.slice(asked.index + asked[0].length)]
  const deals = /[跟和与同找]\s*$/u.test(head)
  const acts = BODY.test(asked[0]) || deals
  const idle = doesOnly(tail, knows) || (deals && DEALING.test(tail))
  const said = withoutVerb(head, knows)
  return `${said === head ? head : `${said} `}${asked[0]}${acts && idle ? ' ' : tail}`
}

/** 跟哪几个局协调: what is done with a body, not of the matter. */
const DEALING = /^(?:去)?(?:协调|对接|沟通|联系|衔接|商量|配合|打交道)[？?]?$/

/** A verb right before the question: leaning on it by a particle, or a verb of one character. */
function withoutVerb(head: string, knows: (word: string) => boolean): string {
  const bare = head.replace(LEANING, '')
  const last = taggedWordsOf(bare).at(-1)
  if (last === undefined || !/^\p{Script=Han}{1,2}$/u.test(last.word) || isFiller(last.word)) return head
  const leans = bare !== head
  const doing = DOING.test(last.tag) && (leans || last.word.length === 1)
  return doing && !knows(last.word) ? bare.slice(0, -last.word.length) : head
}

/** A noun there says what is asked for: 哪个酒店办. */
const NOUN = /^(?:nz?|nt|vn)$/

/** 谁头上, 哪家在张罗: up to four characters to the end, none of them a word of the documents, none a noun. */
function doesOnly(tail: string, knows: (word: string) => boolean): boolean {
  const said = tail.replace(/[吗呢啊呀了的\s]+$/u, '').trim()
  const idle = (word: string, tag: string) => isFiller(word) || (!knows(word) && !NOUN.test(tag))
  return /^\p{Script=Han}{1,4}$/u.test(said) && taggedWordsOf(said).every(({ word, tag }) => idle(word, tag))
}
