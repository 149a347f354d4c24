import type { RawFile, ReadFile } from '../types.ts'
import { refuse, sizeName } from './fail.ts'
import { boxOf } from './kind.ts'
import { limitsOf, type ReadLimits } from './limits.ts'
import { checkMarking } from './marking.ts'
import { readText } from './text.ts'

/**
 * A file of any kind we read → its text, with tables, furniture and warnings. Kind is told by content, never by
 * name. Throws AppError `file-*` with a Chinese message saying what is wrong and what to do. Runs the parser in
 * this thread: files people send go through `readFileSafely`.
 */
export async function readFile(raw: RawFile, some: Partial<ReadLimits> = {}): Promise<ReadFile> {
  const limits = limitsOf(some)
  if (raw.bytes.length > limits.maxBytes) {
    throw refuse(
      'file-too-large',
      raw.name,
      `有${sizeName(raw.bytes.length)}，超过上限${sizeName(limits.maxBytes)}。请拆分后上传。`,
    )
  }
  const box = boxOf(raw)
  if (box !== 'text') throw refuse('file-unknown', raw.name, '的格式暂不能读取。')
  return checked(readText(raw), limits)
}

function checked(file: ReadFile, limits: ReadLimits): ReadFile {
  if (!/\S/.test(file.text))
    throw refuse('file-empty', file.name, '里没有文字。请确认原文件内容完整，再重新上传。')
  if (file.text.length > limits.maxChars) {
    throw refuse(
      'file-too-large',
      file.name,
      `有${file.text.length}字，超过上限${limits.maxChars}字。请拆分后上传。`,
    )
  }
  checkMarking(file, { allowInternal: limits.allowInternal })
  return file
}
