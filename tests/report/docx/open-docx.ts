import { load } from 'cheerio'
import { strFromU8, unzipSync } from 'fflate'

export interface Opened {
  readonly names: readonly string[]
  part(name: string): string
  /** One line a paragraph: its style and words; table rows as | cells |, repeated heads marked #. */
  readonly outline: readonly string[]
}

export function openDocx(bytes: Uint8Array): Opened {
  const files = unzipSync(bytes)
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  return { names: Object.keys(files), part, outline: outlineOf(part('word/document.xml')) }
}

function outlineOf(xml: string): readonly string[] {
  const $ = load(xml, { xml: true })
  const words = (node: Parameters<typeof $>[0]) =>
    $(node)
      .find('w\\:t, w\\:br')
      .map((_, t) => (t.tagName === 'w:br' ? '⏎' : $(t).text()))
      .get()
      .join('')
  const lines: string[] = []
  $('w\\:body')
    .children()
    .each((_, block) => {
      if (block.tagName === 'w:p') {
        const style = $(block).find('w\\:pStyle').attr('w:val') ?? ''
        const picture = $(block).find('w\\:drawing').length > 0 ? '[picture]' : ''
        const turn = $(block).find('w\\:pgSz').attr('w:orient')
        lines.push(`${style}: ${picture}${words(block)}${turn ? ` [end of ${turn} pages]` : ''}`)
      }
      if (block.tagName !== 'w:tbl') return
      $(block)
        .find('w\\:tr')
        .each((_, row) => {
          const isHead = $(row).find('w\\:tblHeader').length > 0
          const cells = $(row)
            .find('w\\:tc')
            .map((_, cell) => words(cell))
            .get()
          lines.push(`${isHead ? '#' : ' '}| ${cells.join(' | ')} |`)
        })
    })
  return lines
}
