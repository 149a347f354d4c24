import type { TaskRow } from '../../answer/ledger.ts'
import type { DeadlineFacts, TasksFacts } from '../../answer/task-facts.ts'
import { tallyOf } from '../../domain/light.ts'
import type { Block } from '../../domain/message.ts'
import type { Day } from '../../domain/span.ts'
import { dayName } from '../../text/calendar.ts'
import type { Part } from './blocks.ts'
import { documentsOf, namesLine } from './naming.ts'
import { tallyLine } from './progress-words.ts'
import { type Told, taskRows } from './rows.ts'
import type { SourceBook } from './sources.ts'
import { placeName } from './task-words.ts'
import { say, subject } from './wording.ts'

/** So few entries tell all their units; a longer list keeps to a line each. */
const FEW = 3

const note = (words: string): Block => ({ kind: 'note', text: words })

export function tasksPart(facts: TasksFacts, book: SourceBook, today: Day): Part {
  const { asked, rows, viaGroup } = facts
  const only = viaGroup > 0 && viaGroup === rows.length
  const group =
    viaGroup === 0 || asked.unit === null
      ? []
      : [note((only ? say.onlyViaGroup : say.viaGroup)(asked.unit, viaGroup))]
  const progress = facts.progress ? [note(say.noProgress)] : []
  return {
    title: `${subject(asked, today)} · ${rows.length}项`,
    ...under(rows, today),
    blocks: [...progress, ...tally(facts), ...taskList(facts, book, today), ...group],
  }
}

/** 🟢7 🟡3, above a list of which anything is known. */
function tally({ lights }: TasksFacts): Block[] {
  const standings = [...(lights?.values() ?? [])]
  const lit = standings.length > 1 && standings.some(({ light }) => light !== 'none')
  return lit ? [{ kind: 'text', text: tallyLine(tallyOf(standings)) }] : []
}

/** Which documents, and on which day the list was made. */
export function under(rows: readonly TaskRow[], today: Day): Pick<Part, 'subtitle'> {
  const names = namesLine(documentsOf(rows))
  return names === undefined ? {} : { subtitle: `${names} · 截至${dayName(today).slice(5)}` }
}

/** By deadline where one was asked for: what is still to come first, then what is past. */
export function taskList(
  { asked, rows, lights }: Pick<TasksFacts, 'asked' | 'rows' | 'lights'>,
  book: SourceBook,
  today: Day,
): Block[] {
  const told: Partial<Told> = {
    units: unitsTold(rows, asked),
    document: documentsOf(rows).length > 1,
    ...(lights === undefined ? {} : { lights: { of: lights, today } }),
  }
  if (asked.dueTo === null) return [taskRows(rows, book, told)]
  const ordered = [...rows].sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))
  const ahead = ordered.filter((row) => (row.dueOn ?? '') >= today)
  const past = ordered.filter((row) => (row.dueOn ?? '') < today)
  if (ahead.length === 0 || past.length === 0) return [taskRows(ordered, book, told)]
  return [
    { kind: 'heading', text: say.ahead(ahead.length) },
    taskRows(ahead, book, told),
    { kind: 'heading', text: say.past(past.length) },
    taskRows(past, book, told),
  ]
}

/** The unit whose list it is need not be told again and again as the lead. */
function unitsTold(rows: readonly TaskRow[], asked: TasksFacts['asked']): Told['units'] {
  if (rows.length <= FEW) return 'all'
  return asked.unit !== null && !asked.unit.includes('、') && asked.roles.join() === 'lead' ? 'none' : 'lead'
}

export function deadlinePart(facts: DeadlineFacts, book: SourceBook, today: Day): Part {
  const { asked, rows } = facts
  const [only] = rows
  const alone = rows.length === 1 && only?.dueOn != null && asked.dueTo === null
  return {
    title: alone
      ? `${placeName(only)}：${dayName(only.dueOn ?? '')}前`
      : asked.dueTo === null
        ? `${say.deadlineTitle} · ${rows.length}项`
        : `${subject(asked, today)} · ${rows.length}项`,
    ...under(rows, today),
    blocks: taskList(facts, book, today),
  }
}
