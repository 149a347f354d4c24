import type { Query } from '../../domain/query.ts'
import type { TaskFilter } from '../../domain/task-filter.ts'
import { placeOf } from '../../understand/names/units.ts'
import type { Facts } from '../facts.ts'
import { countViaGroups, type Finder, findTasks } from '../find-tasks.ts'
import type { TaskRow } from '../ledger.ts'
import type { NoneFacts } from '../none-facts.ts'
import { askedOf, searchedIn } from '../scope.ts'
import { findClauses, findPattern } from './clauses.ts'
import { nothingDue } from './deadline.ts'
import { answerDuty } from './duty.ts'
import { notAmong } from './lead.ts'
import { answerMetric } from './metric.ts'

type TasksQuery = Extract<Query, { kind: 'tasks' | 'progress' }>

/** A list of tasks; where none is, clauses that speak of the topic; else none. */
export async function answerTasks(query: TasksQuery, finder: Finder): Promise<Facts> {
  const { filter } = query
  if (query.kind === 'progress' && Object.keys(filter).every((key) => key === 'states'))
    return noProgress(finder)
  const rows = await findTasks(filter, 'list', finder)
  const viaGroup = filter.units === undefined ? 0 : await countViaGroups(filter, rows, finder)
  if (rows.length > 0) return { kind: 'tasks', asked: askedOf(filter), rows, viaGroup, ...progressOf(query) }
  if (filter.among !== undefined && filter.units !== undefined && filter.topics === undefined)
    return notAmong(query, finder)
  const part = await ofDistrict(query, finder)
  if (part !== null) return part
  const topic = filter.topics?.join(' ')
  if (filter.dueTo !== undefined && topic === undefined)
    return (
      (await reportsDue(filter, finder)) ?? (await stagesUntil(filter, finder)) ?? nothingDue(filter, finder)
    )
  if (topic !== undefined && filter.units === undefined) {
    const documents = filter.documents?.ids ?? null
    const clauses = await findClauses({ topic, documents, enough: 0.85, limit: 3 }, finder)
    if (clauses.length > 0) return { kind: 'passages', clauses }
  }
  if (viaGroup > 0 && !filter.byName) return groupTasks(query, finder)
  const clauses = await namingUnit(filter, finder)
  if (clauses.length > 0) return { kind: 'passages', clauses }
  const naming = viaGroup > 0 ? null : await namedInText(filter, finder)
  if (naming !== null) return naming
  const parts = await otherParts(filter, finder)
  return { ...noTasks(query, finder), ...(viaGroup === 0 ? {} : { viaGroup }), ...parts }
}

/** 2号议案6月底要做什么: no task is due then, but a report is. */
async function reportsDue({ documents, units, dueTo }: TaskFilter, finder: Finder): Promise<Facts | null> {
  if (documents === undefined || units !== undefined || dueTo === undefined) return null
  const duty = await answerDuty({ kind: 'duty', documents, dueBy: dueTo }, finder)
  return duty.kind === 'duty' && duty.duties.length > 0 ? duty : null
}

/** 1号议案3月底之前要做哪些事: no task is due then, but a stage of the document ends. */
async function stagesUntil(
  { documents, units, dueFrom, dueTo }: TaskFilter,
  finder: Finder,
): Promise<Facts | null> {
  if (documents === undefined || units !== undefined || dueTo === undefined) return null
  const all = await finder.deps.ledger.stages(documents.ids)
  const own = (day: string) => day.slice(5) // a plan of another year has its own 3月底
  const stages = all.filter(
    ({ end }) =>
      end !== null && (own(end) === own(dueTo) || (dueFrom !== undefined && dueFrom <= end && end <= dueTo)),
  )
  return stages.length === 0 ? null : { kind: 'stage', stages, topic: null }
}

/** 市财政局在农村公路方案里负责啥: no task is its own, but a clause of the document tells it what to do. */
async function namingUnit({ documents, units, topics, roles }: TaskFilter, finder: Finder) {
  const [unit, other] = units ?? []
  if (documents === undefined || unit === undefined || other !== undefined) return []
  if (topics !== undefined || (roles ?? []).includes('lead') || documents.ids.length > 3) return []
  const names = unit.ids.flatMap((id) => finder.lexicon.unitById.get(id)?.short ?? [])
  const pattern = new RegExp(
    `(?:${names.join('|')})(?:要|应)?(?:牵头|负责|按照|会同|统筹|指导|承担|做好|加强|安排)`,
  )
  return findPattern({ documents: documents.ids, words: names, pattern }, finder)
}

