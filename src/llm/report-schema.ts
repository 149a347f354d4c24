import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** A message of a liaison as a model is asked to write it. Tasks by their place in the list given, metrics by name. */
export const REPORT_DRAFT = z.object({
  updates: z
    .array(
      z.object({
        task: z.int().min(1).max(100).describe('任务代号'),
        readings: z
          .array(
            z.object({
              metric: z.string().min(1).max(80),
              value: z.number(),
              unit: z.string().max(12).nullish().describe('原话里的单位'),
            }),
          )
          .max(12)
          .default([]),
        expectedFinish: day.nullish(),
        quote: z.string().min(1).max(400),
      }),
    )
    .max(12),
})
export type ReportDraft = z.infer<typeof REPORT_DRAFT>

/** A model's JSON → draft; null when it is none. Nothing in it is true before it is checked against the message. */
export function parseReport(json: unknown): ReportDraft | null {
  const read = REPORT_DRAFT.safeParse(json)
  return read.success ? read.data : null
}
