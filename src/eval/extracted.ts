/** What `duban extract --json` prints, as far as it is scored. */
export interface ExtractedMetric {
  readonly op: string
  readonly value: number
  readonly unit: string
  readonly raw?: string
}

export interface ExtractedTask {
  readonly path: readonly string[]
  readonly part: string | number | null
  readonly title: string | null
  readonly text: string
  readonly lead: readonly string[]
  readonly responsible: readonly string[]
  readonly supporting: readonly string[]
  readonly effectiveLead: readonly string[]
  readonly metrics: readonly ExtractedMetric[]
  readonly deadline: string | null
}

export interface ExtractedCell {
  /** Title of the table it stands in. */
  readonly table: string
  readonly name: string
  readonly group: string | null
  readonly unit: string | null
  readonly value: number | null
  readonly period: string | null
  /** A district, 全市, or null. */
  readonly by: string | null
  readonly certain: boolean
}

export interface ExtractedDocument {
  readonly number: string | null
  readonly title: string
  readonly noticeTitle: string | null
  readonly issuer: string | null
  readonly issuedOn: string | null
  readonly addressees: readonly string[]
  readonly goals: readonly ExtractedMetric[]
  readonly stages: readonly {
    readonly name: string
    readonly start: string | null
    readonly end: string | null
  }[]
  readonly duties: readonly {
    readonly due: string | null
    readonly recurrence: string | null
    readonly text: string
  }[]
  readonly roster: readonly { readonly name: string; readonly title: string }[]
  readonly indicators: readonly ExtractedCell[]
  readonly tasks: readonly ExtractedTask[]
}
