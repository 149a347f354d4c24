import type { RawFile, ReadFile } from '../types.ts'
import { refuse } from './fail.ts'
import type { Page, Piece, Ruling } from './layout/page.ts'
import { printPages } from './layout/print.ts'
import type { ReadLimits } from './limits.ts'
import { child, childrenOf, descendants, type Markup, parseXml, words } from './markup.ts'
import { broken, type Parts, partText, unpack } from './zip.ts'

/** Millimetres to points: the page layout thinks in points. */
const POINTS = 72 / 25.4
const A4 = [0, 0, 210, 297]

interface Ofd {
  readonly raw: RawFile
  readonly parts: Parts
  readonly limits: ReadLimits
}

/** An OFD (GB/T 33190): text objects of each page by their place. Templates (page frames) are not the text. */
export function readOfd(raw: RawFile, limits: ReadLimits): ReadFile {
  const ofd: Ofd = { raw, limits, parts: unpack(raw, /\.xml$/i, limits) }
  const root = child(xmlPart(ofd, 'OFD.xml') ?? undefined, 'OFD')
  const bodies = childrenOf(root, 'DocBody').map((b) => words(child(b, 'DocRoot') ?? b).trim())
  const found = bodies.flatMap((path) => readDocument(ofd, cleanPath(path)))
  if (found.length === 0) throw broken(raw)
  const hidden = found.flatMap((p) => p.hidden)
  const out = printPages(found)
  if (hidden.length > 0)
    out.warn(`已去掉${hidden.length}处不可见或页面之外的文字（首处：${hidden[0]!.slice(0, 20)}），请核对原文`)
  return out.finish(raw.name, 'ofd')
}

interface Sheet extends Page {
  readonly hidden: readonly string[]
}

function readDocument(ofd: Ofd, path: string): Sheet[] {
  const document = child(xmlPart(ofd, path) ?? undefined, 'Document')
  const area = boxOf(
    words(descendants(child(document, 'CommonData') ?? EMPTY, 'PhysicalBox')[0] ?? EMPTY),
    A4,
  )
  const pages = childrenOf(child(document, 'Pages'), 'Page')
  if (pages.length > ofd.limits.maxPages) {
    throw refuse(
      'file-too-large',
      ofd.raw.name,
      `有${pages.length}页，超过上限${ofd.limits.maxPages}页。请拆分后上传。`,
    )
  }
  const base = path.slice(0, path.lastIndexOf('/') + 1)
  return pages.map((page) =>
    readPage(
      child(xmlPart(ofd, cleanPath(base + (page.attributes.BaseLoc ?? ''))) ?? undefined, 'Page'),
      area,
    ),
  )
}

const EMPTY: Markup = { tag: '', attributes: {}, children: [] }

