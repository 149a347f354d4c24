import { unzipSync } from 'fflate'
import type { RawFile } from '../types.ts'
import { refuse, sizeName } from './fail.ts'
import type { ReadLimits } from './limits.ts'

/** Small files may pack well beyond the ratio without harm. */
const RATIO_FROM = 5 * 1024 * 1024

export type Parts = ReadonlyMap<string, Uint8Array>

/** Names in a zip, with nothing unpacked. Throws `file-broken`. */
export function zipNames(raw: RawFile): string[] {
  const names: string[] = []
  unzip(raw, (file) => {
    names.push(file.name)
    return false
  })
  return names
}

/**
 * Unpacks the parts a reader wants, others stay packed. Throws `file-broken` for a damaged zip, `file-too-large`
 * when the parts would unpack beyond the limits (told by the directory before a byte is unpacked).
 */
export function unpack(raw: RawFile, wanted: RegExp, limits: ReadLimits): Parts {
  let total = 0
  const parts = unzip(raw, (file) => {
    if (!wanted.test(file.name)) return false
    total += file.originalSize
    refuseBomb(raw, total, limits)
    return true
  })
  return new Map(Object.entries(parts).map(([name, bytes]) => [name.replace(/\\/g, '/'), bytes]))
}

function refuseBomb(raw: RawFile, total: number, limits: ReadLimits): void {
  const ratio = total / Math.max(raw.bytes.length, 1)
  if (total <= limits.maxUnpacked && (total <= RATIO_FROM || ratio <= limits.maxRatio)) return
  throw refuse(
    'file-too-large',
    raw.name,
    `解开后有${sizeName(total)}，是原文件的${Math.round(ratio)}倍，超过上限，已停止读取。请确认文件来源，另存后再上传。`,
    { context: { total, ratio } },
  )
}

/** For libraries that unpack by themselves: refuses what `unpack` would, with nothing unpacked. */
export function guardZip(raw: RawFile, wanted: RegExp, limits: ReadLimits): void {
  let total = 0
  unzip(raw, (file) => {
    if (wanted.test(file.name)) total += file.originalSize
    refuseBomb(raw, total, limits)
    return false
  })
}

interface Entry {
  readonly name: string
  readonly originalSize: number
}

function unzip(raw: RawFile, filter: (file: Entry) => boolean): Record<string, Uint8Array> {
  let refused: unknown = null
  const guarded = (file: Entry) => {
    try {
      return filter(file)
    } catch (error) {
      refused = error
      throw error
    }
  }
  try {
    return unzipSync(raw.bytes, { filter: guarded })
  } catch (error) {
    if (refused) throw refused
    throw broken(raw, error)
  }
}

/** The parser gave up: damaged, cut off, or not what its head says. */
export function broken(raw: RawFile, cause?: unknown): Error {
  return refuse('file-broken', raw.name, '不完整或已损坏，无法读取。请用原来的软件打开，另存一份再上传。', {
    cause,
  })
}

export function locked(raw: RawFile): Error {
  return refuse('file-broken', raw.name, '设有打开密码，无法读取。请去掉密码后另存一份再上传。')
}

const UTF8 = new TextDecoder('utf-8')

/** Text of an XML part; UTF-16 by its mark, else UTF-8. */
export function partText(parts: Parts, name: string): string | null {
  const bytes = parts.get(name)
  if (!bytes) return null
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (wide) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  return UTF8.decode(bytes)
}
