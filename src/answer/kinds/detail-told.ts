import type { Detail } from '../../domain/query.ts'
import { parseNumber } from '../../text/numbers.ts'
import { findRecurrences } from '../../text/recurrence.ts'
import { wordsOf } from '../../text/tokens.ts'
import { type Rarity, topicMatcher } from '../match.ts'
import { placeWordsIn } from '../place-words.ts'
import { sentencesOf } from '../sentences.ts'
import { namesTold } from './names-told.ts'

/** whole: it says what was asked; part: it says something of it (定期, 甲等5家). */
export type Extent = 'whole' | 'part'

export interface Sought {
  readonly of: Detail
  readonly noun?: string
  /** null: whatever the text says is of the matter. */
  readonly topic: string | null
  readonly rarity: Rarity
  /** What the documents' own city is called: no place within it. */
  readonly homes: readonly string[]
}

/** A sentence that tells a detail of the matter. */
export interface Telling {
  readonly sentence: string
  readonly extent: Extent
}

/** The sentence of a text that tells the detail beside the thing asked about, the surest first; null: none does. */
export function tellingOf(text: string, sought: Sought): Telling | null {
  const found = placesOf(text, sought).flatMap((place): Telling[] => {
    const extent = TOLD[sought.of]({ ...place, sought })
    return extent === null ? [] : [{ sentence: place.sentence, extent }]
  })
  return found.find(({ extent }) => extent === 'whole') ?? found[0] ?? null
}

interface Place {
  readonly sentence: string
  /** The stretch between commas in which the thing stands. */
  readonly piece: string
  /** What follows it in the sentence. */
  readonly behind: string
  /** The word of the question the thing is called by there. */
  readonly head: string
}

/** A sentence with less of the topic than this is about something else, unless the title above it has all. */
const SAID = 0.5

/** Sentences that say most of the topic, each with the stretch that holds the thing itself. */
function placesOf(text: string, sought: Sought): Place[] {
  const { topic, noun, rarity } = sought
  const sentences = sentencesOf(text)
  if (topic === null)
    return sentences.map((sentence) => ({ sentence, piece: sentence, behind: '', head: noun ?? '' }))
  const matcher = topicMatcher(topic, rarity)
  const scored = sentences.map((sentence) => ({ sentence, score: matcher.score(sentence) }))
  const best = Math.max(0, ...scored.map((s) => s.score))
  // 航线申请 names no 商业航线: of names the whole thing must be spoken of.
  const enough = (sentence: string) =>
    sought.of !== 'names' || matcher.all(sentence) || matcher.exact(sentence)
  const saying = scored
    .filter((s) => s.score >= Math.max(SAID, best * 0.7) && enough(s.sentence))
    .map((s) => s.sentence)
  const own = piecesWith(headOf(topic, saying.join('')), saying)
  const [title, ...rest] = sentences
  const entitled = title !== undefined && title.length < TITLE && matcher.all(title)
  if (!entitled) return own
  // 返乡创业推介去哪些地方: below its title the thing goes by its last word (在京津冀举办专题推介).
  const last = headOf(wordsOf(topic).at(-1) ?? '', rest.join(''))
  if (sought.of === 'place') return [...own, ...piecesWith(last, rest).filter(({ piece }) => TO.test(piece))]
  return [...own, ...(noun === undefined ? listsIn(rest) : piecesWith(noun, rest))]
}

/** 赴京津冀, 在江北区: where something is done, beside the doing. */
const TO = /赴|走进|[在到去于]\p{Script=Han}{2}/u
const TITLE = 30

/** Below a title that has the whole topic a list is of it, whatever it is called (提供“五个一”服务). */
const listsIn = (sentences: readonly string[]): Place[] =>
  sentences.flatMap((sentence) =>
    sentence
      .split(/[，,；;]/)
      .filter((piece) => piece.split('、').length > 2)
      .map((piece) => ({ sentence, piece, behind: '', head: '' })),
  )

const piecesWith = (head: string | null, sentences: readonly string[]): Place[] =>
  head === null ? [] : sentences.flatMap((sentence) => piecesOf(sentence, head))

function piecesOf(sentence: string, head: string): Place[] {
  const pieces = sentence.split(/[，,；;]/)
  return pieces.flatMap((piece, at) =>
    piece.toLowerCase().includes(head)
      ? [{ sentence, piece, behind: pieces.slice(at + 1).join('，'), head }]
      : [],
  )
}

