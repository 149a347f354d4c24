/** Half-open character range [start, end) in the file as read (UTF-16 units of its text). */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * How a value is known. `stated`: written at that place. `inherited`: written in a heading, title or earlier rule
 * ("下同") that governs the place. `implied`: follows from a rule of the document or of the trade, never written.
 */
export type Certainty = 'stated' | 'inherited' | 'implied'

/** A calendar day, `YYYY-MM-DD`. Never an instant: deadlines have no time zone. */
export type Day = string
