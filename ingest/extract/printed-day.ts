import type { Day } from '../../src/domain/span.ts'

const CN_DIGITS = '〇一二三四五六七八九'

/** 2026年1月5日, 二〇二六年一月五日 → the day; null where figures are missing. */
export function printedDay(text: string): Day | null {
  const arabic = text
    .replace(/[○零]/g, '〇')
    .replace(/(?<=[〇一二三四五六七八九])十(?=[一二三四五六七八九])/g, '')
    .replace(/(?<=[一二三])十/g, '0')
    .replace(/十(?=[一二三四五六七八九])/g, '1')
    .replace(/十/g, '10')
    .replace(/[〇一二三四五六七八九]/g, (c) => String(CN_DIGITS.indexOf(c)))
  const m = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(arabic)
  return m ? `${m[1]}-${m[2]?.padStart(2, '0')}-${m[3]?.padStart(2, '0')}` : null
}
