import type { DocxStyle } from './docx-style.ts'
import { isOn } from './docx-style.ts'
import { child, type Markup } from './markup.ts'

/** Words of a paragraph: those shown, those hidden, and text boxes anchored in it. */
export interface RunWords {
  readonly shown: string
  readonly hidden: string
  readonly boxes: readonly Markup[]
  readonly notes: readonly string[]
}

/** Tracked changes are read as accepted: what was deleted or moved away is not there. */
const GONE = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'delInstrText',
  'rPr',
  'pPr',
  'Fallback',
  'sdtPr',
  'rt',
])
const MARKS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
}
/** Half-points; words of one point are there for machines, not for readers. */
const TINY = 2

export interface RunContext {
  readonly styles: ReadonlyMap<string, DocxStyle>
  /** True in cells and boxes, whose dark ground makes white words readable. */
  readonly mayBeShaded: boolean
}

/** Reads the runs of a paragraph in order. */
export function readRuns(paragraph: Markup, context: RunContext): RunWords {
  const found = { shown: '', hidden: '', boxes: [] as Markup[], notes: [] as string[] }
  const take = (text: string, isHidden: boolean) => {
    if (isHidden) found.hidden += text
    else found.shown += text
  }
  const walk = (node: Markup, isHidden: boolean): void => {
    for (const part of node.children) {
      if (typeof part === 'string') {
        if (node.tag === 't') take(part, isHidden)
      } else if (part.tag === 'txbxContent') found.boxes.push(part)
      else if (part.tag === 'footnoteReference' || part.tag === 'endnoteReference') {
        found.notes.push(`${part.tag.slice(0, -9)} ${part.attributes.id ?? ''}`)
      } else if (MARKS[part.tag] !== undefined) take(MARKS[part.tag]!, isHidden)
      else if (!GONE.has(part.tag)) walk(part, isHidden || (part.tag === 'r' && isHiddenRun(part, context)))
    }
  }
  walk(paragraph, isHiddenStyle(child(child(paragraph, 'pPr'), 'pStyle'), context.styles))
  return found
}

function isHiddenRun(run: Markup, { styles, mayBeShaded }: RunContext): boolean {
  const properties = child(run, 'rPr')
  const size = Number(child(properties, 'sz')?.attributes.val ?? Number.NaN)
  return (
    isOn(child(properties, 'vanish')) ||
    size <= TINY ||
    (!mayBeShaded && isWhite(properties)) ||
    isHiddenStyle(child(properties, 'rStyle'), styles)
  )
}

/** White on nothing: a shaded run shows its white words. */
function isWhite(properties: Markup | undefined): boolean {
  const color = child(properties, 'color')?.attributes
  const isPlain = child(properties, 'shd') === undefined && child(properties, 'highlight') === undefined
  return isPlain && color?.val?.toUpperCase() === 'FFFFFF' && color.themeColor === undefined
}

function isHiddenStyle(name: Markup | undefined, styles: ReadonlyMap<string, DocxStyle>): boolean {
  return styles.get(name?.attributes.val ?? '')?.isHidden ?? false
}
