import type { Action } from './action.ts'

/**
 * What the bot says, before any channel: blocks in order. `cards/` prints it as card pages and as plain text, so
 * the two can never disagree. Every string is plain words with one mark: **…** for emphasis; all else is shown as it is.
 */
export interface Message {
  readonly title: string
  readonly subtitle?: string
  readonly tone: Tone
  readonly blocks: readonly Block[]
  readonly sources: readonly Source[]
  readonly assumptions: readonly string[]
  /** Next questions offered as buttons. */
  readonly suggestions: readonly string[]
  /** Other buttons under the card. */
  readonly buttons?: readonly Button[]
  /** How further pages are fetched of a card that no turn is kept of: this, with the page. */
  readonly pager?: Extract<Action, { readonly do: 'showDraft' | 'reviews' }>
}

export type Tone = 'plain' | 'good' | 'warn' | 'bad'
export type Light = 'green' | 'amber' | 'red' | 'none'

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  /** `first`: the number its first entry has, where a list goes on; 1 else. */
  | {
      readonly kind: 'rows'
      readonly rows: readonly Row[]
      readonly pageSize: number
      readonly first?: number
    }
  | { readonly kind: 'quote'; readonly text: string; readonly marked: string | null; readonly source: number }
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | {
      readonly kind: 'figures'
      readonly figures: readonly { readonly label: string; readonly value: string }[]
    }
  | { readonly kind: 'chart'; readonly spec: Readonly<Record<string, unknown>>; readonly caption: string }
  | {
      readonly kind: 'form'
      readonly name: string
      readonly fields: readonly Field[]
      readonly submit: Button
    }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly kind: 'fold'; readonly title: string; readonly blocks: readonly Block[] }

/** One entry of a list: a lead line, the words, and small print. `source` indexes Message.sources. */
export interface Row {
  readonly lead: string
  readonly text: string
  readonly small?: string
  readonly light?: Light
  readonly source?: number
}

export interface Button {
  readonly text: string
  readonly style?: 'plain' | 'primary' | 'danger'
  readonly action: Action
  readonly confirm?: string
}

export type Field =
  | {
      readonly kind: 'input'
      readonly name: string
      readonly label: string
      readonly value?: string
      readonly lines?: number
      readonly required?: boolean
      readonly hint?: string
    }
  | {
      readonly kind: 'select'
      readonly name: string
      readonly label: string
      readonly options: readonly { readonly text: string; readonly value: string }[]
      readonly value?: string
      readonly required?: boolean
    }
  | {
      readonly kind: 'date'
      readonly name: string
      readonly label: string
      readonly value?: string
      readonly required?: boolean
    }

/** A clause an answer rests on; the channel turns it into a link to the page that shows it highlighted. */
export interface Source {
  readonly documentId: number
  /** 武政办〔2022〕41号, or 《title》 where there is no number. */
  readonly document: string
  readonly title: string
  readonly path: readonly string[]
  readonly quote: string
  readonly start: number
  readonly end: number
}
