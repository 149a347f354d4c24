import type { Answered } from '../../answer/facts.ts'
import type { DocumentRef, TaskRow } from '../../answer/ledger.ts'
import type { ProgressFacts } from '../../answer/progress-facts.ts'
import type { Asked } from '../../answer/task-facts.ts'
import { documentLabel } from '../../understand/names/documents.ts'
import { LIGHT_NAMES } from './progress-words.ts'
import { placeName } from './task-words.ts'
import { shownTopic } from './wording.ts'

const EXAMPLES: readonly string[] = ['我们单位牵头哪些任务', '哪些任务没有写牵头单位', '报送要求有哪些']
const SHOWN = 3
/** A topic longer than this is a sentence, not a name. */
const NAME_MAX = 12

/** Two or three next questions a clerk would expect, each answerable as written. */
export function suggestionsFor(answered: readonly Answered[], documents: readonly DocumentRef[]): string[] {
  const [first] = answered
  if (first === undefined) return [...EXAMPLES]
  const next = new Set(nextOf(first, (d) => briefly(d, documents)))
  return [...next].slice(0, SHOWN)
}

type Name = (document: DocumentRef) => string

function nextOf({ facts, query }: Answered, name: Name): string[] {
  switch (facts.kind) {
    case 'tasks':
      return [...otherRole(facts.asked), ...dueSoon(facts.asked, facts.rows), ...ofFirst(facts.rows, name)]
    case 'count':
      return facts.of === 'documents'
        ? facts.count.documents.map((d) => `${name(d)}有多少项任务`)
        : ofFirst(facts.count.rows, name)
    case 'lead':
      return nextTo(facts.rows[0], { query, open: (q) => !/谁牵头/.test(q), name })
    case 'deadline':
      return nextTo(facts.rows[0], { query, open: (q) => !/什么时候/.test(q), name })
    case 'detail':
      return nextTo(facts.tasks[0]?.row, { query, open: () => true, name })
    case 'figures':
      return nextTo(facts.tasks[0]?.row, { query, open: (q) => /什么时候/.test(q), name })
    case 'stage':
      return facts.stages.slice(0, 1).map((s) => `${name(s.document)}的报送要求`)
    case 'duty':
      return facts.duties.slice(0, 1).map((d) => `${name(d.document)}有多少项任务`)
    case 'people':
      return facts.rows.slice(0, 1).map((r) => `${name(r.document)}的报送要求`)
    case 'units':
      return facts.tallies.slice(0, 2).map((t) => `${t.unit}牵头哪些任务`)
    case 'none':
      return afterNone(facts.near[0]?.row, facts.listed !== undefined ? topicOf(query) : null, name)
    case 'progress':
      return afterProgress(facts, name)
    case 'help':
    case 'chat':
    case 'clarify':
      return [...EXAMPLES]
    default:
      return []
  }
}

/** Why the first troubled task is so, and the reports of one told alone. */
function afterProgress({ lines, query }: ProgressFacts, name: Name): string[] {
  const numbered = lines.filter(({ row }) => row.no !== null)
  const troubled = numbered.find(({ standing }) => ['red', 'amber'].includes(standing.light))
  const why =
    troubled === undefined || query.of === 'why'
      ? []
      : [`${placeOf(troubled.row, name)}为什么是${LIGHT_NAMES[troubled.standing.light]}`]
  const [only] = numbered
  const told =
    numbered.length !== 1 || only === undefined || query.of === 'history' || only.standing.report === null
  return [
    ...why,
    ...(told ? [] : [`${placeOf(only.row, name)}历次报送`]),
    ...(query.of === undefined && lines.length > 1 ? ['有哪些滞后的任务'] : []),
  ]
}

/** 5号文 where no other document has that number; else the number in full. */
function briefly(document: DocumentRef, all: readonly DocumentRef[]): string {
  const tail = /〕(\d+号)$/.exec(document.number ?? '')?.[1]
  if (tail === undefined) return documentLabel(document)
  const same = all.filter((d) => d.number?.endsWith(`〕${tail}`) || d.title.includes(tail))
  return same.length === 1 ? `${tail}文` : documentLabel(document)
}

function topicOf(query: Answered['query']): string | null {
  const topics = 'filter' in query ? (query.filter.topics ?? []) : []
  const [topic] = topics
  return topics.length === 1 && topic !== undefined && topic.length <= NAME_MAX && !topic.includes(' ')
    ? shownTopic(topic)
    : null
}

/** A task by its number, or by what was asked about; never by a path nobody would type. */
function aboutTask(row: TaskRow, topic: string | null, name: Name): string[] {
  const called = row.no === null ? topic : placeOf(row, name)
  if (called === null) return []
  const due = row.dueOn !== null && row.dueCertainty !== 'implied' ? [`${called}什么时候完成`] : []
  const target = row.metrics.length > 0 ? [`${called}的目标是多少`] : []
  return [...(row.units.length > 0 ? [`${called}谁牵头`] : []), ...target, ...due]
}

const placeOf = (row: TaskRow, name: Name): string => `${name(row.document)}${placeName(row)}`

/** Of a list the first task with a number and a target. */
function ofFirst(rows: readonly TaskRow[], name: Name): string[] {
  const row = rows.find((r) => r.no !== null && r.metrics.length > 0) ?? rows.find((r) => r.no !== null)
  return row === undefined ? [] : aboutTask(row, null, name).filter((q) => !/谁牵头/.test(q))
}

/** What else is asked of a task just told, and of who leads it. */
function nextTo(row: TaskRow | undefined, { query, open, name }: Next): string[] {
  return row === undefined ? [] : [...aboutTask(row, topicOf(query), name).filter(open), ...ofLead(row)]
}

interface Next {
  readonly query: Answered['query']
  /** Keeps the questions the answer has not just told. */
  readonly open: (question: string) => boolean
  readonly name: Name
}

/** The other tasks of who leads this one. */
const ofLead = (row: TaskRow): string[] =>
  row.units
    .filter((u) => u.role === 'lead' && u.unitId !== null)
    .slice(0, 1)
    .map((u) => `${u.written}牵头哪些任务`)

/** Where some tasks of a unit have days of their own, which fall due by the end of the year. */
function dueSoon({ unit, dueTo }: Asked, rows: readonly TaskRow[]): string[] {
  const dated = rows.some((row) => row.dueOn !== null && row.dueCertainty !== 'implied')
  return unit === null || unit.includes('、') || dueTo !== null || !dated
    ? []
    : [`${unit}年底前到期的任务有哪些`]
}

/** The same unit in its other part: 牵头 → 责任单位, and back. */
function otherRole({ unit, roles }: Asked): string[] {
  if (unit === null || unit.includes('、')) return []
  return roles.includes('lead') ? [`${unit}作为责任单位的任务有哪些`] : [`${unit}牵头哪些任务`]
}

function afterNone(near: TaskRow | undefined, topic: string | null, name: Name): string[] {
  const parts = topic === null ? [] : [`${topic}各区多少`]
  return [...parts, ...(near === undefined ? [] : aboutTask(near, topic, name))]
}
