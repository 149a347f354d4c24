import type { RawFile } from '../../ingest/types.ts'

export interface PdfWord {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
  /** Text rendering mode; 3 leaves no ink. */
  readonly mode?: number
}

/** How words become codes: the fonts of old office PDFs are not in the file, only their character codes are. */
export type Encoding = 'UniGB-UCS2-H' | 'UniGB-UTF16-H' | 'GBK-EUC-H'
type Encode = (text: string) => string

const hex = (bytes: Uint8Array): string => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')
const utf16: Encode = (text) =>
  hex(new Uint8Array([...text].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255])))

/** A minimal PDF, A4, one content stream a page; `y` counts from the bottom of the page. */
export function pdf(
  pages: readonly (readonly PdfWord[])[],
  {
    encoding = 'UniGB-UCS2-H',
    encode = utf16,
  }: { readonly encoding?: Encoding; readonly encode?: Encode } = {},
): RawFile {
  const kids = pages.map((_, i) => `${6 + i * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [4 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ...pages.flatMap((words, i) => {
      const stream = words
        .map(
          (w) =>
            `BT /F1 ${w.size ?? 12} Tf ${w.mode ?? 0} Tr 1 0 0 1 ${w.x} ${w.y} Tm <${encode(w.text)}> Tj ET`,
        )
        .join('\n')
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + i * 2} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ]
    }),
  ]
  return { name: '方案.pdf', bytes: new TextEncoder().encode(printed(objects)) }
}

function printed(objects: readonly string[]): string {
  let out = '%PDF-1.4\n'
  const places = objects.map((body, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const table = places.map((p) => `${String(p).padStart(10, '0')} 00000 n \n`).join('')
  return `${out}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`
}
