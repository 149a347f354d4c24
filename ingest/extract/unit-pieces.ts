import { type Mapped, slice } from '../../src/text/mapped.ts'

/** One item of a list of units, before elliptical items are spelled out. */
export interface Piece {
  readonly name: string
  /** Where it stands. */
  readonly at: Mapped
  readonly raw: string
  /** 〈汉南区人民政府〉: another name of the same body. */
  readonly other: string | null
  /** 〈含开发区管委会，下同〉: what the group is widened with. */
  readonly includes: readonly string[] | null
  /** （牵头） behind the name. */
  readonly lead: boolean
  /** Joined to the next item by 、 and not by ，: only such items share an ending. */
  readonly runsOn: boolean
}

/** Lists that are one body's name: 各市、县（市、区）人民政府. */
const ATOMIC =
  /(?:各|相关|有关)(?:设区)?(?:的)?市、县(?:（[^）]*）|〔[^〕]*〕|市区|、区)*(?:人民政府|政府)?|(?:各|相关|有关)(?:区|市|县|旗)、(?:区|市|县|旗)(?:（[^）]*）|〔[^〕]*〕)?(?:人民政府|政府)/g

const OPEN = /[（〔〈【[]/
const CLOSE = /[）〕〉】\]]/

export function piecesOf(m: Mapped): Piece[] {
  const atomic = [...m.text.matchAll(ATOMIC)].map((a) => [a.index, a.index + a[0].length] as const)
  const inside = (i: number) => atomic.some(([from, to]) => i > from && i < to)
  const pieces: Piece[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i <= m.text.length; i++) {
    const c = m.text[i] ?? '，'
    if (OPEN.test(c)) depth++
    else if (CLOSE.test(c)) depth = Math.max(0, depth - 1)
    const ends = i === m.text.length || (depth === 0 && !inside(i) && isSeparator(m.text, i))
    if (!ends) continue
    const piece = readPiece(slice(m, from, i), c === '、')
    if (piece) pieces.push(piece)
    from = i + 1
  }
  return pieces
}

const UNIT_END = /(?:局|委|办|厅|部|府|会|院|公司|集团|中心|署|行|社|校|队|处|室)$/

/** 、，；and spaces always part; 和 and 及 only where a whole unit stands before them (住房和城乡建设局 does not part). */
function isSeparator(text: string, i: number): boolean {
  const c = text[i] ?? ''
  if (/[、，,；;。\s]/.test(c)) return true
  if (!/[和及与会]/.test(c) || (c === '会' && text[i + 1] !== '同')) return false
  const before =
    text
      .slice(0, i)
      .split(/[、，；\s]/)
      .at(-1) ?? ''
  const after = text.slice(i + (c === '会' ? 2 : 1)).split(/[、，；。\s和及与]/)[0] ?? ''
  return (
    UNIT_END.test(before) && /^(?:[市省区县各]|[有相]关)|^[\u4e00-\u9fff]{1,4}(?:市|省|区|县)/.test(after)
  )
}

/** A time that stands among units: 2026年6月底前完成, 持续推进. */
export const TIME_ITEM =
  /(?<=^|[，；、。\s])(?:(?:力争|确保)?(?:20\d{2}年|\d{1,2}月|[今明]年|每年|年底|全年|第?[一二三四]季度)[^，；、。]{0,16}|持续推进|长期(?:坚持|推进|实施)?|常态化推进)(?=$|[，；、。\s])/g

const NOBODY =
  /^(?:无|暂无|[-—/*]+|等|[有相]关(?:部门|单位)(?:[和及、](?:部门|单位)?)?|下同|其他(?:有关|相关)?(?:部门|单位))$/
const LEADING =
  /^(?:[：:。\s]|同(?=[市省区县各有相])|由(?=[市省区县各\u4e00-\u9fff])|其中|以及|并|会同|具体由|[①-⑳]|\d+[.、])+/
const TRAILING =
  /(?:等(?:有关|相关|市直|省直|区直|\d+个|多个)?(?:部门|单位|各部门|各单位|企业|机构)?|[。：:；*★☆▲△]+|\s+)+$/

function readPiece(m: Mapped, runsOn: boolean): Piece | null {
  const from = LEADING.exec(m.text)?.[0].length ?? 0
  const to = m.text.length - (TRAILING.exec(m.text.slice(from))?.[0].length ?? 0)
  if (to <= from) return null
  const at = slice(m, from, to)
  const aside = /^(?<name>.+?)(?<open>[〈（〔])(?<inner>[^〉）〕]*(?:（[^）]*）)?[^〉）〕]*)[〉）〕]?$/.exec(
    at.text,
  )?.groups
  const bare = { name: at.text, at, raw: at.text, other: null, includes: null, lead: false, runsOn }
  if (NOBODY.test(at.text) || new RegExp(`^(?:${TIME_ITEM.source})$`).test(at.text)) return null
  if (!aside) return { ...bare, name: unbalanced(at.text) }
  return { ...bare, ...readAside(aside.name ?? '', aside.inner ?? '', aside.open ?? '') }
}

/** What the brackets behind a name say: what it takes in, that it leads, its other name; else they belong to it. */
function readAside(name: string, inner: string, open: string): Partial<Piece> {
  if (/^(?:均?含|包括|包含|不含)|下同$/.test(inner)) {
    const names = inner.replace(/，?下同$/, '').replace(/^均?(?:含|包括|包含)/, '')
    return { name, includes: names.startsWith('不含') ? [] : splitNames(names) }
  }
  if (/^(?:总?牵头(?:单位|部门)?|排名?第一)$/.test(inner)) return { name, lead: true }
  if (open === '〈') return { name, other: inner }
  return {}
}

/** 开发区、长江新区、风景区管委会 → three names. */
function splitNames(text: string): string[] {
  const pieces = text.split(/[、，]/).filter((p) => p !== '')
  return pieces.map((p, i) => p + sharedEnding(p, pieces.slice(i + 1)))
}

const SHARED =
  /(?<kind>自治县|[区县市旗])?(?<body>人民政府|政府|管委会|管理委员会|街道办事处|分公司|支公司|分局|分行)$/

/** The ending an item lacks and the next full one has: 江汉(区人民政府)、黄陂区人民政府. '' where it lacks none. */
export function sharedEnding(given: string, following: readonly string[]): string {
  const name = given.replace(/[（〔][^）〕]*[）〕]$/, '')
  if (SHARED.test(name) || UNIT_END.test(name) || /^(?:各|相关|有关|全市|市直)/.test(name)) return ''
  const full = following.find((f) => SHARED.test(f))
  const groups = full === undefined ? null : SHARED.exec(full)?.groups
  if (!groups || /^(?:各|相关|有关)/.test(full ?? '')) return ''
  return /(?:[区县市旗]|新港|新城|园区)$/.test(name)
    ? (groups.body ?? '')
    : `${groups.kind ?? ''}${groups.body ?? ''}`
}

function unbalanced(name: string): string {
  const open = (name.match(/[（〔]/g) ?? []).length
  const close = (name.match(/[）〕]/g) ?? []).length
  return open === close ? name : name.replace(open > close ? /[（〔][^（〔]*$/ : /[）〕]+$/, '')
}
