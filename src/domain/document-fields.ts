import type { PlanDocument } from './document.ts'
import type { Span } from './span.ts'

/** Fields of a document, beside its tasks, that a supervisor may set right. Lists are set whole. */
export const HEAD_FIELDS = ['number', 'title', 'noticeTitle', 'issuer', 'issuedOn', 'addressees'] as const
export const LIST_FIELDS = ['goals', 'stages', 'duties', 'roster', 'indicators'] as const
export const DOCUMENT_FIELDS = [...HEAD_FIELDS, ...LIST_FIELDS] as const
export type HeadField = (typeof HEAD_FIELDS)[number]
export type ListField = (typeof LIST_FIELDS)[number]
export type DocumentField = (typeof DOCUMENT_FIELDS)[number]

/** What a field holds, as plain JSON without places in the file. */
export type DocumentValue = string | null | readonly string[] | readonly object[]

type Fields = Pick<PlanDocument, DocumentField | 'source'>

export function documentField<F extends DocumentField>(document: Pick<Fields, F>, field: F): DocumentValue {
  const value: unknown = document[field]
  return (Array.isArray(value) ? value.map(withoutSource) : (value ?? null)) as DocumentValue
}

function withoutSource(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null) return entry
  const { source: _, ...rest } = entry as { readonly source?: Span }
  return rest
}

/**
 * The document with one field set. A list entry that was there keeps its place in the file; a new one stands on the
 * whole document, for no closer place is known.
 */
export function withDocumentField<D extends Pick<PlanDocument, 'source'>>(
  document: D,
  field: DocumentField,
  value: DocumentValue,
): D {
  if (!isList(field)) return { ...document, [field]: value }
  const known = ((document as Partial<Fields>)[field] ?? []) as readonly { readonly source: Span }[]
  const entries = (value as readonly object[]).map((entry) => ({
    ...entry,
    source: known.find((k) => sameJson(withoutSource(k), entry))?.source ?? document.source,
  }))
  return { ...document, [field]: entries }
}

export const isList = (field: DocumentField): field is ListField => LIST_FIELDS.includes(field as ListField)

/** Equal whatever the order of keys, for what came back from the database orders them its own way. */
export function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sortedKeys) === JSON.stringify(b, sortedKeys)
}

function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
