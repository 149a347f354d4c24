import iconv from 'iconv-lite'
import { pinyin } from 'pinyin-pro'
import { type Edit, edit, type Mapped } from '../../src/text/mapped.ts'
import { dropPinyin } from './pinyin.ts'

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

/**
 * Proof: the bytes decode, the file uses each character elsewhere too, and of several such readings one alone makes
 * the most pairs of neighbours that the file also writes elsewhere (專項 is there, 校項 is not).
 */
export function repairMojibake(m: Mapped): Repair {
  if (m.text.search(BROKEN) < 0) return { text: m, repaired: [], unproved: [] }
  const repaired: Edit[] = []
  const unproved: number[] = []
  const plain = dropPinyin(m).text
  const known = new Set(plain)
  const pairs = pairsOf(plain)
  let done = 0
  for (const match of m.text.matchAll(BROKEN)) {
    const from = match.index + 1
    if (from < done) continue
    const spot = { before: match[1] ?? '', syllable: match[2] ?? '', from, to: from + match[0].length - 1 }
    const found = putBack(m.text, spot).filter((e) =>
      [...e.text].every((c) => known.has(c) || /[，。、；：]/.test(c)),
    )
    const only = best(found, (e) => familiarPairs(spot.before + e.text + (m.text[e.to] ?? ''), pairs))
    if (only) repaired.push(only)
    else unproved.push(from)
    done = only?.to ?? from
  }
  return { text: edit(m, repaired), repaired, unproved }
}

/** The one with the highest score, none where two share it. */
function best(found: readonly Edit[], score: (e: Edit) => number): Edit | undefined {
  const ranked = found.map((e) => ({ e, n: score(e) })).sort((a, b) => b.n - a.n)
  return ranked.length > 1 && ranked[0]?.n === ranked[1]?.n ? undefined : ranked[0]?.e
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2))
  return pairs
}

function familiarPairs(text: string, known: ReadonlySet<string>): number {
  let n = 0
  for (let i = 0; i + 1 < text.length; i++) if (known.has(text.slice(i, i + 2))) n++
  return n
}

interface Broken {
  readonly before: string
  readonly syllable: string
  readonly from: number
  readonly to: number
}

/** Every way the characters from a '?' on may have read before the bytes fell out of step. */
function putBack(text: string, broken: Broken): Edit[] {
  const bytes: number[] = []
  let last = ''
  for (let i = broken.to; i < Math.min(text.length, broken.to + LONGEST); i++) {
    const c = text[i] ?? ''
    const again = c === '?' ? /^\?([^)）]{1,6})[)）]/.exec(text.slice(i, i + 9)) : null
    if (again)
      return decodings(broken, { bytes, to: i + again[0].length, ends: lostBytes(last, again[1] ?? '') })
    if (c.charCodeAt(0) < 0x80 && !/[a-z0-9]/i.test(c)) {
      return bytes.length > 0 ? [] : decodings(broken, { bytes: [], to: i + 1, ends: [c.charCodeAt(0)] })
    }
    bytes.push(...encoded(c))
    last = c
  }
  return []
}

interface Run {
  readonly bytes: readonly number[]
  readonly to: number
  /** Candidates for the byte that brings the run back in step. */
  readonly ends: readonly number[]
}

function decodings(broken: Broken, run: Run): Edit[] {
  const { from } = broken
  return lostBytes(broken.before, broken.syllable).flatMap((first) =>
    run.ends.flatMap((end) => {
      const text = decoded([first, ...run.bytes, end])
      return text === null ? [] : [{ from, to: run.to, text }]
    }),
  )
}

const lost = new Map<string, readonly number[]>()

/** The bytes b such that (second byte of `before`, b) is a character read `syllable`. */
function lostBytes(before: string, syllable: string): readonly number[] {
  const lead = encoded(before)[1]
  if (lead === undefined || lead < 0x81) return []
  const key = `${lead} ${syllable}`
  const known = lost.get(key) ?? bytesRead(lead, syllable)
  lost.set(key, known)
  return known
}

function bytesRead(lead: number, syllable: string): number[] {
  const fits: number[] = []
  for (let b = 0x40; b <= 0xfe; b++) {
    const c = decoded([lead, b])
    if (c?.length === 1 && readings(c).includes(syllable)) fits.push(b)
  }
  return fits
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
