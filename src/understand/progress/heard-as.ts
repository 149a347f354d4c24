import type { Heard, HeardKind, TaskUpdate } from '../../domain/heard.ts'
import type { Entry } from './entries.ts'
import type { HearContext, LedgerTask } from './ledger.ts'
import type { Memory } from './memory.ts'
import type { Report } from './read-report.ts'
import type { ReportContext } from './said.ts'

/** What a listener may look at besides the message and its reading. */
export interface Hearing {
  readonly context: HearContext
  readonly memory: Memory
  readonly how: ReportContext
  /** The message with its parties marked. */
  readonly parties: string
}

export type Listener = (text: string, report: Report, hearing: Hearing) => Heard | null

export const heardAs = (
  kind: HeardKind,
  rule: string,
  report: Report,
  updates: readonly TaskUpdate[] = [],
): Heard => ({
  kind,
  query: null,
  order: null,
  handOver: null,
  owner: null,
  updates,
  unread: [],
  assumptions: [],
  trace: [...report.trace, `${kind}: ${rule}`],
})

export const hasReadings = (report: Report): boolean => report.entries.some((e) => e.readings.length > 0)
/** More than talk of going on: something a person confirms. */
export const saysState = (report: Report): boolean => report.states.some((s) => s !== 'ongoing')

export const bare = (task: LedgerTask, text: string): TaskUpdate => ({
  task: refOf(task),
  readings: [],
  state: null,
  expectedFinish: null,
  text,
  noChange: false,
  declined: false,
  difficulty: null,
  help: null,
})

export function updateOf(entry: Entry): TaskUpdate {
  const { task, readings, state, finish, text, declined, difficulty, help } = entry
  const noChange = entry.noChange && readings.length === 0 && (state === null || state === 'ongoing')
  return {
    task: refOf(task),
    readings,
    state: declined ? null : state,
    expectedFinish: finish,
    text,
    noChange: noChange && !declined,
    declined,
    difficulty,
    help,
  }
}

export const refOf = ({ id, document, path, no, part }: LedgerTask): TaskUpdate['task'] => ({
  id,
  document,
  path,
  no,
  part,
})

/** Words of a task without a figure, a state or a day tell of work going on. */
export function described(entry: Entry, report: Report): TaskUpdate {
  const update = updateOf(entry)
  const nothing =
    update.readings.length === 0 &&
    update.state === null &&
    !update.noChange &&
    !update.declined &&
    report.unread.length === 0
  return nothing ? { ...update, state: 'ongoing' } : update
}
