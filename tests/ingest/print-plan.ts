import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import type { RawFile } from '../../ingest/types.ts'
import { docx, item, line } from '../read/make-docx.ts'
import { pdf } from '../read/make-pdf.ts'
import { raw } from '../read/raw.ts'

/** A plan's paragraphs as each format holds them: typed, marked up, numbered by Word, set on pages. */
export const PRINTERS: Readonly<
  Record<string, (paragraphs: readonly string[]) => RawFile | Promise<RawFile>>
> = {
  'UTF-8 text': (ps) => raw(ps.join('\n'), '方案.txt'),
  'GB18030 text, CRLF': (ps) => raw(iconv.encode(ps.join('\r\n'), 'gb18030'), '方案.txt'),
  'text on one line': (ps) => raw(ps.join('　　'), '方案.txt'),
  'text wrapped at a width': (ps) => raw(ps.flatMap((p) => wrapped(p)).join('\n'), '方案.txt'),
  Markdown: (ps) => raw(ps.map((p, i) => (i === 0 ? `# ${p}` : p)).join('\n\n'), '方案.md'),
  HTML: (ps) => raw(page(ps.map((p) => `<p>${p}</p>`).join('\n')), '方案.html'),
  'HTML with breaks and spaces': (ps) =>
    raw(page(`<div>${ps.map((p) => `&nbsp;&nbsp;${p}`).join('<br>')}</div>`), '方案.html'),
  Word: (ps) => docx(ps.map(line), { head: '云川市人民政府公报', foot: '第1页' }),
  'Word numbering by itself': (ps) => docx(ps.map(numberedByWord)),
  PDF: (ps) =>
    pdf(pages(ps).map((rows) => rows.map(({ text, row }) => ({ x: 70, y: 780 - row * 24, text })))),
  OFD: (ps) => ofd(pages(ps)),
}

const LEVELS: readonly RegExp[] = [/^[一二三四五六七八九十]+、/, /^（[一二三四五六七八九十]+）/, /^\d+\./]

function numberedByWord(text: string) {
  const level = LEVELS.findIndex((mark) => mark.test(text))
  return level < 0 ? line(text) : item(level, text.replace(LEVELS[level]!, ''))
}

const page = (body: string): string =>
  `<!doctype html><html><head><title>网站</title></head><body><div>首页 | 政务公开</div>${body}</body></html>`

const WIDTH = 32
const ROWS = 28

const wrapped = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / WIDTH) }, (_, i) => text.slice(i * WIDTH, (i + 1) * WIDTH))

interface Row {
  readonly text: string
  readonly row: number
}

/** Lines of a fixed width on pages with their number at the foot; paragraphs open two characters in. */
function pages(paragraphs: readonly string[]): Row[][] {
  const lines = paragraphs.flatMap((p) => wrapped(p))
  return Array.from({ length: Math.ceil(lines.length / ROWS) }, (_, i) => [
    ...lines.slice(i * ROWS, (i + 1) * ROWS).map((text, row) => ({ text, row })),
    { text: `—${i + 1}—`, row: ROWS + 1 },
  ])
}

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const SIZE = 5

const object = ({ text, row }: Row): string =>
  `<ofd:TextObject ID="1" Boundary="20 ${20 + row * 9} ${text.length * SIZE} ${SIZE}" Font="1" Size="${SIZE}"><ofd:TextCode X="0" Y="${SIZE}" DeltaX="g ${Math.max(text.length - 1, 1)} ${SIZE}">${text}</ofd:TextCode></ofd:TextObject>`

function ofd(rows: readonly (readonly Row[])[]): RawFile {
  const list = rows.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')
  const parts: Record<string, string> = {
    'OFD.xml': `<ofd:OFD ${NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
  }
  rows.forEach((own, i) => {
    parts[`Doc_0/Pages/Page_${i}/Content.xml`] =
      `<ofd:Page ${NS}><ofd:Content><ofd:Layer ID="9">${own.map(object).join('')}</ofd:Layer></ofd:Content></ofd:Page>`
  })
  return raw(zipSync(Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, strToU8(v)]))), '方案.ofd')
}
