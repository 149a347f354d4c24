import { z } from 'zod'
import { PROGRESS_ASPECTS } from '../domain/progress-query.ts'
import type { Query } from '../domain/query.ts'
import type { DocumentSlot, TaskFilter, UnitSlot } from '../domain/task-filter.ts'

/** Names as people say them → what the registry and the ledger know. null: nothing of that name. */
export interface Lookup {
  unit(name: string): UnitSlot | null
  document(name: string): DocumentSlot | null
  /** Titles with numbers, one line each: what the model is told exists. */
  readonly documents: readonly string[]
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const role = z.enum(['lead', 'responsible', 'supporting'])
const words = z.array(z.string().min(1).max(40)).max(8)

/**
 * A Query as a model is asked to write it: flat, names instead of ids. It holds no kind that greets, asks back or
 * changes anything.
 */
export const DRAFT = z.object({
  kind: z.enum([
    'tasks',
    'count',
    'lead',
    'metric',
    'deadline',
    'stage',
    'duty',
    'people',
    'progress',
    'compare',
    'passages',
    'help',
  ]),
  units: words.optional().describe('单位名称'),
  unitsJoin: z
    .enum(['any', 'all', 'none'])
    .optional()
    .describe('all：几个单位都要参与；none：没有这些单位的任务'),
  roles: z.array(role).max(3).optional(),
  writtenOnly: z.boolean().optional().describe('只算明文写出的牵头单位'),
  missing: z.array(role).max(3).optional().describe('没有写哪种单位'),
  document: z.string().min(1).max(80).optional().describe('文件的标题、文号或俗称'),
  numbers: z.array(z.int().min(1).max(9999)).max(30).optional().describe('任务序号'),
  part: z.int().min(1).max(99).optional(),
  section: z.string().min(1).max(40).optional().describe('章节标题里的词'),
  topics: words.optional().describe('事项、指标的关键词'),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  states: z
    .array(
      z.enum([
        'overdue',
        'undone',
        'pending',
        'unreported',
        'silent',
        'behind',
        'closed',
        'ongoing',
        'blocked',
      ]),
    )
    .optional(),
  progressOf: z
    .enum(PROGRESS_ASPECTS)
    .optional()
    .describe(
      '问进展的哪方面：why 亮灯原因，reporting 谁报了谁没报，last 上次报的数，difficulties 困难，rate 完成率，history 历次，change 与上期比',
    ),
  withMetric: z.boolean().optional().describe('有没有写明数字目标'),
  countOf: z.enum(['tasks', 'sections', 'documents', 'units', 'parts']).optional(),
  compareOf: z.enum(['units', 'documents', 'metrics']).optional(),
  by: z.string().min(1).max(20).optional().describe('区县'),
  year: z.int().min(2000).max(2100).optional(),
  measure: z.string().min(1).max(10).optional().describe('计量单位，如家、公里'),
  definition: z.boolean().optional().describe('问指标的含义'),
  name: z.string().min(1).max(20).optional().describe('阶段名或人名'),
  role: z.string().min(1).max(20).optional().describe('领导小组里的职务，如组长'),
  office: z.boolean().optional().describe('问领导小组办公室设在哪'),
  whole: z.boolean().optional().describe('问整个方案的起止'),
  recurrence: z.enum(['monthly', 'quarterly', 'semiannual', 'annual']).optional(),
  dueBy: day.optional().describe('报送截止日'),
  text: z.string().min(1).max(200).optional().describe('passages：要找的内容'),
})
export type Draft = z.infer<typeof DRAFT>

/** A model's JSON → Query; null when it is no draft, or names a unit or document that nobody knows. */
export function parseDraft(json: unknown, question: string, lookup: Lookup): Query | null {
  const read = DRAFT.safeParse(withoutBlanks(json))
  return read.success ? toQuery(read.data, question, lookup) : null
}

/** Models write null, '' and [] for what was not said. */
function withoutBlanks(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json
  const isBlank = (v: unknown) => v === null || v === '' || (Array.isArray(v) && v.length === 0)
  return Object.fromEntries(Object.entries(json).filter(([, v]) => !isBlank(v)))
}

export function toQuery(draft: Draft, question: string, lookup: Lookup): Query | null {
  const units = draft.units?.map((name) => lookup.unit(name)) ?? []
  const document = draft.document === undefined ? undefined : lookup.document(draft.document)
  if (document === null || units.some((unit) => unit === null)) return null
  const known = units.filter((unit) => unit !== null)
  return BUILD[draft.kind]({
    draft,
    question,
    filter: filterOf(draft, known, document),
    units: known,
    document,
  })
}

interface Parts {
  readonly draft: Draft
  readonly question: string
  readonly filter: TaskFilter
  readonly units: readonly UnitSlot[]
  readonly document: DocumentSlot | undefined
}

const BUILD: Readonly<Record<Draft['kind'], (parts: Parts) => Query>> = {
  tasks: ({ filter }) => ({ kind: 'tasks', filter }),
  count: ({ draft, filter }) => ({ kind: 'count', of: draft.countOf ?? 'tasks', filter }),
  lead: ({ draft, filter }) => ({
    kind: 'lead',
    filter: said({ ...filter, roles: undefined }),
    roles: draft.roles ?? [],
  }),
  metric: ({ draft: { by, year, measure, definition }, filter }) =>
    said({ kind: 'metric', filter, by, year, measure, definition }),
  deadline: ({ filter }) => ({ kind: 'deadline', filter }),
  stage: ({ draft, document }) =>
    said({
      kind: 'stage',
      documents: document,
      name: draft.name,
      topic: draft.topics?.[0],
      whole: draft.whole,
    }),
  duty: ({ draft, document }) =>
    said({
      kind: 'duty',
      documents: document,
      topic: draft.topics?.[0],
      recurrence: draft.recurrence,
      dueBy: draft.dueBy,
    }),
  people: ({ draft: { name, role, office }, document, units: [unit] }) =>
    said({ kind: 'people', documents: document, name, role, unit, office }),
  progress: ({ draft: { progressOf: of }, filter }) => said({ kind: 'progress', filter, of }),
  compare: ({ draft, filter }) => ({ kind: 'compare', of: draft.compareOf ?? 'documents', filter }),
  passages: ({ draft, question, document }) =>
    said({ kind: 'passages', text: draft.text ?? question, documents: document }),
  help: () => ({ kind: 'help' }),
}

function filterOf(draft: Draft, units: readonly UnitSlot[], documents: DocumentSlot | undefined): TaskFilter {
  const { unitsJoin, roles, writtenOnly, missing, numbers, part, section, topics, dueFrom, dueTo } = draft
  const { states, withMetric } = draft
  const who = { units: units.length > 0 ? units : undefined, unitsJoin, roles, writtenOnly, missing }
  const which = { documents, numbers, part, section, topics, dueFrom, dueTo, states, withMetric }
  return said({ ...who, ...which })
}

type Said<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Drops what was not said: an absent field does not narrow, an undefined one might. */
function said<T extends object>(fields: T): Said<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as Said<T>
}
