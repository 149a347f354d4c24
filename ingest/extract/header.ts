import type { PlanDocument } from '../../src/domain/document.ts'
import type { Day } from '../../src/domain/span.ts'
import { NUMBER_LINE } from '../split.ts'
import { markOf } from '../structure/marks.ts'
import { DATE_LINE, isIssuer, type Parts, TITLE_END, tight } from '../structure/parts.ts'
import type { Line } from '../types.ts'
import { periodOf } from './plan-period.ts'
import { printedDay } from './printed-day.ts'

export type Header = Pick<
  PlanDocument,
  'number' | 'title' | 'noticeTitle' | 'issuer' | 'issuedOn' | 'addressees' | 'period'
>

/** How far down the head of a document is looked for. */
const HEAD_LINES = 25

const NUMBER = /[\u3400-\u9fff]{1,12}[〔[（【][12]\d{3}[〕\]）】]第?\d{1,5}号/
const RED_HEAD = /^[\u3400-\u9fff（）]{3,40}文件$/
const FURNITURE =
  /^(?:时间|发布(?:时间|日期)|来源|信息来源|索引号|索 ?引 ?号|文号|发文(?:机关|字号)|成文日期|主题(?:分类|词)|有效性|公开方式)[：]|^(?:网站)?首页(?:$|[^\u3400-\u9fff])|^◉.*◉$|^ZJSP|^[A-Z]{2,}\d/

/** Reads the head, the covering letter and the sign-off. Every field is as printed; what is not there is null. */
export function readHeader(parts: Parts): Header {
  const head = (parts.letter.length > 0 ? parts.letter : parts.body).slice(0, HEAD_LINES).map(tight)
  const printed = joinTitle(parts.title)
  const found = titleInHead(head)
  const named = parts.letter.length > 0 ? namedInLetter(parts.letter) : null
  const title = parts.letter.length > 0 ? printed || named || found || '' : found || firstLine(head)
  const noticeTitle = parts.letter.length > 0 && found !== title ? found : null
  const signed = signOff(parts)
  return {
    number: numberIn(head),
    title,
    noticeTitle,
    issuer: signed.issuer ?? issuerOfTitle(noticeTitle ?? title) ?? issuerOfRedHead(head),
    issuedOn: signed.day,
    addressees: addressees(head),
    period: periodOf(
      [title, noticeTitle ?? ''],
      [...parts.letter, ...parts.body].slice(0, 60).map(tight),
      signed.day,
    ),
  }
}

function numberIn(head: readonly string[]): string | null {
  const line = head.find((t) => NUMBER_LINE.test(t))
  const loose = line ?? head.slice(0, 4).find((t) => NUMBER.test(t) && !/根据|按照/.test(t))
  return (
    (loose &&
      NUMBER.exec(loose)?.[0]
        .replace(/[[（【]/, '〔')
        .replace(/[\]）】]/, '〕')) ??
    null
  )
}

const joinTitle = (lines: readonly Line[]): string =>
  lines
    .map(tight)
    .filter((t) => !/^（此件|^附件\d*$|^[\d ]+$/.test(t))
    .join('')

/** The last title above the addressees; where there are none, the first in the head. */
function titleInHead(head: readonly string[]): string | null {
  const address = head.findIndex((t) => /[\u3400-\u9fff）]：$/.test(t))
  const above = (address < 0 ? head : head.slice(0, addressStart(head, address))).filter(
    (t) => !RED_HEAD.test(t) && !FURNITURE.test(t) && !/^附件\d*$/.test(t),
  )
  const afterNumber = above.slice(above.findLastIndex((t) => NUMBER_LINE.test(t)) + 1)
  if (address >= 0 && afterNumber.length > 0) {
    const whole = stripMarks(afterNumber.join(''))
    if (whole.length <= 120 && TITLE_END.test(whole)) return whole
  }
  const titles = above.flatMap((_, i) => longestTitle(above, i))
  const last = titles.findLast((t) => t.includes('关于'))
  return (address < 0 || !last ? titles[0] : withIssuer(last, titles)) ?? null
}

/** 关于印发…的通知 under a line that names who issues it. */
const withIssuer = (title: string, titles: readonly string[]): string =>
  titles.find((t) => t.endsWith(title) && isIssuer(t.slice(0, -title.length))) ?? title

