import { z } from 'zod'
import type { MetricLabel } from './labels.ts'
import type { LayoutLabel, LayoutTask } from './layout-labels.ts'

/** Plans that were published as data beside their text, made into labels of the text. */
const OWNER_ROWS = z.array(
  z.object({ id: z.number(), task: z.string(), owner: z.string(), co: z.string(), time: z.string() }),
)

/** Rows with one owner, 配合单位 in a list, and a month: 2026年12月. */
export function ownerRows(json: unknown, file: string): LayoutLabel {
  const tasks = OWNER_ROWS.parse(json).map((row) =>
    labelOf(row.task, {
      path: [String(row.id)],
      lead: namesIn(row.owner),
      supporting: namesIn(row.co),
      deadline: monthEnd(row.time),
    }),
  )
  return { file, accept: {}, expectNoUnits: false, subjectUnits: [], tasks }
}

const TARGET_ROWS = z.array(
  z.object({
    no: z.number(),
    task: z.string(),
    lead: z.array(z.string()),
    co: z.array(z.string()),
    deadline: z.string().nullable(),
    targets: z.array(z.string()),
  }),
)

export interface PlanText {
  readonly file: string
  readonly text: string
}

/**
 * Rows with lists of units, days without a year and targets in words. How a layout words the roles is its own: the
 * first lead alone is asked by its role, and a day only where the layout writes it.
 */
export function targetRows(json: unknown, { file, text }: PlanText): LayoutLabel {
  const tasks = TARGET_ROWS.parse(json).map((row) => ({
    ...labelOf(row.task, { path: [String(row.no)], lead: row.lead, supporting: row.co }),
    leadRule: '列第一位的为牵头单位',
    roleUncertain: [...row.lead.slice(1), ...row.co],
    deadline: text.includes(row.deadline ?? '') ? monthDay(row.deadline ?? '') : null,
    metrics: row.targets.map(targetOf),
  }))
  return { file, accept: {}, expectNoUnits: false, subjectUnits: [], tasks }
}

const KEY = 12
const LONG_KEY = 24

const EMPTY: Omit<LayoutTask, 'key'> = {
  path: [],
  lead: [],
  responsible: [],
  supporting: [],
  inherited: [],
  optionalUnits: [],
  roleUncertain: [],
  deadline: null,
  deadlineOk: [],
  metrics: null,
  uncertain: false,
}

function labelOf(task: string, known: Partial<LayoutTask>): LayoutTask {
  const text = task.replace(/\s/g, '')
  const keys = { key: text.slice(0, KEY), keyLong: text.slice(0, LONG_KEY), chars: text.length }
  return { ...EMPTY, ...known, ...keys }
}

/** 等 after a list names nobody, 无 is nobody, and how they share the work is no name. */
const namesIn = (list: string): string[] =>
  list
    .split(/[、，；,;\n]/)
    .map((name) => name.trim().replace(/等$|按职责分工负责$/, ''))
    .filter((name) => name !== '' && name !== '无')

/** 2026年6月 → its last day; 持续推进 and the like have none. */
function monthEnd(time: string): string | null {
  const [, year, month] = /^(\d{4})年(\d{1,2})月/.exec(time.trim()) ?? []
  if (year === undefined) return null
  return lastDay(Number(year), Number(month))
}

const lastDay = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

/** 5月底前动工, 6月30日前, 9月投入使用 → -05-31, -06-30, -09-30 of whatever year. */
function monthDay(time: string): string | null {
  const [, month, day] = /^(\d{1,2})月(?:(\d{1,2})日)?/.exec(time.trim()) ?? []
  if (month === undefined) return null
  const end = lastDay(2001, Number(month)).slice(4)
  return day === undefined ? end : `${end.slice(0, 4)}${day.padStart(2, '0')}`
}

const OPS = { 以上: '>=', 以内: '<=' } as const

/** 6.5%以上, 2.6万人 */
function targetOf(raw: string): MetricLabel {
  const {
    value = '0',
    times,
    unit = '',
    bound,
  } = /^(?<value>[\d.]+)(?<times>万)?(?<unit>.*?)(?<bound>以上|以内)?$/.exec(raw)?.groups ?? {}
  const op = OPS[bound as keyof typeof OPS] ?? '='
  const figure = Number(value) * (times === undefined ? 1 : 10_000)
  return { op, value: figure, unit, raw, alt: [], op_alt: [], opAlt: [], unitAlt: [], optional: false }
}
