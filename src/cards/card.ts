import type { Action } from '../domain/action.ts'

/**
 * Feishu card JSON 2.0, as much of it as we print. The platform rejects a card with a property it does not know, so
 * these types are closed; `check-card` holds the same shapes against what is really sent.
 */
export interface Card {
  readonly schema: '2.0'
  readonly config: {
    readonly update_multi: boolean
    readonly enable_forward: boolean
    readonly width_mode: 'default' | 'compact' | 'fill'
    /** What the chat list shows of the card. */
    readonly summary: { readonly content: string }
  }
  readonly header: {
    readonly title: PlainText
    readonly subtitle?: PlainText
    readonly template: HeaderColour
  }
  readonly body: {
    readonly direction: 'vertical'
    readonly vertical_spacing: string
    readonly elements: readonly Element[]
  }
}

export type HeaderColour = 'blue' | 'green' | 'orange' | 'red' | 'grey'

export interface PlainText {
  readonly tag: 'plain_text'
  readonly content: string
}

export type Element =
  | Markdown
  | Rule
  | ColumnSet
  | Table
  | Chart
  | Form
  | Input
  | Select
  | DatePicker
  | ButtonElement
  | Panel

export type TextSize = 'heading-1' | 'heading-2' | 'heading' | 'normal' | 'notation'

export interface Markdown {
  readonly tag: 'markdown'
  /** Already escaped: see `markup`. */
  readonly content: string
  readonly text_size?: TextSize
  readonly text_align?: 'left' | 'center' | 'right'
}

export interface Rule {
  readonly tag: 'hr'
}

export interface ColumnSet {
  readonly tag: 'column_set'
  /** What narrow screens do: keep, stack, wrap, two or three a line. */
  readonly flex_mode: 'none' | 'stretch' | 'flow' | 'bisect' | 'trisect'
  readonly horizontal_spacing: string
  readonly background_style?: 'default' | 'grey'
  readonly columns: readonly Column[]
}

export interface Column {
  readonly tag: 'column'
  readonly width: 'auto' | 'weighted'
  readonly weight?: number
  readonly vertical_align?: 'top' | 'center' | 'bottom'
  readonly background_style?: 'default' | 'grey'
  readonly padding?: string
  readonly elements: readonly Element[]
}

export interface Table {
  readonly tag: 'table'
  /** Rows shown at once, 1–10: the client pages through the rest. */
  readonly page_size: number
  readonly row_height: 'low' | 'middle' | 'high'
  readonly header_style: { readonly bold: boolean; readonly background_style: 'none' | 'grey' }
  readonly columns: readonly {
    readonly name: string
    readonly display_name: string
    readonly data_type: 'text'
    readonly horizontal_align: 'left' | 'right'
    readonly width: string
  }[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}

export interface Chart {
  readonly tag: 'chart'
  readonly chart_spec: Readonly<Record<string, unknown>>
  readonly aspect_ratio: '1:1' | '2:1' | '4:3' | '16:9'
}

export interface Form {
  readonly tag: 'form'
  readonly name: string
  readonly elements: readonly Element[]
}

export interface Input {
  readonly tag: 'input'
  readonly name: string
  readonly label: PlainText
  readonly required?: boolean
  readonly placeholder?: PlainText
  readonly default_value?: string
  readonly max_length: number
  readonly input_type: 'text' | 'multiline_text'
  readonly rows?: number
  readonly width: 'fill'
}

export interface Select {
  readonly tag: 'select_static'
  readonly name: string
  readonly required?: boolean
  readonly placeholder: PlainText
  readonly options: readonly { readonly text: PlainText; readonly value: string }[]
  readonly initial_option?: string
  readonly width: 'fill'
}

export interface DatePicker {
  readonly tag: 'date_picker'
  readonly name: string
  readonly required?: boolean
  readonly placeholder: PlainText
  /** yyyy-MM-dd */
  readonly initial_date?: string
  readonly width: 'fill'
}

export interface ButtonElement {
  readonly tag: 'button'
  readonly text: PlainText
  readonly type: ButtonType
  readonly size: 'small' | 'medium'
  readonly confirm?: { readonly title: PlainText; readonly text: PlainText }
  readonly behaviors: readonly Behavior[]
  /** In forms only. */
  readonly name?: string
  readonly form_action_type?: 'submit'
}

export type ButtonType = 'default' | 'primary' | 'danger' | 'text' | 'primary_filled'

export type Behavior =
  | { readonly type: 'callback'; readonly value: Action }
  | { readonly type: 'open_url'; readonly default_url: string }

export interface Panel {
  readonly tag: 'collapsible_panel'
  readonly expanded: boolean
  readonly header: { readonly title: PlainText }
  readonly border: { readonly color: string; readonly corner_radius: string }
  readonly padding: string
  readonly vertical_spacing: string
  readonly elements: readonly Element[]
}
