import { strToU8, zipSync } from 'fflate'
import type { RawFile, ReadFile } from '../../ingest/types.ts'

export const raw = (bytes: Uint8Array | string, name = '文件'): RawFile => ({
  name,
  bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes),
})

export const zipped = (parts: Readonly<Record<string, string>>, name = '文件'): RawFile =>
  raw(zipSync(Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, strToU8(v)]))), name)

/** The file as cleaning sees it: dropped ranges cut out. */
export function kept(file: ReadFile): string[] {
  const isDropped = (at: number) => file.drop.some((d) => at >= d.start && at < d.end)
  const text = [...file.text].filter((_, i) => !isDropped(i)).join('')
  return text
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '')
}

export const cells = (file: ReadFile, table = 0): string[][] =>
  (file.tables[table]?.rows ?? []).map((row) => row.map((c) => file.text.slice(c.start, c.end)))
