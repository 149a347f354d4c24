import iconv from 'iconv-lite'
import { pinyin } from 'pinyin-pro'
import { type Edit, edit, type Mapped } from '../../src/text/mapped.ts'

/**
 * A pinyin printer that worked on GBK bytes out of step: it took the second byte of one character and the first of
 * the next for a character of its own and glued that one's pinyin there: 动东风 → 动?xùn)|风. The syllable names
 * the byte that became '?', so the characters can be put back; where it does not, nothing is touched.
 */
const BROKEN = /([\u3400-\u9fff])\?([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6})[)）]/g

/** How far the bytes may stay out of step. */
const LONGEST = 40

export interface Repair {
  readonly text: Mapped
  /** Characters [from, to) of the text given that could be put back, and what they say now. */
  readonly repaired: readonly Edit[]
  /** Places that look broken in the same way but could not be proved. */
  readonly unproved: readonly number[]
}

export function repairMojibake(m: Mapped): Repair {
  const repaired: Edit[] = []
  const unproved: number[] = []
  let done = 0
  for (const match of m.text.matchAll(BROKEN)) {
    const from = match.index + 1
    if (from < done) continue
    const found = putBack(m.text, {
      before: match[1] ?? '',
      syllable: match[2] ?? '',
      from,
      to: from + match[0].length - 1,
    })
    if (found === null) unproved.push(from)
    else repaired.push(found)
    done = found?.to ?? from
  }
  return { text: edit(m, repaired), repaired, unproved }
}

interface Broken {
  readonly before: string
  readonly syllable: string
  readonly from: number
  readonly to: number
}

function putBack(text: string, broken: Broken): Edit | null {
  const lost = lostByte(broken.before, broken.syllable)
  if (lost === null) return null
  const bytes = [lost]
  let last = ''
  for (let i = broken.to; i < Math.min(text.length, broken.to + LONGEST); i++) {
    const c = text[i] ?? ''
    const again = c === '?' ? /^\?([^)）]{1,6})[)）]/.exec(text.slice(i, i + 9)) : null
    if (again)
      return closing({ bytes, last, syllable: again[1] ?? '', from: broken.from, to: i + again[0].length })
    const whole = bytes.length === 1 ? decoded([lost, c.charCodeAt(0)]) : null
    if (c.charCodeAt(0) < 0x80 && !/[a-z0-9]/i.test(c)) {
      return whole === null ? null : { from: broken.from, to: i + 1, text: whole }
    }
    bytes.push(...encoded(c))
    last = c
  }
  return null
}

interface Closing {
  readonly bytes: readonly number[]
  readonly last: string
  readonly syllable: string
  readonly from: number
  readonly to: number
}

/** Back in step: the second '?' is found as the first was, and the whole run must decode. */
function closing(c: Closing): Edit | null {
  const lost = lostByte(c.last, c.syllable)
  const text = lost === null ? null : decoded([...c.bytes, lost])
  return text === null ? null : { from: c.from, to: c.to, text }
}

/** The byte b such that (second byte of `before`, b) is a character read `syllable`; null unless it is the only one. */
function lostByte(before: string, syllable: string): number | null {
  const lead = encoded(before)[1]
  if (lead === undefined || lead < 0x81) return null
  const fits: number[] = []
  for (let b = 0x40; b <= 0xfe; b++) {
    const c = decoded([lead, b])
    if (c !== null && c.length === 1 && readings(c).includes(syllable)) fits.push(b)
  }
  return fits.length === 1 ? (fits[0] ?? null) : null
}

const readings = (c: string): readonly string[] => pinyin(c, { multiple: true, type: 'array' })

/** Full-width Latin was made half-width on the way; in bytes it was two of them again. */
function encoded(c: string): number[] {
  const code = c.charCodeAt(0)
  return [...iconv.encode(code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : c, 'gbk')]
}

function decoded(bytes: readonly number[]): string | null {
  const text = iconv.decode(Buffer.from(bytes), 'gbk')
  return /[\ufffd?\ue000-\uf8ff]/.test(text) ? null : text
}
