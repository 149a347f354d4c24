import type { TaskFilter, UnitSlot } from '../domain/task-filter.ts'
import { comparable } from '../text/comparable.ts'
import { isAbout } from '../understand/names/documents.ts'
import type { Lexicon } from '../understand/prepare.ts'
import { tasksAround } from './around.ts'
import type { AnswerDeps } from './deps.ts'
import { headingsCalled, underAny, underHeading } from './headings.ts'
import type { TaskRead, TaskRow } from './ledger.ts'
import { type TopicMatcher, topicMatcher } from './match.ts'
import { hasWritten, isSole, leadsOf, plays } from './plays.ts'
import { speaksOf } from './speaks-of.ts'
import { allRows, bestRows, partsOf, withoutAct } from './topics.ts'

export interface Finder {
  readonly deps: AnswerDeps
  readonly lexicon: Lexicon
}

/** list: every task that fits; best: the few that fit the topic best. */
export type Mode = 'list' | 'best'

/** The tasks a filter means. SQL narrows by everything but the roles' finer points and the topic's fit. */
export async function findTasks(
  filter: TaskFilter,
  mode: Mode,
  { deps, lexicon }: Finder,
): Promise<TaskRow[]> {
  if (filter.documents?.ids.length === 0) return []
  const around = await tasksAround(filter, { deps })
  if (around !== null) return [...around]
  const topics = filter.topics ?? []
  const headed = mode === 'list' ? await underCalled(filter, { deps, lexicon }) : []
  const words = topics.flatMap((topic) => topicMatcher(topic, lexicon.rarity).words)
  const rows = await deps.ledger.tasks({ ...readOf(filter), ...(words.length === 0 ? {} : { words }) })
  const fitting = underHeading(rows, filter.section, lexicon).filter((row) => fits(row, filter))
  if (topics.length === 0) return fitting
  if (headed.length > 1) return besides(headed, fitting, topicMatcher(topics[0] ?? '', lexicon.rarity))
  const found = topics.flatMap((topic) => {
    const search = { mode, mentioned: filter.mentioned ?? false, lexicon }
    const whole = onTopic(topic, fitting, search)
    return whole.length > 0 || mode === 'best'
      ? whole
      : withoutAct({ rows: fitting, topic, rarity: lexicon.rarity, texts: taskText })
  })
  const [topic] = topics
  const whole = mode === 'list' && topics.length === 1 && filter.units !== undefined && !filter.mentioned
  const more = whole && topic !== undefined ? await ofMatter(filter, topic, { deps, lexicon }) : []
  return [...new Map([...found, ...more].map((row) => [row.id, row])).values()]
}

/** 城发集团参与低空的任务: every task of the unit in a document that is about nothing else, whatever words it has. */
async function ofMatter(filter: TaskFilter, topic: string, { deps, lexicon }: Finder): Promise<TaskRow[]> {
  const about = lexicon.rows.documents.filter((d) => isAbout(d, topic))
  const named = filter.documents?.ids
  const documents = about.map((d) => d.id).filter((id) => named?.includes(id) ?? true)
  if (documents.length === 0 || about.length * 2 > lexicon.rows.documents.length) return []
  const rows = await deps.ledger.tasks({ ...readOf(filter), documents })
  return rows.filter((row) => fits(row, filter))
}

/** What stands under the heading, and what says the very words elsewhere. */
const besides = (
  headed: readonly TaskRow[],
  rows: readonly TaskRow[],
  { exact }: TopicMatcher,
): TaskRow[] => {
  const said = rows.filter((row) => exact(taskText(row)))
  return [...said, ...headed.filter((row) => !said.some((s) => s.id === row.id))]
}

/** The one topic is what a heading is called, with several tasks under it: those, whatever words they have. */
async function underCalled(filter: TaskFilter, { deps, lexicon }: Finder): Promise<TaskRow[]> {
  const [topic, other] = filter.topics ?? []
  if (topic === undefined || other !== undefined || filter.mentioned) return []
  const named = filter.documents?.ids
  const sections = headingsCalled(topic, lexicon).filter((s) => named?.includes(s.documentId) ?? true)
  if (sections.length === 0) return []
  const documents = [...new Set(sections.map((s) => s.documentId))]
  const rows = await deps.ledger.tasks({ ...readOf(filter), documents })
  return underAny(rows, sections).filter((row) => fits(row, filter))
}

function readOf(filter: TaskFilter): TaskRead {
  return {
    ...(filter.documents === undefined ? {} : { documents: filter.documents.ids }),
    ...(filter.units === undefined || filter.unitsJoin === 'none'
      ? {}
      : { units: filter.units.flatMap((unit) => unit.ids) }),
    ...(filter.numbers === undefined ? {} : { numbers: filter.numbers }),
    ...(filter.part === undefined ? {} : { part: filter.part }),
    ...(filter.path === undefined ? {} : { path: filter.path }),
    ...(filter.among === undefined ? {} : { ids: filter.among }),
    ...(filter.dueFrom === undefined ? {} : { dueFrom: filter.dueFrom }),
    ...(filter.dueTo === undefined ? {} : { dueTo: filter.dueTo }),
  }
}

