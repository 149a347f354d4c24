import type { Format, RawFile } from '../types.ts'
import { refuse } from './fail.ts'

/** What a file is by its first bytes; `zip` and `ole` are boxes whose content decides, `text` may still be a web page. */
type Box = 'pdf' | 'zip' | 'ole' | 'rtf' | 'text'

const PICTURES: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'PNG 图片'],
  ['\xff\xd8\xff', 'JPEG 图片'],
  ['GIF8', 'GIF 图片'],
  ['BM', 'BMP 图片'],
  ['II*\0', 'TIFF 图片'],
  ['MM\0*', 'TIFF 图片'],
]
const PACKED: readonly (readonly [string, string])[] = [
  ['Rar!', 'RAR 压缩包'],
  ['7z\xbc\xaf', '7z 压缩包'],
  ['\x1f\x8b', 'gzip 压缩包'],
]
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

/** Throws `file-empty`, `file-scanned` (a picture) or `file-unknown` (an archive); the name plays no part. */
export function boxOf(raw: RawFile): Box {
  if (raw.bytes.length === 0)
    throw refuse('file-empty', raw.name, '是空文件（0 字节）。请确认原文件能打开，再重新上传。')
  const head = latin(raw.bytes, 0, 1024)
  refusePictures(raw, head)
  refuseArchives(raw, head)
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip'
  if (head.startsWith(OLE)) return 'ole'
  if (head.startsWith('{\\rtf')) return 'rtf'
  return 'text'
}

function refusePictures(raw: RawFile, head: string): void {
  const picture = PICTURES.find(([magic]) => head.startsWith(magic) && (magic !== 'BM' || head[6] === '\0'))
  if (picture) {
    throw refuse(
      'file-scanned',
      raw.name,
      `是${picture[1]}，没有可读的文字。请改传文字版，或先做文字识别（OCR）再上传。`,
    )
  }
}

function refuseArchives(raw: RawFile, head: string): void {
  const packed = PACKED.find(([magic]) => head.startsWith(magic))
  if (packed) throw refuse('file-unknown', raw.name, `是${packed[1]}。请先解压，再逐个上传里面的文件。`)
}

/** Streams named in an OLE box tell Word from Excel, and an encrypted Office file from both. */
export function oleKind(bytes: Uint8Array): 'doc' | 'xls' | 'encrypted' | 'other' {
  const has = (name: string) => bytes.length > 0 && find(bytes, utf16(name))
  if (has('EncryptedPackage')) return 'encrypted'
  if (has('WordDocument')) return 'doc'
  if (has('Workbook') || has('Book\0')) return 'xls'
  return 'other'
}

/** docx, xlsx or ofd by the parts the zip holds; null when it is an ordinary archive or another office format. */
export function zipFormat(names: readonly string[]): Format | null {
  const has = (pattern: RegExp) => names.some((n) => pattern.test(n))
  if (has(/^word\/document\d*\.xml$/i)) return 'docx'
  if (has(/^xl\/workbook\.(xml|bin)$/i)) return 'xlsx'
  if (has(/^OFD\.xml$/i)) return 'ofd'
  return null
}

const HTML_HEAD = /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|^\s*<(?:div|table|p|meta|title)[\s>]/i
const MARKDOWN = /^ {0,3}#{1,6} \S|^\|?(?: *:?-{3,}:? *\|)+ *:?-{0,}:? *$/m

/** Text that is a web page or Markdown says so itself; a name ending .md only tips the balance for the latter. */
export function textFormat(text: string, name: string): 'txt' | 'md' | 'html' {
  if (HTML_HEAD.test(text.slice(0, 4096))) return 'html'
  return MARKDOWN.test(text) || /\.(md|markdown)$/i.test(name) ? 'md' : 'txt'
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}

const utf16 = (text: string) => [...text].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8])

function find(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(wanted))
}
