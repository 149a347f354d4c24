/** Signs beyond the first plane and private ones: no font we bring has them, and an empty box would stand there. */
const WITHOUT_GLYPH = /[\u{10000}-\u{10ffff}\ue000-\uf8ff]/gu

/** 〓, as printers set it for a letter they have not got. The words of the report keep the letter itself. */
const STAND_IN = '〓'

/** The same spec with every text in letters the chart's font has; keys and values alike, so that names still match. */
export function drawable<T>(spec: T): T {
  if (typeof spec === 'string') return spec.replace(WITHOUT_GLYPH, STAND_IN) as T
  if (Array.isArray(spec)) return spec.map(drawable) as T
  if (spec === null || typeof spec !== 'object') return spec
  return Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, drawable(value)])) as T
}
