import { z } from 'zod'

/** A line of gold/questions.jsonl. */
const strings = z.array(z.string()).default([])
const SAID = z.union([z.string(), z.object({ role: z.string().optional(), text: z.string() })])

export const QUESTION_LABEL = z.object({
  id: z.string(),
  kind: z.string(),
  q: z.string(),
  /** Earlier turns; those of the person alone are asked again. */
  history: z
    .array(SAID)
    .default([])
    .transform((turns) =>
      turns.flatMap((turn) => (typeof turn === 'string' ? [turn] : turn.role === 'user' ? [turn.text] : [])),
    ),
  as: z.string().optional(),
  today: z.iso.date().optional(),
  /** How the names of the files begin that are in the database when it is asked. */
  corpus: strings,
  expect: z.object({
    /** `document:place`, place being the path or the running number, with /part. */
    tasks: strings,
    tasks_optional: strings,
    tasks_exact: z.boolean().optional(),
    /** Each must be said; | separates forms of one. */
    values: strings,
    /** Of each list one must be said. */
    values_any: z.array(strings).default([]),
    units: strings,
    none: z.boolean().default(false),
    docs: strings,
  }),
})
export type QuestionLabel = z.infer<typeof QUESTION_LABEL>
