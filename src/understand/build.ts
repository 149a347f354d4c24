import type { Query, TaskFilter } from '../domain/query.ts'
import type { Intent } from './intents.ts'
import type { Slots } from './slots.ts'
import { asks } from './wording.ts'

/** Slots → Query. What the question leaves open stays absent. */
export function buildQuery(slots: Slots): Query {
  const intent = settle(slots)
  const filter = filterOf(slots)
  const documents = slots.documents === null ? {} : { documents: slots.documents }
  const topic = slots.topics.length === 0 ? {} : { topic: slots.topics.join(' ') }
  switch (intent) {
    case 'help':
      return { kind: 'help' }
    case 'office':
      return { kind: 'people', ...documents, office: true }
    case 'people':
      return { kind: 'people', ...documents, ...peopleOf(slots) }
    case 'compare':
      return {
        kind: 'compare',
        of: slots.units.length > 1 ? 'units' : slots.named ? 'documents' : 'metrics',
        filter: softUnits(slots, filter),
      }
    case 'span':
      return { kind: 'stage', ...documents, whole: true }
    case 'stage':
      return {
        kind: 'stage',
        ...documents,
        ...(slots.stage === null
          ? slots.month === null
            ? topic
            : { topic: slots.month }
          : { name: slots.stage }),
      }
    case 'duty':
      return {
        kind: 'duty',
        ...documents,
        ...topic,
        ...rhythmOf(slots.text),
        ...(slots.dueTo === null ? {} : { dueBy: slots.dueTo }),
      }
    case 'progress':
      return { kind: 'progress', filter }
    case 'deadline':
      return { kind: 'deadline', filter }
    case 'count':
      return { kind: 'count', of: countOf(slots), filter }
    case 'lead':
      return { kind: 'lead', filter, roles: slots.roles }
    case 'metric':
    case 'definition':
      return metricQuery(slots, filter, intent)
    case 'tasks':
      return { kind: 'tasks', filter }
    case 'passages':
      return { kind: 'passages', text: slots.text, ...documents }
  }
}

/** Nothing at all to go by: ask back. */
export function unclear(slots: Slots): Query | null {
  const filter = filterOf(slots)
  const anything =
    Object.keys(filter).length > 0 ||
    slots.people.length > 0 ||
    slots.posts.length > 0 ||
    slots.stage !== null ||
    slots.gazette ||
    (slots.intent === 'count' && countOf(slots) !== 'tasks')
  const alone: readonly (Intent | null)[] = ['help', 'duty', 'stage', 'office', 'people', 'span', 'progress']
  if (anything || alone.includes(slots.intent)) return null
  return { kind: 'clarify', about: asks.what, choices: [] }
}

/** The intent the words say, mended by what else was found. */
function settle(slots: Slots): Intent {
  const listed =
    slots.units.length > 0 || slots.numbers.length > 0 || slots.path.length > 0 || slots.among.length > 0
  if (slots.people.length > 0 && slots.intent !== 'compare') return 'people'
  if (slots.intent === 'lead' && listsUnitTasks(slots)) return 'tasks'
  if (
    slots.intent === 'metric' &&
    slots.by === null &&
    listsUnitTasks(slots) &&
    /[几多少](?:条|项|件|个)/.test(slots.text)
  )
    return 'count'
  if (slots.intent === null && slots.stage !== null) return 'stage'
  if (slots.intent === 'deadline' && slots.stage !== null) return 'stage'
  if (slots.topics.length > 0 && asksPart(slots)) return 'metric'
  if (slots.intent === 'progress' && slots.years.length > 0 && slots.measure !== null) return 'metric'
  if (slots.intent === 'tasks' && slots.month !== null && slots.named && slots.topics.length === 0 && !listed)
    return 'stage'
  if (slots.intent === 'count' && countsThings(slots)) return 'metric'
  if (slots.intent === 'metric' && slots.missing.length > 0) return 'count'
  if (slots.intent === 'metric' && slots.withMetric !== null) return 'tasks'
  if (slots.intent === null)
    return listed || slots.documents !== null || slots.missing.length > 0
      ? 'tasks'
      : slots.roles.length > 0
        ? 'lead'
        : 'passages'
  return slots.intent
}

/** 市经信局当责任单位的任务有哪些: the unit is given, its tasks are asked. */
function listsUnitTasks(slots: Slots): boolean {
  const pinned = slots.topics.length > 0 || slots.numbers.length > 0 || slots.among.length > 0
  return slots.units.length > 0 && !pinned && !/谁|哪(?:个|家|些)(?:单位|部门|局)/.test(slots.text)
}

/** How a figure falls to the districts is asked, not one district's. */
const EACH_PART = /各区(?!人民)|分区|哪(?:个|几个|些)区|每个?区/

/** A district's figure (黄陂区…什么时候, 开几条, or nothing but the matter), or how a figure falls to the districts. */
function asksPart(slots: Slots): boolean {
  if (/负责|牵头|配合|参与|任务有|哪些任务|什么任务/.test(slots.text)) return false
  if (EACH_PART.test(slots.text)) return true
  const kinds: readonly (Intent | null)[] = ['deadline', 'count', null]
  return slots.by !== null && kinds.includes(slots.intent)
}

