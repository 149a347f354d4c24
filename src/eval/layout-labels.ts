import { z } from 'zod'
import { METRIC_LABEL } from './labels.ts'

/** Labels of one document of another layout: keys, units and dates, no text of tasks. */
const words = z.array(z.string()).default([])
const day = z.string().nullable()

const LAYOUT_TASK = z.object({
  path: words,
  part: z.union([z.string(), z.number()]).nullish(),
  /** The first characters of the task's text, after its title. */
  key: z.string(),
  keyLong: z.string().optional(),
  /** Length of the text without spaces. */
  chars: z.number().optional(),
  title: z.string().nullish(),
  lead: words,
  responsible: words,
  supporting: words,
  /** The sentence that makes the first-named unit the lead. */
  leadRule: z.string().nullish(),
  inherited: words,
  optionalUnits: words,
  /** Units whose role the document leaves open. */
  roleUncertain: words,
  /** -12-31: that day of whatever year. */
  deadline: day.default(null),
  deadlineOk: z.array(day).default([]),
  /** null: not labelled. */
  metrics: z.array(METRIC_LABEL).nullable().default([]),
  /** Neither asked for nor counted against. */
  uncertain: z.boolean().default(false),
})
export type LayoutTask = z.infer<typeof LAYOUT_TASK>

export const LAYOUT_LABEL = z.object({
  /** Path of the document below the corpus folder. */
  file: z.string(),
  /** Other right forms of a unit; an inner list is the same body said as several. */
  accept: z.record(z.string(), z.array(z.union([z.string(), z.array(z.string())]))).default({}),
  /** The document names no units at all but those it is about. */
  expectNoUnits: z.boolean().default(false),
  subjectUnits: words,
  tasks: z.array(LAYOUT_TASK),
})
export type LayoutLabel = z.infer<typeof LAYOUT_LABEL>
