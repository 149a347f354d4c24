import type { Warning } from '../../src/domain/document.ts'
import type { RawFile, ReadFile } from '../types.ts'
import { type Decoded, decode } from './encoding.ts'
import { refuse } from './fail.ts'

/** Characters no text file holds: kept as spaces, one for one, so that places stay true (and Postgres takes them). */
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g

/** Above this share of undecodable or control characters a file is no text. */
const NOISE = 0.05

/** A .txt file: the text exactly as decoded, so that character ranges are those of the file itself. */
export function readText(raw: RawFile): ReadFile {
  const decoded = decodeText(raw)
  return {
    name: raw.name,
    format: 'txt',
    text: decoded.text,
    tables: [],
    drop: [],
    warnings: damageWarnings(decoded),
  }
}

/** Bytes → text of a text-like file. Throws `file-unknown` when what comes out is noise. */
export function decodeText(raw: RawFile, stated?: string): Decoded {
  const decoded = decode(raw.bytes, stated)
  const noise = decoded.damaged + (decoded.text.match(CONTROL)?.length ?? 0)
  if (noise > decoded.text.length * NOISE) {
    throw refuse(
      'file-unknown',
      raw.name,
      '不是文字文件，内容是程序用的二进制数据。请上传公文的 Word、PDF、OFD、Excel、网页或文本文件。',
    )
  }
  return { ...decoded, text: decoded.text.replace(CONTROL, ' ') }
}

export function damageWarnings(decoded: Decoded): Warning[] {
  if (decoded.damaged === 0) return []
  const at = decoded.text.indexOf('\uFFFD')
  return [{ at, message: `文件里有${decoded.damaged}处字节无法识别（首处见此），请核对原文` }]
}