/** 四大电信运营商有哪些任务: no unit of any, but a text speaks of it by that name. */
async function namedInText(filter: TaskFilter, finder: Finder): Promise<Facts | null> {
  const [unit, other] = filter.units ?? []
  const name = unit?.said ?? unit?.name ?? ''
  if (other !== undefined || name.length < LONG || filter.topics !== undefined) return null
  if (filter.unitsJoin === 'none' || filter.missing !== undefined) return null
  const documents = filter.documents?.ids
  const rows = await finder.deps.ledger.tasks({ words: [name], ...(documents && { documents }) })
  const said = rows.filter((row) => row.text.includes(name)).slice(0, FEW)
  const tasks = said.map((row) => ({ row, sentence: row.text }))
  return tasks.length === 0 ? null : { kind: 'closest', about: name, named: true, tasks, clauses: [] }
}

/** A name so long stands in a text for itself. */
const [LONG, FEW] = [4, 5]

/** 蔡甸区2026年有客货邮线路吗: no task names the district, but a table may have its figure. */
async function ofDistrict(query: TasksQuery, finder: Finder): Promise<Facts | null> {
  const { units, ...filter } = query.filter
  const by = units?.length === 1 ? placeOf(units[0]?.said ?? units[0]?.name ?? '', finder.lexicon) : ''
  if (filter.topics === undefined || !/[区县]$/.test(by)) return null
  const facts = await answerMetric({ kind: 'metric', filter, by }, finder)
  return facts.kind === 'figures' ? { ...facts, ...progressOf(query) } : null
}

/** Nothing narrows the question and nothing has been reported: a list of every task would answer nothing. */
const noProgress = ({ lexicon }: Finder): NoneFacts => ({
  kind: 'none',
  why: 'no-progress',
  about: '',
  searched: searchedIn(undefined, lexicon),
  near: [],
})

const progressOf = (query: TasksQuery) => (query.kind === 'progress' ? { progress: true } : {})

/** Not named itself: the tasks of the groups it belongs to, said as such. */
async function groupTasks(query: TasksQuery, finder: Finder): Promise<Facts> {
  const ids = new Set(query.filter.units?.flatMap((unit) => unit.ids) ?? [])
  const groups = finder.lexicon.rows.units.filter((unit) => unit.members.some((member) => ids.has(member)))
  const slot = {
    ids: groups.map((group) => group.id),
    name: groups.map((g) => g.short).join('、'),
    said: null,
  }
  const rows: TaskRow[] = await findTasks({ ...query.filter, units: [slot] }, 'list', finder)
  return { kind: 'tasks', asked: askedOf(query.filter), rows, viaGroup: rows.length, ...progressOf(query) }
}

/** 财政局有没有牵头的: none, but so many in other parts. */
async function otherParts(
  { roles, ...filter }: TaskFilter,
  finder: Finder,
): Promise<Pick<NoneFacts, 'otherParts'>> {
  if (roles === undefined || filter.units === undefined || filter.unitsJoin === 'none') return {}
  const rows = await findTasks(filter, 'list', finder)
  return rows.length === 0 ? {} : { otherParts: rows.length }
}

function noTasks(query: TasksQuery, { lexicon }: Finder): NoneFacts {
  const { filter } = query
  const asked = askedOf(filter)
  const names = filter.units?.map((unit) => unit.name).join('、') ?? null
  const unit = filter.unitsJoin === 'none' ? names : asked.unit
  const about = [unit, asked.topic].filter((part) => part !== null).join(' ')
  const noDocument = filter.documents?.ids.length === 0
  return {
    kind: 'none',
    why: noDocument ? 'no-document' : whyNone(filter),
    about: noDocument ? (filter.documents?.name ?? '') : about === '' ? numbersSaid(filter) : about,
    ...(noDocument || asked.unit === null ? {} : { asked }),
    searched: searchedIn(noDocument ? undefined : filter.documents, lexicon),
    near: [],
  }
}

function whyNone(filter: TaskFilter): NoneFacts['why'] {
  if (filter.unitsJoin === 'none') return 'in-all'
  if (filter.units !== undefined) return 'no-unit'
  return filter.numbers === undefined ? 'nothing' : 'no-number'
}

const numbersSaid = (filter: TaskFilter): string =>
  filter.numbers === undefined ? '' : `第${filter.numbers.join('、')}项`
