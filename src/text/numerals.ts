const DIGITS = '零一二三四五六七八九'

/** 1–99 as headings count: 一, 十, 十二, 三十. Throws RangeError for other numbers. */
export function numeralOf(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`no heading numeral for ${n}`)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`
}
