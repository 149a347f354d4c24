/** Forms in which labels and readings are compared: width folded, and without what an office sets as it likes. */

/** Words and figures alone: no spaces, punctuation or signs. */
export const foldText = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '')

/** The same without figures and Latin letters, for files that lost them or moved them. */
export const foldWords = (text: string | null | undefined): string => foldText(text).replace(/[0-9a-z]/gi, '')

/** Width and spaces alone: 家（次） stays apart from 家次. */
export const foldUnit = (unit: string | null | undefined): string =>
  (unit ?? '').normalize('NFKC').replace(/\s/g, '')

/** Equal but for rounding. */
export const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))
