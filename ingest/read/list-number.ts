const DIGITS = '〇一二三四五六七八九'
const FORMAL = '零壹贰叁肆伍陆柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** A list number as a page prints it; formats are named as in WordprocessingML (chineseCounting 一, 十二). */
const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) => String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (n) => `${n}.`,
  decimalEnclosedParen: (n) => `(${n})`,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: (n) =>
    chinese(n)
      .replace(/[一二三四五六七八九]/g, formal)
      .replace(/十/g, '拾'),
  ideographTraditional: (n) => STEMS[(n - 1) % 10] ?? String(n),
  ideographZodiac: (n) => BRANCHES[(n - 1) % 12] ?? String(n),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (n) => letters(n).toLowerCase(),
}

export function printNumber(n: number, format: string): string {
  return (FORMATS[format] ?? String)(n)
}

/** 1–9999 in Chinese: 十二, 一百零三. */
function chinese(n: number): string {
  if (n <= 0 || n > 9999) return String(n)
  const units = ['', '十', '百', '千']
  const digits = [...String(n)].map(Number)
  const spelled = digits
    .map((d, i) => (d === 0 ? '零' : `${DIGITS[d]}${units[digits.length - 1 - i]}`))
    .join('')
  return spelled.replace(/零+$/, '').replace(/零+/g, '零').replace(/^一十/, '十')
}

const formal = (digit: string) => FORMAL[DIGITS.indexOf(digit)] ?? digit

function digitByDigit(n: number): string {
  return [...String(n)].map((d) => DIGITS[Number(d)]).join('')
}

function circled(n: number): string {
  if (n >= 1 && n <= 20) return String.fromCharCode(0x2460 + n - 1)
  return n >= 21 && n <= 35 ? String.fromCharCode(0x3251 + n - 21) : `(${n})`
}

function letters(n: number): string {
  return n < 1 ? String(n) : String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
}

function roman(n: number): string {
  let [left, printed] = [Math.min(n, 3999), '']
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      printed += sign
      left -= value
    }
  }
  return printed
}
