import type { Marked } from '../marks.ts'
import type { Lexicon } from '../prepare.ts'

/** 武汉市2025年, 武汉有几个: beside what is asked. 武汉市民, 武汉市级 and 武汉人才集团 are other names. */
const AFTER_FULL = /^(?![民场级区长属直辖])/
const AFTER_SHORT = /^(?:的|有|今年|去年|明年|20\d\d年?|全市|要|到底|哪|一共|总共|目前|现在)/
const BEFORE = /(?:^|[\s，,。？?！!、：:；;在问请看查]|我们|咱们)$/

/** The city the documents speak for, named beside what is asked of it. */
export const findHome = (text: string, { homes }: Lexicon): Marked[] =>
  homes
    .flatMap((name) => placesOf(text, name))
    .map((at): Marked => ({ ...at, value: { kind: 'home' }, rule: RULE }))

const RULE = 'home: 武汉市2025年…, 武汉有几个…'

function placesOf(text: string, name: string) {
  const after = /[省市区县州旗盟]$/.test(name) ? AFTER_FULL : AFTER_SHORT
  return [...text.matchAll(new RegExp(name, 'gu'))].flatMap(({ index: start }) => {
    const end = start + name.length
    const alone = after.test(text.slice(end)) && (after === AFTER_FULL || BEFORE.test(text.slice(0, start)))
    return alone ? [{ start, end, text: name }] : []
  })
}
