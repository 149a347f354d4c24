import { parseNumber } from '../../text/numbers.ts'

export const CLOCK =
  /(?<part>早上|上午|清早|一早|早晨|中午|下午|傍晚|晚上|晚间|早|晚)?(?<hour>\d{1,2}|[零一二两三四五六七八九十]{1,3})(?:[:：](?<colon>\d{2})|[点时](?:(?<half>半)|(?<quarter>一刻)|(?<min>\d{1,2}|[零一二三四五六七八九十]{1,3})分?)?)(?!间|段|限|候|期|评)/
const LATE = /下午|傍晚|晚/

/** HH:MM of a sentence: 早上8点, 下午三点半, 17:30; null where none is said. 下班前 and 早上 alone name no hour. */
export function timeOf(text: string): string | null {
  const groups = CLOCK.exec(text)?.groups
  if (groups === undefined) return null
  const said = parseNumber(groups.hour ?? '')
  const minute = groups.half
    ? 30
    : groups.quarter
      ? 15
      : (parseNumber(groups.colon ?? groups.min ?? '0') ?? 0)
  if (said === null || said > 24 || minute > 59) return null
  const late = LATE.test(groups.part ?? '') && said < 12
  const noon = groups.part === '中午' && said < 3
  const hour = (late || noon ? said + 12 : said) % 24
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
