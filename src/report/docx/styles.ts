import { em, FONT, type Layout, SIZE } from './measures.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A paragraph style. Attributes that are not given are those of body type: 仿宋 3号, 22 lines a page, on the grid. */
interface Style {
  readonly id: string
  readonly name: string
  readonly font?: (typeof FONT)[keyof typeof FONT]
  readonly size?: number
  /** Exact line height; off the page's grid, so that small type is not spread over whole lines of it. */
  readonly line?: number
  readonly align?: 'left' | 'center' | 'both'
  readonly isIndented?: boolean
  readonly keepNext?: boolean
  /** 1–4: shown in Word's navigation. */
  readonly outline?: number
  /** Set in lines of 28 letters. */
  readonly isTight?: boolean
}

const heading = (outline: number, font: Style['font']): Style => ({
  id: `Heading${outline}`,
  name: `heading ${outline}`,
  outline,
  ...(font ? { font } : {}),
  keepNext: true,
  isIndented: true,
  isTight: true,
})

const TABLE_LINE = 340
const DENSE_LINE = 300

/** By name, so that an office can change the look of one kind of paragraph at one place. */
const stylesOf = (layout: Layout): readonly Style[] => [
  {
    id: 'DocTitle',
    name: '公文标题',
    font: FONT.title,
    size: layout.title,
    line: Math.round(layout.title * 15.5),
    align: 'center',
    keepNext: true,
  },
  { id: 'DocSubtitle', name: '公文副题', font: FONT.kai, align: 'center', keepNext: true },
  { id: 'DocBody', name: '公文正文', align: 'both', isIndented: true, isTight: true },
  heading(1, FONT.black),
  heading(2, FONT.kai),
  heading(3, FONT.body),
  heading(4, FONT.body),
  {
    id: 'TableCaption',
    name: '表题',
    font: FONT.black,
    size: Math.min(SIZE.small, layout.body),
    line: layout.line - 99,
    align: 'center',
    keepNext: true,
  },
  {
    id: 'FigureCaption',
    name: '图题',
    font: FONT.black,
    size: Math.min(SIZE.small, layout.body),
    line: layout.line - 99,
    align: 'center',
  },
  { id: 'Note', name: '表注', size: SIZE.table, line: 400 },
  { id: 'TableHead', name: '表头', font: FONT.black, size: SIZE.table, line: TABLE_LINE, align: 'center' },
  { id: 'TableText', name: '表文', size: SIZE.table, line: TABLE_LINE },
  { id: 'DenseHead', name: '密表头', font: FONT.black, size: SIZE.dense, line: DENSE_LINE, align: 'center' },
  { id: 'DenseText', name: '密表文', size: SIZE.dense, line: DENSE_LINE },
  { id: 'Gap', name: '表前空', size: SIZE.dense, line: 160 },
]

/** word/styles.xml of a layout. Written out, for the docx library cannot say that a style leaves the grid. */
export function stylesXml(layout: Layout): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fontXml(FONT.body)}${sizeXml(layout.body)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${spacingXml(layout.line)}</w:pPr></w:pPrDefault></w:docDefaults>`
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${W}">${defaults}${normal}${stylesOf(
    layout,
  )
    .map((s) => styleXml(s, layout))
    .join('')}</w:styles>`
}

/** The schema wants the elements in this order. */
function styleXml(s: Style, layout: Layout): string {
  const paragraph = [
    s.keepNext ? '<w:keepNext/><w:keepLines/>' : '',
    s.line === undefined ? '' : `<w:snapToGrid w:val="0"/>${spacingXml(s.line)}`,
    s.isIndented ? `<w:ind w:firstLine="${2 * em(layout)}" w:firstLineChars="200"/>` : '',
    s.align === undefined ? '' : `<w:jc w:val="${s.align}"/>`,
    s.outline === undefined ? '' : `<w:outlineLvl w:val="${s.outline - 1}"/>`,
  ]
  const run = [
    s.font === undefined ? '' : fontXml(s.font),
    s.isTight && layout.letterSpace !== null ? `<w:spacing w:val="${layout.letterSpace.run}"/>` : '',
    s.size === undefined ? '' : sizeXml(s.size),
  ]
  return `<w:style w:type="paragraph" w:styleId="${s.id}"><w:name w:val="${s.name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph.join('')}</w:pPr><w:rPr>${run.join('')}</w:rPr></w:style>`
}

const spacingXml = (line: number) =>
  `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`
const sizeXml = (size: number) => `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
const fontXml = (font: (typeof FONT)[keyof typeof FONT]) =>
  `<w:rFonts w:ascii="${font.ascii}" w:hAnsi="${font.hAnsi}" w:eastAsia="${font.eastAsia}" w:cs="${font.cs}"/>`
