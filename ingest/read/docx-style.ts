import { child, childrenOf, type Markup } from './markup.ts'

/** A docx style as far as it changes what is read: its numbering, and whether its words are hidden. */
export interface DocxStyle {
  readonly name: string
  readonly numbering: { readonly id: string; readonly level: number } | null
  readonly isHidden: boolean
}

/** Styles by id; what a style leaves open comes from the one it is based on. */
export function readStyles(root: Markup | null): ReadonlyMap<string, DocxStyle> {
  const found = new Map<string, Markup>()
  for (const style of childrenOf(child(root ?? undefined, 'styles'), 'style')) {
    found.set(style.attributes.styleId ?? '', style)
  }
  const resolve = (id: string, seen: readonly string[]): DocxStyle => {
    const style = found.get(id)
    const base = child(style, 'basedOn')?.attributes.val
    const inherited = base && !seen.includes(base) ? resolve(base, [...seen, id]) : null
    return {
      name: child(style, 'name')?.attributes.val ?? id,
      numbering: numberingOf(child(style, 'pPr')) ?? inherited?.numbering ?? null,
      isHidden: isOn(child(child(style, 'rPr'), 'vanish')) || (inherited?.isHidden ?? false),
    }
  }
  return new Map([...found.keys()].map((id) => [id, resolve(id, [])]))
}

/** numPr of a paragraph or style; numId 0 switches numbering off and is kept as such. */
export function numberingOf(properties: Markup | undefined): { id: string; level: number } | null {
  const numbering = child(properties, 'numPr')
  const id = child(numbering, 'numId')?.attributes.val
  if (id === undefined) return null
  return { id, level: Number(child(numbering, 'ilvl')?.attributes.val ?? 0) }
}

/** <w:vanish/> is on unless it says otherwise. */
export function isOn(flag: Markup | undefined): boolean {
  return flag !== undefined && !['0', 'false', 'off', 'none'].includes(flag.attributes.val ?? '1')
}