function fits(row: TaskRow, filter: TaskFilter): boolean {
  const units = filter.units ?? []
  const hasRole = (unit: UnitSlot) => plays(row, unit, filter.roles ?? [], filter.writtenOnly ?? false)
  const unitsFit =
    filter.unitsJoin === 'none'
      ? row.units.length > 0 && !units.some(hasRole)
      : units.length === 0 || (filter.unitsJoin === 'all' ? units.every(hasRole) : units.some(hasRole))
  const free = !(filter.without ?? []).some((unit) => plays(row, unit, [], false))
  const lacks = (filter.missing ?? []).every((role) => !row.units.some((unit) => unit.role === role))
  const wantsLead = filter.missing !== undefined || filter.writtenOnly === true
  const onlyLeads =
    units.length > 0 || !wantsLead || !(filter.roles ?? []).includes('lead') || hasWritten(row, 'lead')
  const due = filter.undated ? !isDueWritten(row) : filter.dueTo === undefined || isDueWritten(row)
  const metric =
    filter.withMetric === undefined || filter.withMetric === row.metrics.some((m) => m.kind !== 'share')
  const alone = filter.alone !== true || units.some((unit) => isSole(row, unit, filter.roles ?? []))
  const led = filter.leads === undefined || leadsOf(row) >= filter.leads
  return led && unitsFit && alone && free && lacks && onlyLeads && due && metric
}

/** 年底前 in the clause is a deadline although its year is the document's; a year that merely heads it is none. */
export const isDueWritten = (row: TaskRow): boolean =>
  row.dueOn !== null &&
  (row.dueCertainty !== 'implied' || (row.dueRaw !== null && row.text.includes(row.dueRaw)))

interface TopicSearch {
  readonly mode: Mode
  readonly mentioned: boolean
  readonly lexicon: Lexicon
}

function onTopic(topic: string, rows: readonly TaskRow[], search: TopicSearch): TaskRow[] {
  const { mode, mentioned, lexicon } = search
  const parts = partsOf(topic, rows.map(taskText))
  return parts.flatMap((part) => {
    const about = (row: TaskRow) => lexicon.documentById.get(row.document.id)?.about.slice(0, 600) ?? ''
    const titles = (row: TaskRow) => row.title ?? ''
    const sought = { rows, topic: part, rarity: lexicon.rarity, texts: taskText, titles }
    if (mode === 'best') return bestTasks({ ...sought, rows: rows.filter(ofThing(part, lexicon)) }, about)
    const literal = mentioned ? rows.filter((row) => saysLiterally(part, taskText(row))) : []
    if (literal.length > 0) return literal
    const all = allRows(sought)
    if (mentioned && all.length > 0) return all
    const { exact } = topicMatcher(part, lexicon.rarity)
    return [...all, ...rows.filter((row) => !all.includes(row) && exact(row.section))]
  })
}

function ofThing(topic: string, lexicon: Lexicon) {
  const speaks = speaksOf(topic, lexicon)
  return (row: TaskRow) => speaks(row.document.id, allWords(row))
}

/** 提到无人机的: the very words, not another way of saying them. */
const saysLiterally = (topic: string, text: string): boolean => {
  const plain = comparable(text)
  return topic.split(' ').every((part) => plain.includes(comparable(part)))
}

type Sought = Parameters<typeof bestRows<TaskRow>>[0]

/** Words of the heading and of the document's opening count a little less than the task's own. */
const WIDE = 0.9
/** The words as said in the text and in the title: no row scores more, so wider words need not be tried. */
const MOST = 1.2 + 0.2 * 1.2

/** By the words of the task, or with what its document is about (低空经济 in a plan for nothing else). */
function bestTasks(sought: Sought, about: (row: TaskRow) => string): TaskRow[] {
  const own = bestRows(sought)
  if ((own[0]?.score ?? 0) >= WIDE * MOST) return own.map((s) => s.row)
  const wide = bestRows({ ...sought, texts: (row) => `${taskText(row)}。${row.section}。${about(row)}` })
  const [first, other] = [own[0]?.score ?? 0, (wide[0]?.score ?? 0) * WIDE]
  return (first >= other ? own : wide).map((s) => s.row)
}

export const taskText = (row: TaskRow): string =>
  row.title === null || row.text.startsWith(row.title) ? row.text : `${row.title}。${row.text}`

/** All that a task is told by: its headings, its words, what its targets are called, its document. */
export const allWords = (row: TaskRow): string =>
  [row.section, taskText(row), ...row.metrics.map((metric) => metric.name), row.document.title].join(' ')

/** How many more tasks name only a group that the unit belongs to. */
export async function countViaGroups(
  filter: TaskFilter,
  rows: readonly TaskRow[],
  finder: Finder,
): Promise<number> {
  if (filter.unitsJoin === 'none') return 0
  if (filter.alone === true) return 0 // a group is never one alone
  const ids = new Set(filter.units?.flatMap((unit) => unit.ids) ?? [])
  const groups = finder.lexicon.rows.units.filter((unit) => unit.members.some((member) => ids.has(member)))
  if (groups.length === 0) return 0
  const slot = { ids: groups.map((group) => group.id), name: groups[0]?.short ?? '', said: null }
  const via = await findTasks({ ...filter, units: [slot] }, 'list', finder)
  return via.filter((row) => !rows.some((own) => own.id === row.id)).length
}
