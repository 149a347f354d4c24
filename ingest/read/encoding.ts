import iconv from 'iconv-lite'

/** Text of bytes whose encoding nobody states, and how sure we are: `damaged` counts characters that did not decode. */
export interface Decoded {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'
  readonly damaged: number
}

const LOST = /\uFFFD/g

/**
 * UTF-8 or UTF-16 by their mark, UTF-16 without one by its zero bytes, UTF-8 when every byte fits; else whichever
 * of UTF-8, GB18030 and Big5 loses least (offices save .txt from Windows as GB18030). `stated` is the charset a page
 * names, believed of Big5 alone, which GB18030 would swallow. Mojibake is left to cleaning.
 */
export function decode(bytes: Uint8Array, stated = ''): Decoded {
  const marked = byMark(bytes) ?? byZeros(bytes)
  if (marked) return marked
  const utf8 = attempt(bytes, 'utf-8')
  if (utf8.damaged === 0) return utf8
  if (/^big5/i.test(stated)) return attempt(bytes, 'big5')
  const others = [attempt(bytes, 'gb18030'), utf8, attempt(bytes, 'big5')]
  return others.reduce((best, next) => (next.damaged < best.damaged / 2 ? next : best))
}

function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return attempt(bytes.subarray(3), 'utf-8')
  if (a === 0xff && b === 0xfe) return attempt(bytes.subarray(2), 'utf-16le')
  if (a === 0xfe && b === 0xff) return attempt(bytes.subarray(2), 'utf-16be')
  return null
}

/** UTF-16 without a mark: spaces, digits and line ends hold zero bytes, and nearly all must come out readable. */
function byZeros(bytes: Uint8Array): Decoded | null {
  const head = bytes.subarray(0, 4096)
  if (bytes.length % 2 !== 0 || head.filter((byte) => byte === 0).length < 2) return null
  const order = (['utf-16le', 'utf-16be'] as const).find((name) => isReadable(attempt(head, name).text))
  return order ? attempt(bytes, order) : null
}

const READABLE = /[\u4e00-\u9fff\u2010-\u203f\u3000-\u303f\uff00-\uffef\x20-\x7e\s]/g
const isReadable = (text: string) => (text.match(READABLE)?.length ?? 0) > text.length * 0.9

function attempt(bytes: Uint8Array, encoding: Decoded['encoding']): Decoded {
  const text =
    encoding === 'utf-8'
      ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
      : legacy(bytes, encoding)
  return { text, encoding, damaged: text.match(LOST)?.length ?? 0 }
}

function legacy(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, {
    stripBOM: false,
  })
}
