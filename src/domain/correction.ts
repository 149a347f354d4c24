import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { PlanDocument } from './document.ts'
import type { Task } from './task.ts'
import { type FieldValue, fieldOf, sameValue, TASK_FIELDS, type TaskField, withField } from './task-fields.ts'

/** Fields of a document's head a supervisor may set right. */
export const DOCUMENT_FIELDS = ['number', 'title', 'issuer', 'issuedOn'] as const
export type DocumentField = (typeof DOCUMENT_FIELDS)[number]

/** A supervisor's word on one field. `was` is what the program had read there. */
export interface Correction<Field = TaskField | DocumentField> {
  readonly field: Field
  readonly was: FieldValue
  readonly value: FieldValue
}

/**
 * always: the same words are read again, so the supervisor's word stands. sameMistake: the document changed, and the
 * word stands only where the program reads the very value it was about.
 */
export type Survival = 'always' | 'sameMistake'

/** The task as corrected, and the corrections that still hold. */
export function correctTask(
  task: Task,
  corrections: readonly Correction<TaskField>[],
  survival: Survival,
): { readonly task: Task; readonly held: readonly Correction<TaskField>[] } {
  const held = corrections.filter((c) => survival === 'always' || sameValue(fieldOf(task, c.field), c.was))
  return { task: held.reduce((t, c) => withField(t, c.field, c.value), task), held }
}

export function correctHead<D extends PlanDocument>(
  document: D,
  corrections: readonly Correction<DocumentField>[],
  survival: Survival,
): { readonly document: D; readonly held: readonly Correction<DocumentField>[] } {
  const held = corrections.filter((c) => survival === 'always' || document[c.field] === c.was)
  const corrected = Object.fromEntries(held.map((c) => [c.field, c.value]))
  return { document: { ...document, ...corrected }, held }
}

const text = z.string().trim().min(1)
const day = z.iso.date()
const units = z.array(text)
const count = z.number().int().positive()
const metric = z.object({
  name: z.string(),
  op: z.enum(['>=', '>', '=', '<=', '<', '~']),
  value: z.number(),
  valueMax: z.number().nullable().default(null),
  unit: z.string(),
  kind: z.enum(['total', 'growth', 'share']),
  period: z.string().nullable().default(null),
  by: z.string().nullable().default(null),
  raw: z.string().default(''),
})

const VALUES: Readonly<Record<TaskField | DocumentField, z.ZodType<FieldValue>>> = {
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
  number: text.nullable(),
  issuer: text.nullable(),
  issuedOn: day.nullable(),
}

/** Checks what a person or a program wants written. Throws `bad-request` naming the field. */
export function parseFieldValue(field: string, value: unknown): FieldValue {
  const schema = Object.hasOwn(VALUES, field) ? VALUES[field as TaskField] : undefined
  const read = schema?.safeParse(value)
  if (read?.success) return read.data
  const why = schema === undefined ? '没有这个字段' : '内容不合格式'
  const allowed = [...new Set([...TASK_FIELDS, ...DOCUMENT_FIELDS])].join('、')
  throw new AppError('bad-request', `更正“${field}”失败：${why}。可更正的字段：${allowed}。`)
}
