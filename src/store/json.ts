/**
 * Rows as JSON for `jsonb_to_recordset`. Postgres text holds neither U+0000 nor half a surrogate pair; each becomes one
 * other character, so that every place stays where it was.
 */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) => (typeof v === 'string' ? storable(v) : v))
}

export function storable(text: string): string {
  return text.replaceAll('\0', ' ').toWellFormed()
}
