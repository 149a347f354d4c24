/** A task as a message names it; `id` is that of the ledger, the rest is how people point at it. */
export interface NamedTask {
  readonly id: number
  readonly document: string
  readonly path: readonly string[]
  readonly no: number | null
  readonly part: number | null
}
