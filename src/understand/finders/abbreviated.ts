import type { LexiconUnit } from '../lexicon.ts'
import type { Lexicon } from '../prepare.ts'

/** 投促局, 长江日报集团: what stands before the kind of body, at most. */
const BODY = /(?:局|委|集团|公司|管委会|分行|营管部|支队)(?![员公法理])/g
const LONGEST = 8
/** 大数据管理局 for 市政务服务和大数据管理局: so long an end of a name tells the unit as well. */
const TAIL = 5
/** 市…, 云川市…, 云川…集团: the city's name is left out before anything else. */
const CITY =
  /^(?:\p{Script=Han}{2}市|市(?=\p{Script=Han}{3})|\p{Script=Han}{2}(?=\p{Script=Han}{2,}(?:集团|公司)$))/u

interface Place {
  readonly start: number
  readonly end: number
  readonly text: string
}

type Found = Place & { readonly unit: LexiconUnit }

/**
 * A unit's name with characters left out (投促局 for 市投资促进局): its first character, the rest in their order, and
 * the same kind of body behind; the longest such words that can mean one unit only.
 */
export function findAbbreviated(text: string, lexicon: Lexicon): readonly Found[] {
  return [...findBare(text, lexicon), ...findWithBody(text, lexicon)]
}

/** 投促25年牵头几项, 城管今年有几项: two characters at the head of a question, without the kind of body. */
const BARE =
  /^(?<said>\p{Script=Han}{2})(?=(?:20)?\d{2}年|[今去]年|牵头(?:几|多少|哪|什么|的)|有(?:几|多少)[项条])/u

function findBare(text: string, lexicon: Lexicon): readonly Found[] {
  const said = BARE.exec(text)?.groups?.said
  if (said === undefined) return []
  const like = ['局', '委'].flatMap((body) => unitsLike(`${said}${body}`, body, lexicon))
  // 经济 is a word of a name, no short form of it.
  const units = like.filter(({ name }) => !name.includes(said))
  const [unit] = units
  return unit === undefined || units.length > 1 ? [] : [{ start: 0, end: 2, text: said, unit }]
}

function findWithBody(text: string, lexicon: Lexicon): readonly Found[] {
  return [...text.matchAll(BODY)].flatMap((m) => {
    const end = m.index + m[0].length
    const before = /\p{Script=Han}*$/u.exec(text.slice(0, m.index))?.[0].length ?? 0
    for (let length = Math.min(before, LONGEST); length >= 2; length--) {
      const start = m.index - length
      const said = text.slice(start, end)
      const units = unitsLike(said, m[0], lexicon)
      const [unit] = units
      if (unit !== undefined && units.length === 1) return [{ start, end, text: said, unit }]
    }
    return []
  })
}

function unitsLike(said: string, body: string, { rows }: Lexicon): LexiconUnit[] {
  const plain = said.replace(CITY, '')
  const like = rows.units.filter((unit) =>
    [unit.name, unit.short].some((name) => {
      const own = name.replace(CITY, '')
      if (own.length <= plain.length || !own.endsWith(body)) return false
      return (own[0] === plain[0] && inOrder(plain, own)) || (plain.length >= TAIL && own.endsWith(plain))
    }),
  )
  // A body under its old and its new name is one: the new one is meant.
  return like.filter((unit) => !like.some((other) => other.id === unit.succeededBy))
}

function inOrder(said: string, name: string): boolean {
  let at = -1
  for (const char of said) {
    at = name.indexOf(char, at + 1)
    if (at < 0) return false
  }
  return true
}