/** Paths are relative to the part that names them, or absolute with a slash; ./ and // occur. */
function cleanPath(path: string): string {
  const at = path.lastIndexOf('//') >= 0 ? path.slice(path.lastIndexOf('//') + 1) : path
  return at.replace(/\/\.\//g, '/').replace(/^\.?\//, '')
}

function xmlPart(ofd: Ofd, path: string): Markup | null {
  const name = [...ofd.parts.keys()].find((n) => n.toLowerCase() === path.toLowerCase())
  const text = name ? partText(ofd.parts, name) : null
  return text === null ? null : parseXml(ofd.raw, text, ofd.limits)
}

function readPage(page: Markup | undefined, documentArea: readonly number[]): Sheet {
  const own = page ? descendants(child(page, 'Area') ?? EMPTY, 'PhysicalBox')[0] : undefined
  const [x = 0, y = 0, width = 210, height = 297] = own ? boxOf(words(own), documentArea) : documentArea
  const content = child(page, 'Content') ?? EMPTY
  const size = { width: width * POINTS, height: height * POINTS }
  const placed = descendants(content, 'TextObject').map((object) => readTextObject(object, [x, y]))
  const isOff = (p: Piece) =>
    p.x >= size.width || p.x + p.width <= 0 || p.y <= 0 || p.y - p.size >= size.height
  const gone = placed.filter((o) => o.isHidden || (o.pieces.length > 0 && o.pieces.every(isOff)))
  return {
    ...size,
    pieces: placed.filter((o) => !gone.includes(o)).flatMap((o) => o.pieces),
    rulings: descendants(content, 'PathObject').flatMap((object) => readRulings(object, [x, y])),
    hidden: gone.map((o) => o.pieces.map((p) => p.text).join('')).filter((t) => t.trim() !== ''),
  }
}

interface TextObject {
  readonly pieces: readonly Piece[]
  readonly isHidden: boolean
}

function readTextObject(object: Markup, corner: readonly number[]): TextObject {
  const [left = 0, top = 0] = boxOf(object.attributes.Boundary ?? '', [])
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = boxOf(object.attributes.CTM ?? '', [])
  const size = Number(object.attributes.Size ?? 0)
  const pieces = childrenOf(object, 'TextCode').map((code): Piece => {
    const [x, y] = [Number(code.attributes.X ?? 0), Number(code.attributes.Y ?? 0)]
    const text = words(code).replace(/[\r\n]/g, '')
    return {
      text,
      x: (left + a * x + c * y + e - (corner[0] ?? 0)) * POINTS,
      y: (top + b * x + d * y + f - (corner[1] ?? 0)) * POINTS,
      width: widthOf(text, code.attributes.DeltaX, size) * Math.hypot(a, b) * POINTS,
      size: size * Math.hypot(c, d) * POINTS,
    }
  })
  const isHidden =
    object.attributes.Visible === 'false' ||
    object.attributes.Alpha === '0' ||
    pieces.every((p) => p.size < 1)
  return { pieces, isHidden }
}

/** DeltaX is the way from each character to the next: `3 3 2`, or `g 5 3` for five times 3. */
function widthOf(text: string, delta: string | undefined, size: number): number {
  const parts = (delta ?? '').split(/\s+/).filter(Boolean)
  let sum = 0
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] === 'g') {
      sum += Number(parts[i + 1] ?? 0) * Number(parts[i + 2] ?? 0)
      i += 2
    } else sum += Number(parts[i]) || 0
  }
  const last = /[ -~]$/.test(text) ? size / 2 : size
  return delta === undefined
    ? [...text].reduce((w, ch) => w + (/[ -~]/.test(ch) ? size / 2 : size), 0)
    : sum + last
}

/** M x y L x y …: the straight, level strokes of a path. */
function readRulings(object: Markup, corner: readonly number[]): Ruling[] {
  const [left = 0, top = 0] = boxOf(object.attributes.Boundary ?? '', [])
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = boxOf(object.attributes.CTM ?? '', [])
  const data = words(child(object, 'AbbreviatedData') ?? EMPTY)
  const place = (x: number, y: number) => [
    (left + a * x + c * y + e - (corner[0] ?? 0)) * POINTS,
    (top + b * x + d * y + f - (corner[1] ?? 0)) * POINTS,
  ]
  const points = [...data.matchAll(/([SML])\s+(-?[\d.]+)\s+(-?[\d.]+)/g)].map((m) => ({
    code: m[1],
    at: place(Number(m[2]), Number(m[3])),
  }))
  return points.flatMap(({ code, at }, i): Ruling[] => {
    const from = points[i - 1]?.at
    if (code !== 'L' || !from) return []
    const [x0, x1] = [from[0]!, at[0]!].toSorted((p, q) => p - q)
    const [y0, y1] = [from[1]!, at[1]!].toSorted((p, q) => p - q)
    return Math.min(x1! - x0!, y1! - y0!) < 0.5 ? [{ x0: x0!, y0: y0!, x1: x1!, y1: y1! }] : []
  })
}

function boxOf(text: string, fallback: readonly number[]): readonly number[] {
  const numbers = text.trim().split(/\s+/).filter(Boolean).map(Number)
  return numbers.length > 0 && numbers.every(Number.isFinite) ? numbers : fallback
}
