import { comparable } from '../../text/comparable.ts'

/**
 * The names a piece of a sentence gives to a thing (head), as said: 汉正街、汉口北内外贸一体化基地, 北京、上海等城市, 基地（甲、乙）,
 * 重点包括甲、乙, “甲”“乙”等品牌; all that a piece lists where no head is given. Things set beside it (十大名菜、十大名点) and its own name in quotation marks are none.
 */
export function namesTold(piece: string, head: string, topic: string): readonly string[] {
  if (head === '') return first(quoted(piece, topic), apart(piece))
  const at = piece.indexOf(head)
  if (at < 0) return []
  const [before, behind] = [piece.slice(0, at), piece.slice(at + head.length)]
  return first(quoted(piece, topic), listedBehind(behind), listedBefore(before))
}

const first = (...lists: readonly (readonly string[])[]): readonly string[] =>
  lists.find((list) => list.length > 0) ?? []

/** “洪山菜薹”“武汉活鱼”等品牌, 实施“育苗计划”“跃升计划”. */
function quoted(piece: string, topic: string): readonly string[] {
  const said = comparable(topic)
  return [...piece.matchAll(/[“"](?<name>[^”"]{2,})[”"]/g)]
    .map((m) => m.groups?.name ?? '')
    .filter((name) => !said.includes(comparable(name)))
}

/** 基地（甲、乙）, 基地：甲、乙, 基地包括甲、乙. */
const BEHIND =
  /^[^、（(：:]{0,8}(?:[（(](?!含|下同|以下|征求)(?<bracket>[^）)]{2,})|[：:](?<colon>.{2,})|(?:包括|包含|涵盖|分别[是为在]|即|例如|比如|如)(?<list>.{2,}))/

function listedBehind(behind: string): readonly string[] {
  const { bracket, colon, list } = BEHIND.exec(behind)?.groups ?? {}
  const names = apart(bracket ?? colon ?? list ?? '')
  return bracket !== undefined && names.length < 2 ? [] : names
}

/** 北京、上海等, right before the thing; 等级 and 高等 are words. */
const SUCH_AS = /(?<list>.+?)(?<![高中初平均同])等(?![级于额候待])[^、等]{0,16}$/

function listedBefore(before: string): readonly string[] {
  const such = SUCH_AS.exec(before)?.groups?.list
  if (such !== undefined) return apart(such)
  const names = apart(before)
  const last = (names.at(-1) ?? '').replace(/^[\d一二三四五六七八九十百]+[大个家条类]?|^[^\p{L}]+/gu, '')
  return names.length > 1 && last.length > 1 && names.every((name) => !/\d/.test(name)) ? names : []
}

const apart = (list: string): readonly string[] =>
  list
    .split(/、|和(?=\p{Script=Han}{2})|与(?=\p{Script=Han}{2})|以及|及(?=\p{Script=Han}{2})/u)
    .map((name) => name.trim())
    .filter((name) => name.length > 1 && !/^\d+[家个条]/.test(name))
