import { z } from 'zod'
import { parseAction } from '../domain/parse-action.ts'
import type { Card, Element } from './card.ts'

/** Card JSON 2.0 as the platform takes it. Strict throughout: a property it does not know loses the whole card. */
const plainText = z.strictObject({ tag: z.literal('plain_text'), content: z.string().min(1) })
const name = z.string().regex(/^[\w.:-]{1,64}$/)
const pixels = z.string().regex(/^\d+px( \d+px){0,3}$/)
const grey = z.enum(['default', 'grey'])

const markdown = z.strictObject({
  tag: z.literal('markdown'),
  content: z.string().min(1),
  text_size: z.enum(['heading-1', 'heading-2', 'heading', 'normal', 'notation']).optional(),
  text_align: z.enum(['left', 'center', 'right']).optional(),
})

const column = z.strictObject({
  tag: z.literal('column'),
  width: z.enum(['auto', 'weighted']),
  weight: z.number().int().min(1).max(5).optional(),
  vertical_align: z.enum(['top', 'center', 'bottom']).optional(),
  background_style: grey.optional(),
  padding: pixels.optional(),
  elements: z.lazy(() => elements),
})

const columnSet = z.strictObject({
  tag: z.literal('column_set'),
  flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']),
  horizontal_spacing: pixels,
  background_style: grey.optional(),
  columns: z.array(column).min(1),
})

const table = z.strictObject({
  tag: z.literal('table'),
  page_size: z.number().int().min(1).max(10),
  row_height: z.enum(['low', 'middle', 'high']),
  header_style: z.strictObject({ bold: z.boolean(), background_style: z.enum(['none', 'grey']) }),
  columns: z
    .array(
      z.strictObject({
        name,
        display_name: z.string(),
        data_type: z.literal('text'),
        horizontal_align: z.enum(['left', 'right']),
        width: z.string().regex(/^(auto|\d+px|\d+%)$/),
      }),
    )
    .min(1)
    .max(50),
  rows: z.array(z.record(z.string(), z.string())),
})

const chart = z.strictObject({
  tag: z.literal('chart'),
  chart_spec: z.record(z.string(), z.unknown()),
  aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']),
})

const input = z.strictObject({
  tag: z.literal('input'),
  name,
  label: plainText,
  required: z.boolean().optional(),
  placeholder: plainText.optional(),
  default_value: z.string().max(1000).optional(),
  max_length: z.number().int().min(1).max(1000),
  input_type: z.enum(['text', 'multiline_text']),
  rows: z.number().int().min(1).max(10).optional(),
  width: z.literal('fill'),
})

const select = z.strictObject({
  tag: z.literal('select_static'),
  name,
  required: z.boolean().optional(),
  placeholder: plainText,
  options: z.array(z.strictObject({ text: plainText, value: z.string().min(1) })).min(1),
  initial_option: z.string().optional(),
  width: z.literal('fill'),
})

const datePicker = z.strictObject({
  tag: z.literal('date_picker'),
  name,
  required: z.boolean().optional(),
  placeholder: plainText,
  initial_date: z.iso.date().optional(),
  width: z.literal('fill'),
})

const action = z.custom<NonNullable<ReturnType<typeof parseAction>>>((v) => parseAction(v) !== null)
const behavior = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('callback'), value: action }),
  z.strictObject({ type: z.literal('open_url'), default_url: z.string().min(1) }),
])

const button = z.strictObject({
  tag: z.literal('button'),
  text: plainText,
  type: z.enum(['default', 'primary', 'danger', 'text', 'primary_filled']),
  size: z.enum(['small', 'medium']),
  confirm: z.strictObject({ title: plainText, text: plainText }).optional(),
  behaviors: z.array(behavior).length(1),
  name: name.optional(),
  form_action_type: z.literal('submit').optional(),
})

const element: z.ZodType<Element> = z.lazy(() =>
  z.discriminatedUnion('tag', [
    markdown,
    z.strictObject({ tag: z.literal('hr') }),
    columnSet,
    table,
    chart,
    z.strictObject({ tag: z.literal('form'), name, elements }),
    input,
    select,
    datePicker,
    button,
    panel,
  ]),
)
const elements: z.ZodType<readonly Element[]> = z.array(element)

const panel = z.strictObject({
  tag: z.literal('collapsible_panel'),
  expanded: z.boolean(),
  header: z.strictObject({ title: plainText }),
  border: z.strictObject({ color: z.string(), corner_radius: pixels }),
  padding: pixels,
  vertical_spacing: pixels,
  elements,
})

export const CARD: z.ZodType<Card> = z.strictObject({
  schema: z.literal('2.0'),
  config: z.strictObject({
    update_multi: z.boolean(),
    enable_forward: z.boolean(),
    width_mode: z.enum(['default', 'compact', 'fill']),
    summary: z.strictObject({ content: z.string() }),
  }),
  header: z.strictObject({
    title: plainText,
    subtitle: plainText.optional(),
    template: z.enum(['blue', 'green', 'orange', 'red', 'grey']),
  }),
  body: z.strictObject({
    direction: z.literal('vertical'),
    vertical_spacing: pixels,
    elements,
  }),
})
