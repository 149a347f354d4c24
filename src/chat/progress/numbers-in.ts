import { parseNumber } from '../../text/numbers.ts'

/** The task numbers a message names: 第52项, 五十二项, 52、53项. */
export function numbersIn(text: string): number[] {
  const found = text.matchAll(
    /(?<n>[\d一二三四五六七八九十百]+)(?=(?:[、和，,][\d一二三四五六七八九十百]+)*项)/g,
  )
  return [...found].flatMap((m) => parseNumber(m.groups?.n ?? '') ?? [])
}
