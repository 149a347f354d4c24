import { createHash } from 'node:crypto'
import type { DutyTiming, DutyWords } from '../domain/document.ts'
import type { RequestKind } from '../domain/request.ts'
import type { Certainty, Day } from '../domain/span.ts'

/** What a document's duties are read with: who it is, how long it holds, and what its tasks are. */
export interface DutyDocument {
  readonly id: number
  /** Number, or 《title》. */
  readonly name: string
  /** The same for all versions of the document. */
  readonly series: string
  readonly place: string | null
  readonly issuedOn: Day | null
  /** The day it was brought in. */
  readonly addedOn: Day
  readonly start: Day | null
  readonly end: Day | null
  readonly duties: readonly ReadDuty[]
  readonly tasks: readonly OwedTask[]
}

/** A duty as the ledger has it: see `DutyRow`. */
export interface ReadDuty extends DutyWords, DutyTiming {
  readonly certainty?: Certainty | null
}

/** A task that is not closed, with the units that answer for it: groups opened, successors in place of who they succeed. */
export interface OwedTask {
  /** First version. */
  readonly taskId: number
  readonly leads: readonly number[]
  readonly responsible: readonly number[]
  readonly supporting: readonly number[]
}

/** A duty with what makes requests of it. */
export interface Duty extends ReadDuty {
  /** Names it through all readings of its document. */
  readonly key: string
  readonly documentId: number | null
  readonly document: string
  readonly kinds: readonly RequestKind[]
}

/** First match wins: 方案落实情况 is progress of a plan, not a plan. */
const KINDS: readonly (readonly [RegExp, RequestKind])[] = [
  [/进展|情况|总结|小结|简报|成效|报告/, 'progress'],
  [/(?:办理|工作|实施|行动|落实)方案|办理计划/, 'handlingPlan'],
  [/联络员|联系人|联系方式|督办(?:工作)?人员|名单/, 'contacts'],
]

/** What is to be handed in: 办理方案和联络员名单 are two; what has no name of its own is progress. */
export function kindsOf(what: string): readonly RequestKind[] {
  const kinds = what
    .split(/[、，和及与]/)
    .flatMap((part) => KINDS.find(([pattern]) => pattern.test(part))?.[1] ?? [])
  return kinds.length > 0 ? [...new Set(kinds)] : ['progress']
}

/** Keys of a document's duties, in order: by its words, so that a better reading of dates and units keeps the key. */
export function dutyKeys(series: string, duties: readonly ReadDuty[]): readonly string[] {
  const seen = new Map<string, number>()
  return duties.map(({ text, what }) => {
    const words = `${series}\n${text}\n${what}`
    const nth = seen.get(words) ?? 0
    seen.set(words, nth + 1)
    return createHash('sha256').update(`${words}\n${nth}`).digest('hex').slice(0, 8)
  })
}
