import type { Metric, Task, UnitMention } from './task.ts'

/** Fields of a task a supervisor may set right, and two readings are compared by. */
export const TASK_FIELDS = [
  'no',
  'part',
  'title',
  'text',
  'lead',
  'responsible',
  'supporting',
  'effectiveLead',
  'deadline',
  'metrics',
] as const
export type TaskField = (typeof TASK_FIELDS)[number]

/** A metric without its place in the file. */
export type MetricValue = Omit<Metric, 'source'>

/** What a field holds, as plain JSON: units by name, the deadline as its day. */
export type FieldValue = string | number | null | readonly string[] | readonly MetricValue[]

/** A field's value without spans and certainty, so that two readings can be compared. */
export function fieldOf(task: Task, field: TaskField): FieldValue {
  switch (field) {
    case 'lead':
    case 'responsible':
    case 'supporting':
    case 'effectiveLead':
      return task[field].map((unit) => unit.name)
    case 'deadline':
      return task.deadline?.day ?? null
    case 'metrics':
      return task.metrics.map(metricValue)
    default:
      return task[field]
  }
}

/** Keys in one order: values are compared as JSON. */
function metricValue({ name, op, value, valueMax, unit, kind, period, by, raw }: Metric): MetricValue {
  return { name, op, value, valueMax, unit, kind, period, by, raw }
}

export const sameValue = (a: FieldValue, b: FieldValue): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Fields in which two readings of a task differ. */
export function changedFields(a: Task, b: Task): readonly TaskField[] {
  return TASK_FIELDS.filter((field) => !sameValue(fieldOf(a, field), fieldOf(b, field)))
}

/** The task with one field set. New units and metrics stand on the task's own clause: no closer place is known. */
export function withField(task: Task, field: TaskField, value: FieldValue): Task {
  switch (field) {
    case 'lead': {
      const lead = mentions(task, value)
      return lead.length === 0 ? { ...task, lead } : { ...task, lead, effectiveLead: lead, leadRule: null }
    }
    case 'responsible': {
      const responsible = mentions(task, value)
      const follows = task.lead.length === 0 && sameNames(task.effectiveLead, task.responsible)
      return { ...task, responsible, effectiveLead: follows ? responsible : task.effectiveLead }
    }
    case 'supporting':
    case 'effectiveLead':
      return { ...task, [field]: mentions(task, value) }
    case 'deadline':
      return { ...task, deadline: typeof value === 'string' ? deadline(task, value) : null }
    case 'metrics':
      return {
        ...task,
        metrics: (value as readonly MetricValue[]).map((m) => ({ ...m, source: task.source })),
      }
    default:
      return { ...task, [field]: value }
  }
}

function mentions(task: Task, value: FieldValue): readonly UnitMention[] {
  const known = [...task.lead, ...task.responsible, ...task.supporting]
  return (value as readonly string[]).map(
    (name) => known.find((u) => u.name === name) ?? { name, certainty: 'stated', source: task.source },
  )
}

const deadline = (task: Task, day: string): Task['deadline'] =>
  task.deadline?.day === day ? task.deadline : { day, certainty: 'stated', raw: '', source: task.source }

const sameNames = (a: readonly UnitMention[], b: readonly UnitMention[]): boolean =>
  a.map((u) => u.name).join() === b.map((u) => u.name).join()
