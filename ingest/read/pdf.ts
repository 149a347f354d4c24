import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { RawFile, ReadFile } from '../types.ts'
import { refuse } from './fail.ts'
import type { Page, Piece } from './layout/page.ts'
import { printPages } from './layout/print.ts'
import type { ReadLimits } from './limits.ts'
import { CharacterTables, isGarbled } from './pdf-cmap.ts'
import { type Drawn, type OperatorCodes, type Operators, readDrawing, times } from './pdf-draw.ts'
import { broken, locked } from './zip.ts'

type Matrix = readonly [number, number, number, number, number, number]
type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>

/** Fewer characters a page than this, over the whole file, are stamps on pictures of pages. */
const SCANNED_BELOW = 8
/** A text layer that is invisible all over was made by OCR under pictures of pages: it is what there is to read. */
const OCR_SHARE = 0.8

/** A PDF with a text layer. Throws `file-scanned` without one, `file-broken`, `file-too-large` by pages. */
export async function readPdf(raw: RawFile, limits: ReadLimits): Promise<ReadFile> {
  const pdf = await open(raw)
  if (pdf.numPages > limits.maxPages) {
    throw refuse(
      'file-too-large',
      raw.name,
      `有${pdf.numPages}页，超过上限${limits.maxPages}页。请拆分后上传。`,
    )
  }
  const sheets = await readSheets(raw, pdf)
  const all = sheets.flatMap((s) => s.pieces)
  const count = all.reduce((sum, p) => sum + p.text.trim().length, 0)
  if (count < SCANNED_BELOW * sheets.length) {
    throw refuse(
      'file-scanned',
      raw.name,
      '是扫描件，没有文字层。请改传文字版（Word、OFD 或由 Word 另存的 PDF），或先做文字识别（OCR）。',
    )
  }
  if (isGarbled(all.map((p) => p.text).join(''))) {
    throw refuse(
      'file-broken',
      raw.name,
      '的字体编码无法识别，取不出文字。请用原来的软件另存为 Word 或 OFD 后上传。',
    )
  }
  return print(raw, sheets)
}

function print(raw: RawFile, sheets: readonly Sheet[]): ReadFile {
  const all = sheets.flatMap((s) => s.pieces)
  const lengthOf = (pieces: readonly Placed[]) => pieces.reduce((sum, p) => sum + p.text.trim().length, 0)
  const noInk = all.filter((p) => p.isInvisible)
  const isOcr = lengthOf(noInk) > lengthOf(all) * OCR_SHARE
  const isGone = (p: Placed) => p.isOffPage || (p.isInvisible && !isOcr)
  const out = printPages(sheets.map((s) => ({ ...s, pieces: s.pieces.filter((p) => !isGone(p)) })))
  const gone = [...all.filter(isGone).map((p) => p.text), ...sheets.flatMap((s) => s.left)]
  if (isOcr) out.warn('这份文件的文字是扫描件经识别得到的，数字和单位名称请核对原件')
  if (gone.length > 0)
    out.warn(`已去掉${gone.length}处不可见或页面之外的文字（首处：${gone[0]!.slice(0, 20)}），请核对原文`)
  return out.finish(raw.name, 'pdf')
}

async function open(raw: RawFile): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(new Uint8Array(raw.bytes), {
      verbosity: 0,
      useSystemFonts: false,
      cMapUrl: 'tables/',
      cMapPacked: false,
      BinaryDataFactory: CharacterTables,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw locked(raw)
    throw broken(raw, error)
  }
}

interface Placed extends Piece {
  readonly isInvisible: boolean
  readonly isOffPage: boolean
}

interface Sheet extends Page {
  readonly pieces: readonly Placed[]
  /** Words that are drawn off the page. */
  readonly left: readonly string[]
}

async function readSheets(raw: RawFile, pdf: PdfDocument): Promise<Sheet[]> {
  const { OPS } = await getResolvedPDFJS()
  const sheets: Sheet[] = []
  try {
    for (let n = 1; n <= pdf.numPages; n++) sheets.push(await readSheet(await pdf.getPage(n), OPS))
  } catch (error) {
    throw broken(raw, error)
  }
  return sheets
}

type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

async function readSheet(page: PdfPage, codes: OperatorCodes): Promise<Sheet> {
  const view = page.getViewport({ scale: 1 })
  const toPage = view.transform as unknown as Matrix
  const content = await page.getTextContent({ disableNormalization: true })
  const drawn = readDrawing((await page.getOperatorList()) as unknown as Operators, codes, toPage)
  const items = content.items.filter(
    (i): i is Extract<typeof i, { str: string }> => 'str' in i && i.str !== '',
  )
  const { isInvisible, left } = compare(
    items.map((i) => i.str),
    drawn,
  )
  const pieces = items.map((item, i): Placed => {
    const m = times(toPage, item.transform as unknown as Matrix)
    const piece = { text: item.str, x: m[4], y: m[5], width: item.width, size: Math.hypot(m[2], m[3]) }
    return { ...piece, isInvisible: isInvisible[i] ?? false, isOffPage: isOff(piece, view) }
  })
  page.cleanup()
  return { width: view.width, height: view.height, pieces, rulings: drawn.rulings, left }
}

function isOff(piece: Piece, page: { readonly width: number; readonly height: number }): boolean {
  if (piece.text.trim() === '') return false
  const isOutside =
    piece.x >= page.width || piece.x + piece.width <= 0 || piece.y <= 0 || piece.y - piece.size >= page.height
  return isOutside || piece.size < 1
}

/** How far ahead in the drawing an item's characters are looked for. */
const LOOK_AHEAD = 3000

interface Compared {
  readonly isInvisible: readonly boolean[]
  /** Words drawn that are no items: the library itself leaves out what lies off the page. */
  readonly left: readonly string[]
}

/** Text items follow the drawing's order; one that is not found there is not called invisible. */
function compare(items: readonly string[], drawn: Drawn): Compared {
  const left: string[] = []
  let at = 0
  const isInvisible = items.map((text) => {
    const plain = text.replace(/\s/g, '')
    const found =
      plain === '' ? -1 : drawn.characters.slice(at, at + LOOK_AHEAD + plain.length).indexOf(plain)
    if (found < 0) return false
    if (found > 0) left.push(drawn.characters.slice(at, at + found))
    const from = at + found
    at = from + plain.length
    return drawn.invisible.slice(from, at).every(Boolean)
  })
  return { isInvisible, left: [...left, drawn.characters.slice(at)].filter((words) => words.length > 1) }
}