/** 《…的通知》 printed with its marks. */
const stripMarks = (t: string): string => (/^《[^》]*(?:《[^》]*》[^》]*)*》$/.test(t) ? t.slice(1, -1) : t)

function longestTitle(lines: readonly string[], from: number): string[] {
  let joined = ''
  let best: string | null = null
  for (let i = from; i < Math.min(lines.length, from + 5); i++) {
    const t = lines[i] ?? ''
    if (NUMBER_LINE.test(t) || /[。；：]|^序号/.test(t) || DATE_LINE.test(t) || markOf(t)) break
    joined += t
    if (joined.length > 120) break
    if (joined.length >= 6 && TITLE_END.test(joined)) best = joined
    if (best !== null && !/^[（(]/.test(lines[i + 1] ?? '') && /通知》?$|意见》?$/.test(best)) break
  }
  return best === null ? [] : [stripMarks(best)]
}

/** The first line of words; of one that runs on, what reads like a title. */
function firstLine(head: readonly string[]): string {
  const line = head.find(
    (t) => t.length >= 4 && !RED_HEAD.test(t) && !NUMBER_LINE.test(t) && !FURNITURE.test(t) && !markOf(t),
  )
  return (
    (line &&
      /^.{4,60}?(?:方案|计划|措施|意见|要点|办法|规划|通知|清单)(?=[为根按近一（\s])/.exec(line)?.[0]) ??
    line?.slice(0, 80) ??
    ''
  )
}

/** 《…工作方案》已经市人民政府同意, 现将《…》印发给你们 */
function namedInLetter(letter: readonly Line[]): string | null {
  const text = letter.map(tight).join('')
  return /《((?:[^《》]|《[^《》]*》|〈[^〈〉]*〉)+)》(?:已经|已|印发)/.exec(text)?.[1] ?? null
}

function addressStart(head: readonly string[], at: number): number {
  let from = at
  while (from > 0 && /[，、]$/.test(head[from - 1] ?? '')) from--
  return from
}

function addressees(head: readonly string[]): string[] {
  const at = head.findIndex((t) => /[\u3400-\u9fff）]：$/.test(t))
  if (at < 0) return []
  const text = head
    .slice(addressStart(head, at), at + 1)
    .join('')
    .slice(0, -1)
  if (text.length > 300 || /[。；]/.test(text)) return []
  return text
    .split('，')
    .flatMap(splitEqual)
    .filter((a) => a !== '')
}

/** 市政府各部门、各直属机构 → two; 各省、自治区、直辖市人民政府 → one. */
function splitEqual(part: string): string[] {
  const pieces = part.split('、')
  return pieces.length > 1 &&
    pieces.every((p) => /^各|各(?:有关|相关)?(?:部门|单位|机构|部委|直属)/.test(p) && p.length > 2)
    ? pieces
    : [part]
}

interface SignOff {
  readonly issuer: string | null
  readonly day: Day | null
}

/** The issuer above the last date of the letter, or of the end where there is no letter. */
function signOff(parts: Parts): SignOff {
  const texts = (parts.letter.length > 0 ? parts.letter : parts.tail).map(tight)
  const at = texts.findLastIndex((t) => DATE_LINE.test(t))
  if (at < 0) return { issuer: null, day: null }
  return { issuer: issuerAbove(texts, at), day: printedDay(texts[at] ?? '') }
}

function issuerAbove(texts: readonly string[], at: number): string | null {
  const line = texts[at - 1] ?? ''
  if (!isIssuer(line)) return null
  const before = texts[at - 2] ?? ''
  const split = /^领导小组|^办公室|^工作/.test(line) && /^[\u3400-\u9fff（）]{4,30}$/.test(before)
  return (split ? before + line : line).replace(/（代章）$/, '')
}

const issuerOfTitle = (title: string): string | null => {
  const name = /^(?<name>[\u3400-\u9fff（）]{2,30}?)关于/.exec(title)?.groups?.name ?? null
  return name !== null && isIssuer(name) ? name : null
}

const issuerOfRedHead = (head: readonly string[]): string | null =>
  head.find((t) => RED_HEAD.test(t))?.replace(/文件$/, '') ?? null
