import type { ReportPart } from '../../domain/report.ts'

/** What stands under one heading of the first level; the parts before any heading are the top. */
export interface Section {
  readonly heading: string | null
  readonly parts: readonly ReportPart[]
}

export function sectionsOf(parts: readonly ReportPart[]): readonly Section[] {
  const sections: { heading: string | null; parts: ReportPart[] }[] = [{ heading: null, parts: [] }]
  for (const part of parts) {
    if (part.kind === 'heading' && part.level === 1) sections.push({ heading: part.text, parts: [] })
    else sections.at(-1)!.parts.push(part)
  }
  return sections.filter((s) => s.heading !== null || s.parts.length > 0)
}

/** The parts of this kind taken out of all sections, first come first; what is left of the sections. */
export function taken(
  sections: readonly Section[],
  isWanted: (part: ReportPart) => boolean,
): { readonly found: readonly ReportPart[]; readonly rest: readonly Section[] } {
  return {
    found: sections.flatMap((s) => s.parts.filter(isWanted)),
    rest: sections
      .map((s) => ({ ...s, parts: s.parts.filter((part) => !isWanted(part)) }))
      .filter((s) => s.parts.length > 0),
  }
}
