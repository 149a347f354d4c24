import type { Metric, Task, UnitMention } from '../../src/domain/task.ts'

/** Parts of documents made by hand. Whatever has words is written into one file, so that every span is a place in it. */
const BODY: string[] = []

export function place(text: string): { start: number; end: number } {
  const start = BODY.join('').length
  BODY.push(`${text}\n`)
  return { start, end: start + text.length }
}

const mention = (name: string): UnitMention => ({ name, certainty: 'stated', source: place(name) })
export const metric = (name: string, op: Metric['op'], value: number, unit: string, raw: string): Metric => ({
  name,
  op,
  value,
  unit,
  raw,
  valueMax: null,
  kind: unit === '%' ? 'share' : 'total',
  period: null,
  by: null,
  source: place(raw),
})

interface TaskSpec {
  readonly path: string
  readonly no?: number
  readonly part?: number
  readonly section: string
  readonly text: string
  readonly lead?: readonly string[]
  readonly responsible?: readonly string[]
  readonly metrics?: readonly Metric[]
  readonly due?: string
}

const RULE = '无牵头单位的，责任单位即为牵头单位'

export function task(spec: TaskSpec): Task {
  const lead = (spec.lead ?? []).map(mention)
  const responsible = (spec.responsible ?? []).map(mention)
  const byRule = lead.length === 0 && responsible.length > 0
  return {
    path: spec.path.split(' '),
    no: spec.no ?? null,
    part: spec.part ?? null,
    section: spec.section,
    title: null,
    text: spec.text,
    lead,
    responsible,
    supporting: [],
    effectiveLead: byRule ? responsible : lead,
    leadRule: byRule ? RULE : null,
    metrics: spec.metrics ?? [],
    deadline:
      spec.due === undefined
        ? null
        : { day: spec.due, certainty: 'stated', raw: '10月底前', source: place('10月底前') },
    source: place(spec.text),
  }
}

/** All that has been written so far. */
export const fileText = (): string => BODY.join('')
