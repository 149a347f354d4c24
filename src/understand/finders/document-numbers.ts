import type { LexiconDocument } from '../lexicon.ts'

interface Found {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly values: readonly LexiconDocument[]
}

/** A number said of a document, or one that only reads like it: 7号文 is not in 77号文, nor 5号 in 8月5号, nor 2号 in 2号线. */
export const isDocumentsNumber = (found: Found, text: string): boolean =>
  !(/\d$/.test(text.slice(0, found.start)) && /^\d/.test(found.text)) &&
  !(
    /^\d+号$/.test(found.text) &&
    (text[found.start - 1] === '月' || /^(?:前|之前|以前|开始|线|楼|院)/.test(text.slice(found.end)))
  )

/** A number as it is printed, up to its 号: the letters of the issuer, the year in brackets, the number. */
const PRINTED = /(?<issuer>\p{Script=Han}*)[〔[(（【](?<year>20\d{2})年?[〕\])）】]第?(?<n>\d+)号(?:文件?)?$/u

/** 按照〔2025〕46号: words in front that are no letters of an issuer. */
const NO_ISSUER = /(?:^|[照据按见的是份和与及在对以由])$/

/** 武商规〔2025〕3号 is a paper of its own, not our 3号: a printed number names a document only as a whole. */
export function printedAs(found: Found, text: string): readonly LexiconDocument[] {
  const printed = PRINTED.exec(text.slice(0, found.end))?.groups
  if (printed === undefined) return found.values
  const { issuer = '', year, n } = printed
  return found.values.filter((d) => {
    const own = d.number?.endsWith(`〔${year}〕${n}号`) ? d.number.slice(0, d.number.indexOf('〔')) : null
    return own !== null && (issuer.endsWith(own) || NO_ISSUER.test(issuer))
  })
}
