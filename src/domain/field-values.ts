import { z } from 'zod'
import { AppError } from '../errors.ts'
import { DOCUMENT_FIELDS, type DocumentField, type DocumentValue } from './document-fields.ts'
import { type FieldValue, TASK_FIELDS, type TaskField } from './task-fields.ts'

const text = z.string().trim().min(1)
const day = z.iso.date()
const units = z.array(text)
const count = z.number().int().positive()
const optional = text.nullable().default(null)
const maybeDay = day.nullable().default(null)

const metric = z.object({
  name: z.string(),
  op: z.enum(['>=', '>', '=', '<=', '<', '~']),
  value: z.number(),
  valueMax: z.number().nullable().default(null),
  unit: z.string(),
  kind: z.enum(['total', 'growth', 'share']),
  period: optional,
  by: optional,
  raw: z.string().default(''),
})

const stage = z.object({ name: text, start: maybeDay, end: maybeDay, text: z.string().default('') })

const duty = z.object({
  who: optional,
  to: optional,
  what: text,
  due: maybeDay,
  dueCertainty: z.enum(['stated', 'inherited', 'implied']).optional(),
  recurrence: z.enum(['monthly', 'quarterly', 'semiannual', 'annual']).nullable().default(null),
  timing: z
    .object({
      from: maybeDay,
      until: maybeDay,
      month: z.number().int().min(1).max(12).nullable().default(null),
      day: z.number().int().min(1).max(31).nullable().default(null),
    })
    .optional(),
  text: z.string().default(''),
})

const indicator = z.object({
  table: z.string(),
  group: optional,
  name: text,
  unit: optional,
  target: optional,
  value: z.number().nullable().default(null),
  period: optional,
  by: optional,
  note: optional,
  certain: z.boolean().default(true),
})

const TASK_VALUES: Readonly<Record<TaskField, z.ZodType<FieldValue>>> = {
  no: count.nullable(),
  part: count.nullable(),
  title: text.nullable(),
  text,
  lead: units,
  responsible: units,
  supporting: units,
  effectiveLead: units,
  deadline: day.nullable(),
  metrics: z.array(metric),
}

const DOCUMENT_VALUES: Readonly<Record<DocumentField, z.ZodType<DocumentValue>>> = {
  number: text.nullable(),
  title: text,
  noticeTitle: text.nullable(),
  issuer: text.nullable(),
  issuedOn: day.nullable(),
  addressees: units,
  goals: z.array(metric),
  stages: z.array(stage),
  duties: z.array(duty),
  roster: z.array(z.object({ role: text, name: text, title: z.string().default('') })),
  indicators: z.array(indicator),
}

/** A field of a task and what a person or a program wants in it. Throws `bad-request` naming the field. */
export function parseTaskValue(field: string, value: unknown): readonly [TaskField, FieldValue] {
  const known = TASK_FIELDS.find((f) => f === field)
  if (known === undefined) throw refused(field, '任务没有这个字段', TASK_FIELDS)
  const read = TASK_VALUES[known].safeParse(value)
  if (!read.success) throw refused(field, '内容不合格式', TASK_FIELDS)
  return [known, read.data]
}

/** The same for a field of a document. */
export function parseDocumentValue(field: string, value: unknown): readonly [DocumentField, DocumentValue] {
  const known = DOCUMENT_FIELDS.find((f) => f === field)
  if (known === undefined) throw refused(field, '文件没有这个字段', DOCUMENT_FIELDS)
  const read = DOCUMENT_VALUES[known].safeParse(value)
  if (!read.success) throw refused(field, '内容不合格式', DOCUMENT_FIELDS)
  return [known, read.data]
}

const refused = (field: string, why: string, allowed: readonly string[]): AppError =>
  new AppError('bad-request', `更正“${field}”失败：${why}。可更正的字段：${allowed.join('、')}。`)
