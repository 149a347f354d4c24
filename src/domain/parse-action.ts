import { z } from 'zod'
import type { Action } from './action.ts'
import { isPeriod } from './period.ts'

const page = z.number().int().min(0).max(10_000)
const turn = z.number().int().positive().max(Number.MAX_SAFE_INTEGER)
/** Our own pages or http(s); `javascript:` and the like are refused. */
const url = z
  .string()
  .max(2000)
  .regex(/^(?:https?:\/\/|\/(?!\/))/)

const id = turn
const request = id.optional()
const task = id.optional()
const day = z.iso.date()
const metric = z.string().min(1).max(200)
const value = z.number().finite()

const REQUEST_ACTIONS = [
  z.object({ do: z.literal('fill'), request, task }),
  z.object({ do: z.literal('unchanged'), request, task }),
  z.object({ do: z.literal('decline'), request, task }),
  z.object({ do: z.literal('later'), request, on: day.optional() }),
  z.object({ do: z.literal('handOver') }),
  z.object({ do: z.literal('evidence'), request }),
  z.object({ do: z.literal('owing'), page }),
] as const

const DRAFT_ACTIONS = [
  z.object({ do: z.literal('confirmDraft'), draft: id, revision: z.number().int().min(0) }),
  z.object({ do: z.literal('dropDraft'), draft: id }),
  z.object({ do: z.literal('editDraft'), draft: id, task }),
  z.object({ do: z.literal('saveTask'), draft: id, task: id }),
  z.object({ do: z.literal('saveContacts'), draft: id }),
  z.object({ do: z.literal('showDraft'), draft: id, page: page.optional() }),
  z.object({ do: z.literal('figure'), draft: id, task: id, metric, value }),
  z.object({ do: z.literal('insist'), draft: id, task: id, metric }),
  z.object({
    do: z.literal('choose'),
    draft: id,
    revision: z.number().int().min(0),
    question: z.number().int().min(0).max(100),
    task: id,
    metric: metric.optional(),
  }),
  z.object({ do: z.literal('placeEvidence'), draft: id, evidence: id, task: id }),
  z.object({ do: z.literal('attachEvidence'), evidence: id, progress: id }),
  z.object({ do: z.literal('adopt'), progress: id }),
] as const

const DECISION_ACTIONS = [
  z.object({
    do: z.literal('review'),
    progress: z.array(id).min(1).max(200),
    verdict: z.enum(['confirmed', 'returned']),
  }),
  z.object({
    do: z.literal('reviews'),
    unit: id.optional(),
    period: z.string().refine(isPeriod).optional(),
    page: page.optional(),
  }),
  z.object({ do: z.literal('ruleDecline'), decline: id, verdict: z.enum(['accepted', 'kept']) }),
  z.object({ do: z.literal('withdrawDecline'), decline: id }),
  z.object({ do: z.literal('ruleHandOver'), handOver: id, verdict: z.enum(['confirmed', 'refused']) }),
  z.object({
    do: z.literal('press'),
    requests: z.array(id).min(1).max(200),
    urgent: z.boolean().optional(),
  }),
] as const

const DUTY_ACTIONS = [
  z.object({ do: z.literal('duties'), page }),
  z.object({
    do: z.literal('duty'),
    duty: z.string().regex(/^(?:[0-9a-f]{8}|added:\d{1,9})$/),
    change: z.enum(['moved', 'paused', 'resumed', 'ended']),
    when: z.string().min(1).max(60).optional(),
  }),
  z.object({ do: z.literal('addDuty') }),
] as const

const REPORT_ACTIONS = [
  z.object({ do: z.literal('printReport'), turn: id, form: z.enum(['docx', 'xlsx']) }),
  z.object({ do: z.literal('standReport'), turn: id }),
  z.object({ do: z.literal('stopReport'), subscription: id }),
  z.object({ do: z.literal('draftBulletin'), turn: id }),
  z.object({ do: z.literal('saveBulletin'), publication: id }),
  z.object({ do: z.literal('publishBulletin'), publication: id }),
  z.object({ do: z.literal('withdrawBulletin'), publication: id }),
  z.object({ do: z.literal('openBulletin'), publication: id, form: z.enum(['card', 'docx']) }),
  z.object({ do: z.literal('bulletin'), publication: id }),
] as const

const ACTION = z.discriminatedUnion('do', [
  z.object({ do: z.literal('ask'), q: z.string().trim().min(1).max(500) }),
  z.object({ do: z.literal('page'), turn, page }),
  z.object({ do: z.literal('rate'), turn, verdict: z.enum(['useful', 'useless']), page: page.optional() }),
  z.object({ do: z.literal('register') }),
  z.object({ do: z.literal('admit'), registration: turn, verdict: z.enum(['approved', 'refused']) }),
  z.object({ do: z.literal('open'), url }),
  z.object({ do: z.literal('download'), name: z.string().max(200), url }),
  ...REQUEST_ACTIONS,
  ...DRAFT_ACTIONS,
  ...DECISION_ACTIONS,
  ...DUTY_ACTIONS,
  ...REPORT_ACTIONS,
])

/** The value a button brings back, as an Action; null when it is none of ours or was tampered with. */
export function parseAction(value: unknown): Action | null {
  const read = ACTION.safeParse(value)
  return read.success ? read.data : null
}
