import iconv from 'iconv-lite'

/** Text of bytes whose encoding nobody states, and how sure we are: `damaged` counts characters that did not decode. */
export interface Decoded {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'
  readonly damaged: number
}

const LOST = /\uFFFD/g
const HAN = /[\u4e00-\u9fff]/g

/**
 * UTF-8 or UTF-16 by their mark, UTF-16 without one by its zero bytes, UTF-8 when every byte fits; else whichever
 * of UTF-8, GB18030 and Big5 loses least (offices save .txt from Windows as GB18030). Mojibake is left to cleaning.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes) ?? byZeros(bytes)
  if (marked) return marked
  const utf8 = attempt(bytes, 'utf-8')
  if (utf8.damaged === 0) return utf8
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

/** Line ends and digits of UTF-16 leave zeros on one side (save 一, U+4E00); a binary file leaves them on both. */
function byZeros(bytes: Uint8Array): Decoded | null {
  const head = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]! += 1
  })
  const [even, odd] = [zeros[0]!, zeros[1]!]
  if (bytes.length % 2 !== 0 || Math.max(even, odd) < 2 || Math.min(even, odd) * 4 > Math.max(even, odd))
    return null
  const text = attempt(bytes, even > odd ? 'utf-16be' : 'utf-16le')
  const readable =
    text.text.slice(0, 2000).match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\x20-\x7e\s]/g)?.length ?? 0
  return readable > Math.min(2000, text.text.length) * 0.9 ? text : null
}

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

/** Share of Chinese characters, to tell a document from noise that happens to decode. */
export function hanShare(text: string): number {
  const solid = text.replace(/\s/g, '').length
  return solid === 0 ? 0 : (text.match(HAN)?.length ?? 0) / solid
}
