import type { Action } from '../domain/action.ts'
import type { Button, Field } from '../domain/message.ts'
import type * as C from './card.ts'
import { clip, escapeMarkdown, plainOf } from './markup.ts'

/** Small builders of card elements: the printers know the platform's names through these alone. */

export const words = (content: string, max = 200): C.PlainText => ({
  tag: 'plain_text',
  content: clip(plainOf(content).trim() || '—', max),
})

/** `content` is markdown, already escaped. */
export function markdown(content: string, style: Omit<C.Markdown, 'tag' | 'content'> = {}): C.Markdown {
  // An empty content loses the card.
  return { tag: 'markdown', content: content.trim() === '' ? ' ' : content, ...style }
}

export const hr = (): C.Rule => ({ tag: 'hr' })

export function columnSet(
  columns: readonly C.Column[],
  style: Partial<Omit<C.ColumnSet, 'tag' | 'columns'>> = {},
): C.ColumnSet {
  return { tag: 'column_set', flex_mode: 'none', horizontal_spacing: '8px', ...style, columns }
}

export function column(
  elements: readonly C.Element[],
  style: Omit<C.Column, 'tag' | 'elements' | 'width'> & { readonly width?: C.Column['width'] } = {},
): C.Column {
  const { width = 'weighted', ...rest } = style
  return { tag: 'column', width, ...(width === 'weighted' ? { weight: 1 } : {}), ...rest, elements }
}

const MAX_COLUMNS = 50
const MAX_CELL = 300
const MAX_OPTIONS = 100

/** Cells are plain words; a column of figures alone stands to the right. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): C.Table {
  const heads = columns.slice(0, MAX_COLUMNS)
  return {
    tag: 'table',
    page_size: Math.max(1, Math.min(10, rows.length)),
    row_height: 'low',
    header_style: { bold: true, background_style: 'grey' },
    columns: heads.map((head, i) => ({
      name: `c${i}`,
      display_name: clip(plainOf(head), 60),
      data_type: 'text',
      horizontal_align: isFigures(rows.map((r) => r[i] ?? '')) ? 'right' : 'left',
      width: 'auto',
    })),
    rows: rows.map((r) =>
      Object.fromEntries(heads.map((_, i) => [`c${i}`, clip(plainOf(r[i] ?? ''), MAX_CELL)])),
    ),
  }
}

function isFigures(cells: readonly string[]): boolean {
  const filled = cells.filter((c) => c.trim() !== '' && !/^[-—/]+$/.test(c))
  return filled.length > 0 && filled.every((c) => /^[<>≥≤~+-]?\s*[\d,.]+\s*\S{0,4}$/.test(plainOf(c)))
}

export function chart(spec: C.Chart['chart_spec']): C.Chart {
  return { tag: 'chart', chart_spec: spec, aspect_ratio: aspectOf(spec) }
}

/** Lying bars need a line each: many of them need a higher picture. */
function aspectOf(spec: C.Chart['chart_spec']): C.Chart['aspect_ratio'] {
  if (spec.direction !== 'horizontal') return '16:9'
  const [data] = [spec.data].flat() as readonly ({ readonly values?: unknown } | undefined)[]
  const fields = [spec.yField].flat().filter((f) => typeof f === 'string')
  const values: readonly Readonly<Record<string, unknown>>[] = Array.isArray(data?.values) ? data.values : []
  const lines = fields.map((f) => new Set(values.map((v) => v[f])).size).reduce((a, b) => a * b, 1)
  return lines <= 5 ? '16:9' : lines <= 8 ? '4:3' : '1:1'
}

export const form = (name: string, elements: readonly C.Element[]): C.Form => ({
  tag: 'form',
  name,
  elements,
})

/** A field with its label: pickers have none of their own, so it stands above them. */
export function field(f: Field): readonly C.Element[] {
  if (f.kind === 'input') return [input(f)]
  const star = f.required ? " <font color='red'>&#42;</font>" : ''
  const label = markdown(`${escapeMarkdown(plainOf(f.label))}${star}`)
  if (f.kind === 'date') return [label, datePicker(f)]
  const options = choicesOf(f)
  return options.length > 0 ? [label, select(f, options)] : [label, markdown('（没有可选项）')]
}

function input(f: Extract<Field, { kind: 'input' }>): C.Input {
  const lines = f.lines ?? 1
  return {
    tag: 'input',
    name: f.name,
    label: words(f.label, 100),
    ...(f.required ? { required: true } : {}),
    ...(f.hint ? { placeholder: words(f.hint, 100) } : {}),
    ...(f.value ? { default_value: clip(f.value, 1000) } : {}),
    max_length: 1000,
    input_type: lines > 1 ? 'multiline_text' : 'text',
    ...(lines > 1 ? { rows: Math.min(lines, 10) } : {}),
    width: 'fill',
  }
}

type SelectField = Extract<Field, { kind: 'select' }>

/** Values must be there and differ, or the card is refused. */
function choicesOf({ options }: SelectField): SelectField['options'] {
  const first = (value: string) => options.find((o) => o.value === value)
  return options.filter((o) => o.value !== '' && first(o.value) === o).slice(0, MAX_OPTIONS)
}

function select(f: SelectField, options: SelectField['options']): C.Select {
  const known = options.some((o) => o.value === f.value)
  return {
    tag: 'select_static',
    name: f.name,
    ...(f.required ? { required: true } : {}),
    placeholder: words('请选择'),
    options: options.map((o) => ({ text: words(o.text, 100), value: o.value })),
    ...(known && f.value !== undefined ? { initial_option: f.value } : {}),
    width: 'fill',
  }
}

function datePicker(f: Extract<Field, { kind: 'date' }>): C.DatePicker {
  const day = f.value !== undefined && /^\d{4}-\d\d-\d\d$/.test(f.value) ? f.value : null
  return {
    tag: 'date_picker',
    name: f.name,
    ...(f.required ? { required: true } : {}),
    placeholder: words('请选择日期'),
    ...(day === null ? {} : { initial_date: day }),
    width: 'fill',
  }
}

const TYPES = { plain: 'default', primary: 'primary', danger: 'danger' } as const

export function button(
  b: Button,
  look: Partial<Pick<C.ButtonElement, 'type' | 'size'>> = {},
): C.ButtonElement {
  return {
    tag: 'button',
    text: words(b.text, 60),
    type: look.type ?? TYPES[b.style ?? 'plain'],
    size: look.size ?? 'medium',
    ...(b.confirm ? { confirm: { title: words(b.text, 60), text: words(b.confirm) } } : {}),
    behaviors: [behavior(b.action)],
  }
}

/** The button that sends its form. */
export function submit(b: Button): C.ButtonElement {
  return { ...button({ style: 'primary', ...b }), name: 'submit', form_action_type: 'submit' }
}

function behavior(action: Action): C.Behavior {
  return action.do === 'open' || action.do === 'download'
    ? { type: 'open_url', default_url: action.url }
    : { type: 'callback', value: action }
}

/** Buttons side by side, wrapping where the screen is narrow. */
export function buttonRow(buttons: readonly C.ButtonElement[]): C.ColumnSet {
  return columnSet(
    buttons.map((b) => column([b], { width: 'auto' })),
    { flex_mode: 'flow' },
  )
}

export function panel(title: string, elements: readonly C.Element[]): C.Panel {
  return {
    tag: 'collapsible_panel',
    expanded: false,
    header: { title: words(title) },
    border: { color: 'grey', corner_radius: '6px' },
    padding: '8px 12px 8px 12px',
    vertical_spacing: '8px',
    elements,
  }
}