/** What the thing is called in a text: the most words of the topic from the last back, 头部企业 of 低空整机头部企业. */
function headOf(topic: string, text: string): string | null {
  const plain = text.toLowerCase()
  const words = wordsOf(topic.replace(/[\d.—–~-]+\p{Script=Han}?(?=\s|$)/gu, ' '))
  for (let end = words.length; end > 0; end--)
    for (let from = 0; from < end; from++) {
      const head = words.slice(from, end).join('')
      if (/^[\p{Script=Han}a-z0-9+]{2,}$/u.test(head) && plain.includes(head)) return head
    }
  return null
}

interface Reading extends Place {
  readonly sought: Sought
}

const TOLD: Readonly<Record<Detail, (reading: Reading) => Extent | null>> = {
  names: namesIn,
  place: placeIn,
  rhythm: ({ sentence }) =>
    findRecurrences(sentence).length > 0 || RHYTHM.test(sentence)
      ? 'whole'
      : VAGUE.test(sentence)
        ? 'part'
        : null,
  reason: ({ sentence }) => (REASON.test(sentence) ? 'whole' : null),
  day: ({ piece }) => (DAY.test(piece) ? 'whole' : null),
  terms: ({ sentence }) => (TERMS.test(sentence) ? 'whole' : null),
}

const RHYTHM =
  /每(?:\d+|[一两三半几]?个?)(?:天|日|周|月|季|年)|\d+(?:天|周|个月|年)一次|[日周月季年]调度|每次|每期/
const VAGUE = /定期|适时|不定期|及时|常态化|滚动|随时/
const REASON = /(?:^|[，。；])(?:为了?(?![主重准止]))|因为|由于|鉴于|原因|针对|着眼/
/** What one must be or do to be taken: said by its own word. */
const TERMS = /(?:标准|条件|资格|流程|程序|步骤|办法)(?!体系|化|改革|创新)|符合|凭|须|应当具备/
const DAY = /\d{4}年|\d{1,2}月|季度|[年月]底/

/** As many names as the thing is said to be; fewer, or 等 behind them: some of them only. */
function namesIn({ piece, head, sought }: Reading): Extent | null {
  if (PERSONS.test(sought.noun ?? '')) return null
  const names = namesTold(piece, head, sought.topic ?? '').length
  if (names === 0) return null
  const count = countSaid(piece) ?? countSaid(sought.topic ?? '')
  return count === null ? (/等/.test(piece) ? 'part' : 'whole') : names >= count ? 'whole' : 'part'
}

/** 路长是哪些人: people by name stand in rosters, not in clauses. */
const PERSONS = /^(?:人|同志|领导|专家|干部|员工|负责人|联系人)$/

function countSaid(text: string): number | null {
  const said = /(?<n>\d+|[一二两三四五六七八九十]+)(?:大|个|家|条|所|道|类|项|座|处|种)/.exec(text)?.groups?.n
  return said === undefined ? null : parseNumber(said)
}

/** A place by name beside the thing; where a sort of place was asked for (街道, 区), one of that sort. Further on only some of it. */
function placeIn({ piece, behind, sought: { topic, noun, homes } }: Reading): Extent | null {
  const said = wordsOf(topic ?? '').filter((word) => word.length > 1)
  const rest = said.reduce((left, word) => left.replaceAll(word, ' '), piece)
  if (!namesPlace(rest, homes)) return namesPlace(behind, homes) ? 'part' : null
  const any = noun === undefined || /地方|区域|城市|位置|国家|省/.test(noun)
  return any || new RegExp(`\\p{Script=Han}{2}${noun}`, 'u').test(rest) ? 'whole' : 'part'
}

const namesPlace = (text: string, homes: readonly string[]): boolean =>
  NAMED_PLACE.test(text) || SUCH_PLACES.test(text) || placeWordsIn(text, homes).length > 0

/** 辛冲街道, 十里河湾大道, 黄陂区; 园区, 社区 and 城区 are sorts of place, no names. */
const NAMED_PLACE =
  /\p{Script=Han}{2}(?<!承载|先行|功能|核心|协同|聚集|实验|合作|示范|试验|先导|集聚|中心|开发|新城|远城|重点|乡村|农村|城市|公路|三环)(?:区(?![域划别块间级])(?<![园社城街片景各地校市]区)|县|街道(?!办|（)|镇|乡(?!村)|大道|路(?![段网径况面政域由标])(?<!公路|道路|线路|铁路|思路|航路)|岛|谷|大学|网谷)/u
/** 赴京津冀、长三角等地. */
const SUCH_PLACES = /\p{Script=Han}{2}、[^，。]{2,12}等(?:地|城市|区域|国家)/u
