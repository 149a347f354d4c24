/** Numerals as Chinese offices write and say them: 120, 1,200, 3.5亿, 一百二十万, 二〇二五, 两千, 十二亿三, 百分之三十, 八成六. */

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  俩: 2,
  贰: 2,
  三: 3,
  仨: 3,
  叁: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
/** Largest first: the order in which a numeral is taken apart. */
const SCALES: readonly (readonly [string, number])[] = [
  ['亿', 100_000_000],
  ['万', 10_000],
  ['千', 1000],
  ['百', 100],
  ['十', 10],
]

/** One numeral anywhere in a text: Arabic with an optional scale (3.5亿), or Chinese (一百二十万, 三点五). */
export const NUMERAL =
  /\d+(?:,\d{3})*(?:\.\d+)?[十百千]?[万亿]{0,2}|[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+)?[万亿]{0,2}/g

const ARABIC = /^(?<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?<scale>[十百千万亿]*)$/
const CHINESE = /^[〇零一壹二两俩贰三仨叁四五六七八九十百千万亿]+$/
const DECIMAL = /^(?<whole>[^点]+)点(?<fraction>[〇零一二三四五六七八九]+)(?<scale>[万亿]*)$/

/** Characters of the longest numeral anybody writes out; more is noise. */
const LONGEST = 24

/** The value of a numeral, or null when the text is not one as a whole. */
export function parseNumber(text: string): number | null {
  const arabic = ARABIC.exec(text)?.groups
  if (arabic) return scaled(Number((arabic.digits ?? '').replaceAll(',', '')), arabic.scale ?? '')
  const decimal = DECIMAL.exec(text)?.groups
  if (decimal) return decimalValue(decimal)
  return text.length <= LONGEST && CHINESE.test(text) ? chineseValue(text) : null
}

/** 百分之三十 → 30, 八成 → 80, 八成六 → 86, 八成八六 → 88.6, 30% → 30; null when the text is no share. */
export function parseShare(text: string): number | null {
  const percent = /^百分之(?<n>.+)$|^(?<m>.+)%$/.exec(text)?.groups
  if (percent) return parseNumber(percent.n ?? percent.m ?? '')
  const tenths =
    /^(?<n>[一二两三四五六七八九十\d])成(?<m>[零一二三四五六七八九\d])?(?<d>[一二三四五六七八九])?半?$/.exec(
      text,
    )?.groups
  if (!tenths) return null
  const half = text.endsWith('半') ? 5 : 0
  return digit(tenths.n) * 10 + digit(tenths.m) + digit(tenths.d) / 10 + half
}

const digit = (text: string | undefined): number => parseNumber(text ?? '〇') ?? 0

function scaled(value: number, scale: string): number {
  const times = SCALES.map(([c, n]) => n ** (scale.split(c).length - 1))
  return exact(times.reduce((product, n) => product * n, value))
}

function decimalValue(parts: Readonly<Record<string, string | undefined>>): number | null {
  const whole = parseNumber(parts.whole ?? '')
  if (whole === null) return null
  const fraction = [...(parts.fraction ?? '')].map((c) => DIGITS[c]).join('')
  return scaled(Number(`${whole}.${fraction}`), parts.scale ?? '')
}

/** Without a scale word digits are read one by one (二〇二五); a lone digit after one is its tenth (十二亿三). */
function chineseValue(text: string): number | null {
  if (!/[十百千万亿]/.test(text)) return Number([...text].map((c) => DIGITS[c]).join(''))
  const tail = /(?<scale>[百千万亿])(?<digit>[一二两三四五六七八九])$/.exec(text)?.groups
  const short = tail === undefined ? 0 : ((DIGITS[tail.digit ?? ''] ?? 0) * scaled(1, tail.scale ?? '')) / 10
  return sumOf(tail ? text.slice(0, -1) : text) + short
}

/** Splits at the largest scale word: what stands before it is multiplied, what follows is added. */
function sumOf(text: string): number {
  for (const [scale, times] of SCALES) {
    const at = text.lastIndexOf(scale)
    if (at >= 0) return (at === 0 ? 1 : sumOf(text.slice(0, at))) * times + sumOf(text.slice(at + 1))
  }
  return DIGITS[text.at(-1) ?? ''] ?? 0
}

/** Keeps 1.15 × 100 from becoming 114.99999999999999. */
const exact = (value: number): number => Number(value.toPrecision(12))
