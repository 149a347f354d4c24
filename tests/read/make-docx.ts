import {
  AlignmentType,
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import type { RawFile } from '../../ingest/types.ts'

/** Automatic numbers as offices set them: 一、 （一） 1. */
const NUMBERING = {
  config: [
    {
      reference: 'outline',
      levels: [
        { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.LEFT },
        { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）', alignment: AlignmentType.LEFT },
        { level: 2, format: LevelFormat.DECIMAL, text: '%3.', alignment: AlignmentType.LEFT },
      ],
    },
  ],
}

export const item = (level: number, text: string): Paragraph =>
  new Paragraph({ text, numbering: { reference: 'outline', level } })
export const line = (text: string): Paragraph => new Paragraph(text)
export const hidden = (shown: string, secret: string): Paragraph =>
  new Paragraph({ children: [new TextRun(shown), new TextRun({ text: secret, vanish: true })] })
export const white = (shown: string, secret: string): Paragraph =>
  new Paragraph({ children: [new TextRun(shown), new TextRun({ text: secret, color: 'FFFFFF' })] })

const CHANGE = { id: 1, author: '审稿人', date: '2026-01-05T00:00:00Z' }
export const changed = (kept: string, added: string, removed: string): Paragraph =>
  new Paragraph({
    children: [
      new TextRun(kept),
      new DeletedTextRun({ ...CHANGE, text: removed }),
      new InsertedTextRun({ ...CHANGE, id: 2, text: added }),
    ],
  })
export const noted = (text: string, after: string): Paragraph =>
  new Paragraph({ children: [new TextRun(text), new FootnoteReferenceRun(1), new TextRun(after)] })

/** null continues the cell above. */
export function table(
  rows: readonly (readonly (string | null)[])[],
  across = new Map<string, number>(),
): Table {
  return new Table({
    rows: rows.map(
      (cells, r) =>
        new TableRow({
          children: cells.map((text, c) => {
            const isStart = text !== null && rows[r + 1]?.[c] === null
            const merge =
              text === null ? VerticalMergeType.CONTINUE : isStart ? VerticalMergeType.RESTART : undefined
            const columnSpan = across.get(text ?? '')
            return new TableCell({
              children: (text ?? '').split('\n').map((t) => new Paragraph(t)),
              ...(merge ? { verticalMerge: merge } : {}),
              ...(columnSpan ? { columnSpan } : {}),
            })
          }),
        }),
    ),
  })
}

export async function docx(
  children: readonly (Paragraph | Table)[],
  page: { readonly head?: string; readonly foot?: string; readonly note?: string } = {},
): Promise<RawFile> {
  const file = new Document({
    numbering: NUMBERING,
    footnotes: page.note ? { 1: { children: [new Paragraph(page.note)] } } : {},
    sections: [
      {
        headers: page.head ? { default: new Header({ children: [new Paragraph(page.head)] }) } : {},
        footers: page.foot ? { default: new Footer({ children: [new Paragraph(page.foot)] }) } : {},
        children: [...children],
      },
    ],
  })
  return { name: '方案.docx', bytes: new Uint8Array(await Packer.toBuffer(file)) }
}