/** 转化重大科技成果多少项: 项 counts results here, not tasks. */
function countsThings(slots: Slots): boolean {
  const subject = slots.topics.join('').length >= 4 && slots.units.length === 0 && slots.missing.length === 0
  return subject && !/任务|工程|部分|板块|几块|举措|事项|文件|牵头|单位/.test(slots.text)
}

function filterOf(slots: Slots): TaskFilter {
  return {
    ...(slots.documents === null ? {} : { documents: slots.documents }),
    ...(slots.gazette ? { gazette: true } : {}),
    ...(slots.units.length === 0 ? {} : { units: slots.units }),
    ...(slots.units.length > 1 && /(?:一起|共同|都|同时)(?:参与|负责|有|在|牵头)/.test(slots.text)
      ? { unitsJoin: 'all' as const }
      : {}),
    ...(slots.roles.length === 0 ? {} : { roles: slots.roles }),
    ...(slots.writtenOnly ? { writtenOnly: true, roles: ['lead' as const] } : {}),
    ...(slots.missing.length === 0 ? {} : { missing: slots.missing }),
    ...(slots.numbers.length === 0 ? {} : { numbers: slots.numbers }),
    ...(slots.part === null ? {} : { part: slots.part }),
    ...(slots.path.length === 0 ? {} : { path: slots.path }),
    ...(slots.section === null ? {} : { section: slots.section }),
    ...(slots.topics.length === 0 ? {} : { topics: slots.topics }),
    ...(slots.topics.length > 0 && /提(?:到|及|过)|写(?:到|了|明|进)|讲到|说到|出现/.test(slots.text)
      ? { mentioned: true }
      : {}),
    ...(slots.dueFrom === null ? {} : { dueFrom: slots.dueFrom }),
    ...(slots.dueTo === null ? {} : { dueTo: slots.dueTo }),
    ...(slots.states.length === 0 ? {} : { states: slots.states }),
    ...(slots.among.length === 0 ? {} : { among: slots.among }),
    ...(slots.withMetric === null ? {} : { withMetric: slots.withMetric }),
  }
}

function metricQuery(slots: Slots, filter: TaskFilter, intent: Intent): Query {
  const year = slots.years.length === 1 ? { year: slots.years[0]! } : {}
  return {
    kind: 'metric',
    filter: softUnits(slots, softYear(slots, filter)),
    ...(slots.by === null ? (EACH_PART.test(slots.text) ? { by: '各区' } : {}) : { by: slots.by }),
    ...year,
    ...(measureOf(slots) === null ? {} : { measure: measureOf(slots)! }),
    ...(intent === 'definition' || /定义|什么意思|口径/.test(slots.text) ? { definition: true } : {}),
  }
}

/** The measure said, or the one the words imply: 增速 and 占比 are shares whatever else the clause counts. */
function measureOf(slots: Slots): string | null {
  if (slots.measure !== null && slots.measure !== '个') return slots.measure
  return /增速|增幅|增长率|增长(?:目标|多少|几|是|要|为|[？?]|$)|占比|比重/.test(slots.text)
    ? '%'
    : slots.measure
}

/** A year alone does not choose documents for a figure: a plan of several years has a column for it. */
function softYear(slots: Slots, filter: TaskFilter): TaskFilter {
  if (
    slots.named ||
    slots.years.length !== 1 ||
    slots.documents?.ids.length === 0 ||
    slots.topics.length === 0
  )
    return filter
  const { documents: _, ...rest } = filter
  return rest
}

/** A district in a question for a figure is the part asked for, not a unit whose tasks are meant. */
function softUnits(slots: Slots, filter: TaskFilter): TaskFilter {
  if (slots.by === null && !EACH_PART.test(slots.text)) return filter
  const { units: _, ...rest } = filter
  return rest
}

function peopleOf(slots: Slots) {
  const [name, post, unit] = [slots.people[0], slots.posts[0], slots.units[0]]
  return {
    ...(name === undefined ? {} : { name }),
    ...(post === undefined ? {} : { role: post }),
    ...(unit === undefined ? {} : { unit }),
  }
}

function countOf(slots: Slots) {
  if (slots.gazette || /(?:几|多少)份|(?:几|多少)个(?:文件|方案)/.test(slots.text)) return 'documents'
  if (slots.numbers.length > 0 && /块|部分|段|分/.test(slots.text)) return 'parts'
  if (/(?:几|多少)(?:个|家)?(?:单位|部门)/.test(slots.text)) return 'units'
  if (/(?:几|多少)(?:个|项|条)?指标/.test(slots.text)) return 'indicators'
  return /(?:几|多少)(?:大|个)?(?:工程|部分|板块|方面|大块|大类|大项|章)/.test(slots.text)
    ? 'sections'
    : 'tasks'
}

const RHYTHMS = [
  ['monthly', /月报|每月报|按月报|一月一报/],
  ['quarterly', /季报|每季度?报|按季报/],
  ['annual', /年报|每年报/],
] as const

function rhythmOf(text: string) {
  const found = RHYTHMS.find(([, pattern]) => pattern.test(text))
  return found === undefined ? {} : { recurrence: found[0] }
}
