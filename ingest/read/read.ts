import type { RawFile, ReadFile } from '../types.ts'
import { checkSize, checkText } from './check.ts'
import { refuse } from './fail.ts'
import { boxOf, oleKind, textFormat, zipFormat } from './kind.ts'
import { limitsOf, type ReadLimits } from './limits.ts'
import { decodeText, readText } from './text.ts'
import { locked, zipNames } from './zip.ts'

/** What a reader hands over: the file, and words it left out that may still carry a marking (page heads). */
export interface Reading {
  readonly file: ReadFile
  readonly header?: string
}

/**
 * A file of any kind we read → its text, with tables, furniture and warnings. Kind is told by content, never by
 * name. Throws AppError `file-*` with a Chinese message saying what is wrong and what to do. Runs the parser in
 * this thread: files people send go through `readFileSafely`.
 */
export async function readFile(raw: RawFile, some: Partial<ReadLimits> = {}): Promise<ReadFile> {
  const limits = limitsOf(some)
  checkSize(raw, limits)
  const { file, header } = await readByKind(raw, limits)
  return checkText(file, { limits, header })
}

/** Parsers are loaded when a file needs them: none costs the start of the program. */
async function readByKind(raw: RawFile, limits: ReadLimits): Promise<Reading> {
  const box = boxOf(raw)
  if (box === 'pdf') return { file: await (await import('./pdf.ts')).readPdf(raw, limits) }
  if (box === 'zip') return readZip(raw, limits)
  if (box === 'ole') return readOle(raw, limits)
  if (box === 'rtf') return (await import('./office.ts')).readOffice(raw, limits)
  return { file: await readPlain(raw, limits) }
}

async function readPlain(raw: RawFile, limits: ReadLimits): Promise<ReadFile> {
  const kind = textFormat(decodeText(raw).text, raw.name)
  if (kind === 'txt') return readText(raw)
  const { readHtml, readMarkdown } = await import('./html.ts')
  return kind === 'html' ? readHtml(raw, limits) : readMarkdown(raw, limits)
}

async function readZip(raw: RawFile, limits: ReadLimits): Promise<Reading> {
  const format = zipFormat(zipNames(raw))
  if (format === 'docx') return (await import('./docx.ts')).readDocx(raw, limits)
  if (format === 'xlsx') return { file: (await import('./xlsx.ts')).readXlsx(raw, limits) }
  if (format === 'ofd') return { file: (await import('./ofd.ts')).readOfd(raw, limits) }
  throw refuse(
    'file-unknown',
    raw.name,
    '是压缩包或不认识的办公文件。若是压缩包，请先解压再逐个上传；若是公文，请另存为 docx、pdf 或 ofd。',
  )
}

async function readOle(raw: RawFile, limits: ReadLimits): Promise<Reading> {
  const kind = oleKind(raw.bytes)
  if (kind === 'encrypted') throw locked(raw)
  if (kind === 'xls') return { file: (await import('./xlsx.ts')).readXlsx(raw, limits) }
  if (kind === 'doc') return (await import('./office.ts')).readOffice(raw, limits)
  throw refuse(
    'file-unknown',
    raw.name,
    '不是公文文件（可能是演示文稿或邮件）。请另存为 docx、pdf 或 ofd 后上传。',
  )
}
