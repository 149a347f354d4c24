import type { ReadFile } from '../types.ts'
import { refuse } from './fail.ts'

/** Lines at the top of a file where a marking stands (份号、密级、紧急程度 come before the title). */
const HEAD_LINES = 12
const HEAD_CHARS = 600

const LEVEL = '(?:绝密|機密|机密|秘密|絕密)'
/** 机密★1年, 密级：秘密, 000123 机密 特急: the word alone on its line save copy number, term and urgency. */
const SECRET_LINE = new RegExp(
  `^(?:[0-9０-９]{1,8}|份号[:：]?[0-9]*)?(?:(?:密级|保密期限|密级和保密期限)[:：]?)*[【\\[（(]?${LEVEL}[】\\]）)]?(?:[★☆*＊·]?(?:长期|[0-9０-９一二三四五六七八九十]+[年月天]|启用前)?)?(?:特急|加急|特提|平急|急件)?(?:[0-9]{1,8})?$`,
)
/** A star after the word is a marking wherever it stands in the head, also in files without line breaks. */
const SECRET_STAR = new RegExp(`${LEVEL}[★☆]`)
const INTERNAL_LINE =
  /^[【[（(]?(?:[仅只]?供?内部(?:资料|文件|材料|使用|参考|传阅|掌握|发行)?|仅供内部(?:使用|参考|传阅)|工作秘密(?:[★☆*]?.{0,4})?|內部資料)(?:[,，.。·!！]?(?:注意保存|请勿外传|不得外传|严禁外传|妥善保管|注意保管|请勿公开|不予公开))*[】\]）)]?$/
const IN_NAME = /[（(【[](绝密|机密|秘密|内部)(?:资料|文件)?[)）】\]]/

export type Marking = 'secret' | 'internal'

/** The marking at the head of a text, or in the file's name; spaces inside words (机 密) do not hide it. */
export function findMarking(
  text: string,
  name = '',
): { readonly marking: Marking; readonly words: string } | null {
  const lines = headLines(text)
  const secret = lines.find((l) => SECRET_LINE.test(l) || SECRET_STAR.test(l))
  if (secret !== undefined) return { marking: 'secret', words: secret.slice(0, 20) }
  const internal = lines.find((l) => INTERNAL_LINE.test(l))
  if (internal !== undefined) return { marking: 'internal', words: internal.slice(0, 20) }
  const named = IN_NAME.exec(name)?.[1]
  return named ? { marking: named === '内部' ? 'internal' : 'secret', words: named } : null
}

function headLines(text: string): string[] {
  return text
    .slice(0, HEAD_CHARS)
    .split(/[\r\n]+|\t/)
    .map((l) => l.replace(/[\s\u3000\u00a0\ufeff]/g, ''))
    .filter((l) => l !== '')
    .slice(0, HEAD_LINES)
}

/** Stops a marked file before anything of it is kept. `header` is text a reader left out of the file (page heads). */
export function checkMarking(
  file: ReadFile,
  options: { readonly allowInternal: boolean; readonly header?: string },
): void {
  const found = findMarking(`${options.header ?? ''}\n`, file.name) ?? findMarking(file.text)
  if (found?.marking === 'secret') {
    throw refuse(
      'file-secret',
      file.name,
      `标有密级“${found.words}”，本系统不得存放涉密文件，已停止读取，内容未保存。请按保密规定处理。`,
    )
  }
  if (found?.marking === 'internal' && !options.allowInternal) {
    throw refuse(
      'file-internal',
      file.name,
      `标有“${found.words}”，须由督查人员确认可以入库后再导入，目前内容未保存。`,
    )
  }
}
