import { parseNumber } from '../numbers.ts'

/** A figure as said: 不少于10条 → {value: 10, measure: 条, bound: least}. */
export interface Figure {
  readonly text: string
  readonly value: number
  /** First sign of what is counted: 条, %, G, 元 (万 and 亿 are in the value); 第 for ordinals; '' where nothing follows. */
  readonly measure: string
  readonly bound: 'least' | 'most' | 'about' | null
  readonly trend: 'up' | 'down' | null
}

const SCALE = '[十百千万亿]{0,3}'
const ARABIC = new RegExp(`\\d+(?:,\\d{3})*(?:\\.\\d+)?${SCALE}`, 'g')
const SHARE = /百分之(?<n>[〇零一二两三四五六七八九十百点\d.]+)/g
const HAN = /(?<!进|统|万|唯|同|之)[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+)?/g

/** What may follow a numeral in characters; without one of these 三 and 十 are parts of words. */
const COUNTED =
  /^(?:个|项|家|条|件|份|座|处|名|人|户|次|场|所|亩|公里|米|元|年|天|倍|吨|台|套|辆|架|张|种|类|批|区|栋|期|亿|万|千|季|成|%)/

const BOUNDS: readonly (readonly [NonNullable<Figure['bound']>, RegExp, RegExp])[] = [
  ['most', /(?:不高于|不超过|不多于|至多|最多|控制在|低于|≤|<=)$/, /^\S{0,4}?(?:以内|以下)/],
  ['least', /(?:不少于|不低于|至少|超过|突破|超|≥|>=|>)$/, /^\S{0,4}?(?:以上)/],
  ['about', /(?:约|大约|近)$/, /^\S{0,4}?(?:左右|上下)/],
]

/** Figures of a flat text. Dates are to be cut out before. */
export function findFigures(text: string): Figure[] {
  const taken: (readonly [number, number])[] = []
  const found: Figure[] = []
  const take = (at: number, raw: string, value: number | null, measure?: string) => {
    if (value === null || taken.some(([from, to]) => at < to && from < at + raw.length)) return
    taken.push([at, at + raw.length])
    found.push(figureAt(text, { at, raw, value, measure }))
  }
  for (const m of text.matchAll(SHARE)) take(m.index, m[0], parseNumber(m.groups?.n ?? ''), '%')
  for (const m of text.matchAll(ARABIC)) take(m.index, m[0], parseNumber(m[0]))
  for (const m of text.matchAll(HAN)) if (isCounting(text, m)) take(m.index, m[0], parseNumber(m[0]))
  return found
}

/** 十二家 counts; 一个, 一是, 第三, 十四五 do not. */
function isCounting(text: string, match: RegExpMatchArray): boolean {
  const after = text.slice((match.index ?? 0) + match[0].length)
  return match[0] !== '一' && COUNTED.test(after)
}

interface Place {
  readonly at: number
  readonly raw: string
  readonly value: number
  readonly measure: string | undefined
}

function figureAt(text: string, { at, raw, value, measure }: Place): Figure {
  const before = text.slice(Math.max(0, at - 8), at)
  if (before.endsWith('第')) return { text: `第${raw}`, value, measure: '第', bound: null, trend: null }
  const after = text.slice(at + raw.length, at + raw.length + 8)
  const bound = BOUNDS.find(
    ([, ahead, behind]) => ahead.test(before) || behind.test(after.split(/[,，。;；、]/)[0] ?? ''),
  )
  return {
    text: raw + (measure === undefined ? measureOf(after) : ''),
    value,
    measure: measure ?? measureOf(after),
    bound: bound?.[0] ?? null,
    trend: trendOf(before),
  }
}

function measureOf(after: string): string {
  return /^个百分点/.test(after) ? '百分点' : (/^(?:[A-Za-z]+|[\p{Script=Han}%‰°])/u.exec(after)?.[0] ?? '')
}

function trendOf(before: string): Figure['trend'] {
  const words = [...before.matchAll(/增长|提高|上升|增加|新增|下降|降低|减少|压减|下跌/g)]
  const last = words.at(-1)?.[0]
  if (last === undefined) return null
  return /下|降|减/.test(last) ? 'down' : 'up'
}

/** True when the evidence has that figure: same value of the same thing, no bound it lacks, no opposite trend. */
export function isFigureSaid(figure: Figure, evidence: readonly Figure[]): boolean {
  return evidence.some(
    (e) =>
      e.value === figure.value &&
      (figure.measure === '' || e.measure === figure.measure) &&
      (figure.bound === null || figure.bound === e.bound) &&
      (figure.trend === null || e.trend === null || figure.trend === e.trend),
  )
}
