import type { Loose } from '../assign/assign.ts'
import { contentOf } from '../clauses.ts'
import type { LedgerTask } from '../ledger.ts'
import { fitUnit } from './fit-unit.ts'

/** In a message as short as this nobody tells figures by the way. */
const SHORT = 32

/** What is known of a message when its figures have been given out. */
export interface Known {
  readonly text: string
  /** The tasks it speaks of. */
  readonly tasks: readonly LedgerTask[]
  /** Some figure of it has come to a metric. */
  readonly read: boolean
}

/**
 * Figures of a short message none of whose figures came to a metric and which nothing explains, to be shown as not
 * understood. Only where the task spoken of counts something in such a unit: a figure beside any other task tells of the
 * work and is no value. A target, a part or what is yet to come is explained by that.
 */
export const lostIn = (loose: readonly Loose[], { text, tasks, read }: Known): readonly string[] =>
  read || text.length > SHORT
    ? []
    : loose.filter((one) => isUnexplained(one) && mayBeOf(one, tasks)).map((l) => l.told.figure.text)

const isUnexplained = ({ told, ask, about, explained }: Loose): boolean =>
  ask === null &&
  about.length === 0 &&
  explained === undefined &&
  !told.partOf &&
  !ACTS.test(told.before) &&
  ((/^(?:value|remaining)$/.test(told.role) && told.names.some((name) => contentOf(name).length >= 2)) ||
    told.rule.startsWith('no longer there'))

/** 出台政策5个, 开会3场: paper and meetings are no value of a task. */
const ACTS = /政策|文件|方案|制度|办法|细则|标准|规范|通知|[开座]?谈?会|调研|检查|督导|培训/

const mayBeOf = ({ told }: Loose, tasks: readonly LedgerTask[]): boolean =>
  tasks.some((task) => task.metrics.some((metric) => fitUnit(told.figure.value, metric) !== null))
