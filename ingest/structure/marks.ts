/** The numbering styles of official documents, from chapter to bullet. */

export type MarkStyle =
  | 'chapter'
  | 'part'
  | 'section'
  | 'article'
  | 'cn'
  | 'cnBracket'
  | 'decimal'
  | 'arabic'
  | 'arabicBracket'
  | 'circled'
  | 'dash'

export interface Mark {
  readonly style: MarkStyle
  /** As printed without its stop: 一, （一）, 1, （1）, 第三条; null for a dash. */
  readonly label: string | null
  readonly value: number
  /** Characters the mark takes up at the head of the line. */
  readonly length: number
}

const CN = '[一二三四五六七八九十百零〇]{1,5}'

interface Form {
  readonly style: MarkStyle
  readonly pattern: RegExp
}

/** First match wins. Each pattern's first group is the label, the second (or the first) its number. */
const FORMS: readonly Form[] = [
  { style: 'part', pattern: new RegExp(`^(第(${CN})(?:部分|编|篇))[、：. ]?`) },
  { style: 'chapter', pattern: new RegExp(`^(第(${CN}|\\d{1,2})章)[、：. ]?`) },
  { style: 'section', pattern: new RegExp(`^(第(${CN}|\\d{1,2})节)[、：. ]?`) },
  { style: 'article', pattern: new RegExp(`^(第(${CN}|\\d{1,3})条)[、：. ]?`) },
  { style: 'cn', pattern: new RegExp(`^((${CN}))[、.]`) },
  { style: 'cnBracket', pattern: new RegExp(`^(（(${CN})）)[、.]?`) },
  {
    style: 'decimal',
    pattern: /^((\d{1,2}(?:\.\d{1,2}){1,3}))[、. ]?(?=[\s\u3400-\u9fff“《])(?![个万亿倍%米元吨])/,
  },
  {
    style: 'arabic',
    pattern: /^((\d{1,3}))(?:[.、](?! ?\d+(?:\.\d+)? ?[%万亿个米元倍])|(?= ?[.、] ?\d+[个项家]))[、. ]?/,
  },
  { style: 'arabicBracket', pattern: /^([（(](\d{1,3})[）)])[、.]?/ },
  { style: 'arabicBracket', pattern: /^((\d{1,2})[）)])/ },
  { style: 'circled', pattern: /^(([①-⒛]))[、.]?/ },
  { style: 'dash', pattern: /^(?:—{2,}|[●◆■▪◇□]) ?/ },
]

/** The numeral a line opens with, if it opens with one. */
export function markOf(line: string): Mark | null {
  for (const { style, pattern } of FORMS) {
    const m = pattern.exec(line)
    if (m === null) continue
    const length = m[0].length + (/^ */.exec(line.slice(m[0].length))?.[0].length ?? 0)
    return {
      style,
      label: m[1]?.replaceAll('(', '（').replaceAll(')', '）') ?? null,
      value: numeralValue(m[2] ?? ''),
      length,
    }
  }
  return null
}

const DIGITS = '零一二三四五六七八九'

/** 十二 → 12, 二十一 → 21, 3.2 → 2 (the last figure counts), ③ → 3; 0 where it is no numeral. */
export function numeralValue(numeral: string): number {
  if (/^[\d.]+$/.test(numeral)) return Number(numeral.split('.').at(-1))
  if (/^[①-⒛]$/.test(numeral)) return ((numeral.charCodeAt(0) - 0x2460) % 20) + 1
  let total = 0
  let digit = 0
  for (const c of numeral.replaceAll('〇', '零')) {
    if (c === '百') total += (digit || 1) * 100
    else if (c === '十') total += (digit || 1) * 10
    if (c === '百' || c === '十') digit = 0
    else digit = Math.max(0, DIGITS.indexOf(c))
  }
  return total + digit
}
