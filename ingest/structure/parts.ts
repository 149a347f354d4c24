import { tighten } from '../../src/text/normalise.ts'
import type { Line } from '../types.ts'
import { type Mark, markOf } from './marks.ts'

/** Lines of a document cut at the sign-off of its letter, at its annexes and before its imprint. */
export interface Parts {
  readonly letter: readonly Line[]
  /** The printed title of the plan, between the letter's sign-off and its first words. */
  readonly title: readonly Line[]
  readonly body: readonly Line[]
  readonly annexes: readonly (readonly Line[])[]
  /** Sign-off at the end, copies (抄送), imprint. */
  readonly tail: readonly Line[]
}

const CN_DATE = '[二〇○零一三四五六七八九十]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日'
/** A date alone on its line; the figures may have been displaced. */
export const DATE_LINE = new RegExp(`^(?:\\d{0,4}年\\d{0,2}月\\d{0,2}日|${CN_DATE})$`)
const ADDRESSEES = /[\u3400-\u9fff）]：$/
export const TITLE_END =
  /(?:通知|意见|办法|方案|规划|计划|措施|要点|清单|分解|分工|任务书|细则|条例|规定|决定|报告|公告|批复|行动|纲要|政策|指引|举措|安排|任务|工作|项目|目标|事项|(?:任务|分解|分工|责任|清单)表)》?(?:[（(〔][^）)〕]{1,20}[）)〕])*$/
const IMPRINT = /^抄送[：]|年\d{0,2}月\d{0,2}日印发$|^主动公开$|^（此件(?:公开|主动公开|依申请)/

export const tight = (line: Line | undefined): string => (line ? tighten(line.text).text : '')

export function splitParts(lines: readonly Line[]): Parts {
  const texts = lines.map(tight)
  const signed = letterEnd(texts)
  const letter = lines.slice(0, signed)
  const rest = lines.slice(signed)
  const restTexts = texts.slice(signed)
  const titleEnd = signed === 0 ? 0 : titleLines(restTexts)
  const tailFrom = tailStart(restTexts)
  const cuts = annexStarts(restTexts.slice(0, tailFrom)).filter((i) => i >= titleEnd)
  const bodyEnd = cuts[0] ?? tailFrom
  return {
    letter,
    title: rest.slice(0, titleEnd),
    body: rest.slice(titleEnd, bodyEnd),
    annexes: cuts.map((from, i) => rest.slice(from, cuts[i + 1] ?? tailFrom)),
    tail: rest.slice(tailFrom),
  }
}

/** Index after the sign-off of a covering letter, 0 where there is none or nothing of weight follows it. */
function letterEnd(texts: readonly string[]): number {
  const address = texts.findIndex((t) => ADDRESSEES.test(t))
  for (let i = Math.max(1, address); i < texts.length; i++) {
    if (!DATE_LINE.test(texts[i] ?? '')) continue
    const after = texts.slice(i + 1)
    const weight = after.reduce((sum, t) => sum + t.length, 0)
    return weight > 60 && after.some((t) => markOf(t) !== null) && isIssuer(texts[i - 1] ?? '') ? i + 1 : 0
  }
  return 0
}

export function isIssuer(text: string): boolean {
  return (
    /^[\u3400-\u9fff（）、]{3,40}$/.test(text) &&
    /(?:府|厅|室|会|局|部|院|委|办|组|中心|司|国务院|（代章）)$/.test(text)
  )
}

/** Lines of the printed title: up to the line that ends as titles end, and a bracket behind it. */
function titleLines(texts: readonly string[]): number {
  let title = ''
  for (let i = 0; i < Math.min(8, texts.length); i++) {
    const t = texts[i] ?? ''
    if (title === '' && (IMPRINT.test(t) || /^附件\d*$/.test(t) || /^[\d ]+$/.test(t))) continue
    if (t.length > 60 || /[。；：]$/.test(t) || markOf(t)) return title === '' ? 0 : i
    title += t
    if (!TITLE_END.test(title) || opens(title) || endsTitle(texts[i + 1] ?? '')) continue
    return /^[（(][^）)]{1,20}[）)]$/.test(texts[i + 1] ?? '') ? i + 2 : i + 1
  }
  return 0
}

/** A line that can only be the rest of a title: short, no sentence, ending as titles end. */
const endsTitle = (t: string): boolean =>
  t.length <= 30 && /^[\u3400-\u9fff“”《》、\d+]+$/.test(t) && TITLE_END.test(t)

const opens = (t: string): boolean => t.lastIndexOf('（') > t.lastIndexOf('）')

/** Nothing numbered follows the imprint: （此件公开发布） may also stand between a letter and its short plan. */
function tailStart(texts: readonly string[]): number {
  let from = texts.length
  for (let i = texts.length - 1; i >= Math.max(0, texts.length - 12); i--) {
    const t = texts[i] ?? ''
    if (markOf(t) !== null) break
    if (IMPRINT.test(t)) from = i
    if (DATE_LINE.test(t) && isIssuer(texts[i - 1] ?? '')) from = i - 1
  }
  return from
}

const ANNEX = /^附(?:件|表|录)? ?\d{0,2}(?:-\d+)?[：]?$|^附件\d{0,2}[：].{4,60}$/
const LIST_TITLE = /(?:组成人员|成员单位|成员|人员|联系人)名单$|任务(?:清单|分工表|分解表)(?:（[^）]*）)?$/

/** Lines on which annexes open: 附件1, or the title of a list after the last sentence of the body. */
function annexStarts(texts: readonly string[]): number[] {
  const out: number[] = []
  const opening = texts.findIndex((t) => !ANNEX.test(t))
  let chapter: Mark | null = null
  texts.forEach((t, i) => {
    const mark = markOf(t)
    if (mark?.style === 'cn' && out.length === 0) chapter = mark
    if (t.length > 70 || i <= opening) return
    if (ANNEX.test(t)) out.push(i)
    else if (LIST_TITLE.test(t) && mark === null && !goesOn(texts, i, chapter))
      out.push(titleHead(texts, i, out.at(-1) ?? -1))
  })
  return [...new Set(out)].sort((a, b) => a - b)
}

/** The body goes on counting its chapters after the list: then the list is part of it. */
function goesOn(texts: readonly string[], from: number, chapter: Mark | null): boolean {
  if (chapter === null) return false
  const next = chapter.value + 1
  return texts.slice(from + 1).some((t) => {
    const mark = markOf(t)
    return mark?.style === 'cn' && mark.value === next
  })
}

function titleHead(texts: readonly string[], at: number, after: number): number {
  let from = at
  while (from - 1 > after && at - from < 2) {
    const t = texts[from - 1] ?? ''
    if (/[。；：）]$/.test(t) || t.length > 40 || markOf(t)) break
    from--
  }
  return from
}
