import { z } from 'zod'

/** Labelled documents as they stand in a set: gold/docs.jsonl and gold/tasks.jsonl. Further keys are passed over. */
const oneOrMany = <T extends z.ZodType>(of: T) =>
  z
    .union([of, z.array(of)])
    .nullish()
    .transform((v) => (v === null || v === undefined ? [] : Array.isArray(v) ? v : [v]) as z.output<T>[])
const word = z
  .string()
  .nullish()
  .transform((v) => v ?? null)
const words = z.array(z.string()).default([])
const FORM = z.union([z.object({ value: z.number(), unit: word }), z.number()])

export const METRIC_LABEL = z.object({
  op: z.string(),
  value: z.number(),
  unit: word,
  raw: word,
  /** Other readings that are right too. */
  alt: oneOrMany(FORM),
  op_alt: oneOrMany(z.string()),
  opAlt: oneOrMany(z.string()),
  unitAlt: oneOrMany(z.string()),
  valueMax: z.number().optional(),
  /** Neither asked for nor counted against. */
  optional: z.boolean().default(false),
  scope: z.unknown().optional(),
})
export type MetricLabel = z.infer<typeof METRIC_LABEL>
const metrics = z.array(METRIC_LABEL).default([])

export const TASK_LABEL = z.object({
  doc: z.string(),
  path: words,
  part: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  lead_written: words,
  responsible_written: words,
  supporting_written: z.array(z.string()).optional(),
  lead_effective: z.array(z.string()).optional(),
  metrics,
  deadline: word,
})
export type TaskLabel = z.infer<typeof TASK_LABEL>

const DUTY_LABEL = z.object({
  what: word,
  rule_text: z.string(),
  due: word,
  due_ok: oneOrMany(z.string().nullable()),
  due_from: word,
  first_due: word,
  recurrence: word,
  recurrence_ok: oneOrMany(z.string().nullable()),
  optional: z.boolean().default(false),
})
export type DutyLabel = z.infer<typeof DUTY_LABEL>

export const DOCUMENT_LABEL = z.object({
  doc: z.string(),
  number: word,
  title: word,
  notice_title: word,
  issuer: word,
  issued: word,
  addressees: z.array(z.string()).optional(),
  goals: metrics,
  roster: z.array(z.object({ name: z.string(), title: z.string() })).default([]),
  stages: z.array(z.object({ name: z.string(), start: word, end: word })).default([]),
  reporting: z.array(DUTY_LABEL).default([]),
})
export type DocumentLabel = z.infer<typeof DOCUMENT_LABEL>
