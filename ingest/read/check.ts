import type { RawFile, ReadFile } from '../types.ts'
import { refuse, sizeName } from './fail.ts'
import type { ReadLimits } from './limits.ts'
import { checkMarking } from './marking.ts'

/** Before a byte is read. Throws `file-too-large`. */
export function checkSize(raw: RawFile, limits: ReadLimits): void {
  if (raw.bytes.length <= limits.maxBytes) return
  const size = sizeName(raw.bytes.length)
  throw refuse('file-too-large', raw.name, `有${size}，超过上限${sizeName(limits.maxBytes)}。请拆分后上传。`)
}

/** Before anything of a file is kept: there are words, not too many, and no marking forbids it. */
export function checkText(
  file: ReadFile,
  how: { readonly limits: ReadLimits; readonly header?: string | undefined },
): ReadFile {
  const { limits, header = '' } = how
  if (!/\S/.test(file.text)) throw noText(file)
  if (file.text.length > limits.maxChars) {
    throw refuse(
      'file-too-large',
      file.name,
      `有${file.text.length}字，超过上限${limits.maxChars}字。请拆分后上传。`,
    )
  }
  checkMarking(file, { allowInternal: limits.allowInternal, header })
  return file
}

function noText(file: ReadFile): Error {
  if (file.format === 'txt' || file.format === 'md') {
    return refuse('file-empty', file.name, '里没有文字。请确认原文件内容完整，再重新上传。')
  }
  return refuse(
    'file-no-text',
    file.name,
    '里没有可读的文字（可能只有图片）。请改传文字版，或先做文字识别（OCR）再上传。',
  )
}
