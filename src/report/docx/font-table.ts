import { FALLBACKS } from './measures.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** word/fontTable.xml: each font with the names it may be replaced by, which the docx library cannot write. */
export function fontTable(): string {
  const fonts = Object.entries(FALLBACKS).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${W}">${fonts.join('')}</w:fonts>`
}
