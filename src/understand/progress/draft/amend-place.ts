import type { Day } from '../../../domain/span.ts'
import { parseNumber } from '../../../text/numbers.ts'
import { contentOf } from '../clauses.ts'
import { toldFigures } from '../figure/context.ts'
import { findFigures } from '../figure/figures.ts'
import { type Fitted, fitUnit } from '../figure/fit-unit.ts'
import { bare } from '../heard-as.ts'
import type { HearContext, LedgerTask, OwnMetric } from '../ledger.ts'
import type { Change } from './amend.ts'
import { checkedValue } from './check-value.ts'
import type { DraftReading } from './draft.ts'

/** 第二个改成八条, 最后一个是8, ②是950. Counted over the readings as they are shown. */
const PLACE =
  /第(?<n>[一二三四五六七八九十]|\d{1,2})(?:个|条|行|处|项|个数|个指标|个数字)?|(?<last>最后(?:面)?(?:那|一)?(?:个|条|项|行))|(?<ring>[①②③④⑤⑥⑦⑧⑨])|(?<front>前面(?:那|一)?(?:个|条)|头一个)/u
const RINGS = '①②③④⑤⑥⑦⑧⑨'

/** The place named, counted from 0; null where none is, or where it is a task's number (第52项). */
export function placeIn(text: string, readings: readonly { task: { no: number | null } }[]): number | null {
  const found = PLACE.exec(text)
  const { n, last, ring, front } = found?.groups ?? {}
  if (last !== undefined) return readings.length - 1
  if (front !== undefined) return 0
  if (ring !== undefined) return RINGS.indexOf(ring)
  const number = parseNumber(n ?? '')
  if (number === null || (/项/.test(found?.[0] ?? '') && readings.some((r) => r.task.no === number)))
    return null
  return number >= 1 && number <= readings.length ? number - 1 : null
}

export interface Placed {
  readonly task: LedgerTask
  readonly metric: OwnMetric
  readonly fitted: Fitted
  readonly saidUnit: string
}

/** The one figure said for the reading at a place; null when no place is named, or no one figure that fits is said. */
export function readingAtPlace(
  text: string,
  readings: readonly { readonly task: LedgerTask; readonly metric: OwnMetric }[],
  today: Day,
): Placed | null {
  const at = placeIn(text, readings)
  const meant = at === null ? undefined : readings[at]
  if (meant === undefined) return null
  const spoken = text.replace(PLACE, '')
  const { told } = toldFigures(spoken, findFigures(spoken, [], today))
  const [value, ...more] = told.filter((t) => t.role === 'value')
  if (value === undefined || more.length > 0) return null
  if (value.names.some((name) => contentOf(name.replace(CHANGING, '')).length > 1)) return null
  const fitted = fitUnit(value.figure.value, meant.metric)
  const { task, metric } = meant
  return fitted === null ? null : { task, metric, fitted, saidUnit: value.figure.value.unit }
}

/** A new value for the reading of a draft at a place, with what must be asked about it; null as above. */
export function valueAtPlace(
  text: string,
  readings: readonly DraftReading[],
  context: HearContext,
): Change | null {
  const placed = readingAtPlace(text, readings, context.today)
  if (placed === null) return null
  const { task, metric, fitted } = placed
  const reading = { metric: metric.name, value: fitted.value, unit: fitted.unit }
  const before = context.last.find((l) => l.taskId === task.id && l.metric === metric.name) ?? null
  return {
    updates: [{ ...bare(task, text), readings: [reading] }],
    unread: [],
    assumptions: checkedValue(placed, before),
  }
}

const CHANGING =
  /我|看|说|报|填|写|打|弄|搞|错|串|行|了|改(?:成|为)?|换成?|写成?|应该?|数(?:字|据)?|更正为?|[□■]/g
