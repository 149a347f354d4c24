import type { Query } from '../../domain/query.ts'
import type { TaskFilter } from '../../domain/task-filter.ts'
import { parseNumber } from '../../text/numbers.ts'
import type { Intent } from '../intents.ts'
import { FULLEST } from '../sections-asked.ts'
import type { Slots } from '../slots.ts'
import { asks } from '../wording.ts'
import { asksFiles, asksWhetherLeads } from './asked-forms.ts'
import { carrierAsked } from './carrier.ts'
import { countOf } from './counted.ts'
import { dutyQuery } from './duty.ts'
import { filterOf } from './filter.ts'
import { metricQuery, softUnits, withoutFigures } from './metric.ts'
import { peopleOf } from './people.ts'
import { progressQuery } from './progress.ts'
import { settle } from './settle.ts'
import { stageQuery } from './stage.ts'

/** Slots → Query. What the question leaves open stays absent. */
export function buildQuery(slots: Slots): Query {
  const intent = settle(slots)
  const filter = filterOf(slots)
  const documents = slots.documents === null ? {} : { documents: slots.documents }
  switch (intent) {
    case 'help':
      return { kind: 'help' }
    case 'office':
      return { kind: 'people', ...documents, office: true }
    case 'people':
      return { kind: 'people', ...documents, ...peopleOf(slots) }
    case 'compare':
      return compared(slots, filter)
    case 'ranking':
      return ranked(slots, filter)
    case 'span':
      return { kind: 'stage', ...documents, whole: true }
    case 'stage':
      return stageQuery(slots)
    case 'duty':
      return dutyQuery(slots)
    case 'progress':
      return progressQuery(slots, filter)
    case 'deadline':
      return { kind: 'deadline', filter }
    case 'count':
      return {
        kind: 'count',
        of: countOf(slots),
        filter,
        ...(FULLEST.test(slots.text) ? { fullest: true } : {}),
      }
    case 'lead':
      return leading(slots, filter)
    case 'metric':
    case 'definition':
      return metricQuery(slots, filter, intent)
    case 'detail':
      return { kind: 'detail', ...detailAsked(slots), filter: softUnits(slots, filter) }
    case 'tasks':
      return { kind: 'tasks', filter }
    case 'meeting':
    case 'contact':
    case 'gist':
    case 'passages':
      return { kind: 'passages', text: slots.text, ...documents, ...wantedOf(intent) }
  }
}

function compared(slots: Slots, filter: TaskFilter): Query {
  if (ofDistricts(slots)) return metricQuery(slots, filter, 'metric')
  if (SAME_UNITS.test(slots.text) && slots.units.length === 0)
    return { kind: 'lead', filter: withoutRoles(filter), roles: slots.roles, same: true }
  return {
    kind: 'compare',
    of: slots.units.length > 1 ? 'units' : slots.named || ofYears(slots) ? 'documents' : 'metrics',
    // Districts beside one another are units, not parts of a figure.
    filter: slots.units.length > 1 ? filter : withoutFigures(softUnits(slots, filter)),
  }
}

const leading = (slots: Slots, filter: TaskFilter): Query => ({
  kind: 'lead',
  filter: asksWhetherLeads(slots) || weighsUnits(slots) ? withoutOwn(filter) : filter,
  roles: slots.roles,
  ...(/(?:多少|几)(?:个|家)/.test(slots.text) ? { counted: true } : {}),
  ...carrierAsked(slots.text),
})

/** 江北区和石堰区养护里程差多少: the figure of each, no tasks of theirs. */
const ofDistricts = ({ parts, units, topics, text }: Slots): boolean =>
  parts.length > 1 &&
  parts.length === units.length &&
  topics.length > 0 &&
  !/任务|牵头|参与|负责|[项条件]/.test(text)

/** 第5条和第6条牵头单位一样吗, 是不是同一家: units beside one another, no figures. */
const SAME_UNITS =
  /(?:牵头|责任|配合|主责)(?:单位|部门)?[^，。？?]{0,6}(?:一样|相同|一致|同一[家个])|同一[家个](?:单位|部门|局)?(?:在|来)?(?:牵头|负责)/

const withoutRoles = ({ roles: _, ...rest }: TaskFilter): TaskFilter => rest

/** 市经信局2020年和2022年牵头的任务哪年多: the documents of each year, one beside the other. */
const ofYears = ({ years, units, topics, text }: Slots): boolean =>
  years.length > 1 && topics.length === 0 && (units.length === 1 || /任务|[项条]/.test(text))

/** 片区开发找高新区还是找新城, BIM谁牵头，发改委在不在里头: of a matter all its units are told. */
const weighsUnits = ({ text, topics, units }: Slots): boolean =>
  topics.length > 0 &&
  units.length > 0 &&
  (/[^，。？?]{2,}还是(?!牵头|配合|参与|责任|主责)(?:由|找|归|是)?\p{Script=Han}{2,}/u.test(text) ||
    /谁.*(?:在不在|有没有它?|算不算|(?:也)?在(?:里面|里头|其中)(?:吗|么))/.test(text))

const detailAsked = ({ detail, years }: Slots) => ({
  of: detail?.of ?? ('names' as const),
  ...(detail?.noun === undefined ? {} : { noun: detail.noun }),
  ...(years.length === 1 ? { year: years[0]! } : {}),
})

function withoutOwn(filter: TaskFilter): TaskFilter {
  const { units: _, ...rest } = filter
  return rest
}

const wantedOf = (intent: Intent) =>
  intent === 'meeting' || intent === 'contact' || intent === 'gist' ? { wanted: intent } : {}

/** Nothing at all to go by: ask back. */
export function unclear(slots: Slots): Query | null {
  const filter = filterOf(slots)
  const anything =
    Object.keys(filter).length > 0 ||
    slots.people.length > 0 ||
    slots.posts.length > 0 ||
    slots.stage !== null ||
    slots.gazette ||
    asksFiles(slots) ||
    (slots.intent === 'count' && (countOf(slots) !== 'tasks' || /任务/.test(slots.text)))
  const alone: readonly (Intent | null)[] = [
    'help',
    'duty',
    'stage',
    'office',
    'people',
    'span',
    'progress',
    'ranking',
    'meeting',
  ]
  if (anything || alone.includes(slots.intent)) return null
  return { kind: 'clarify', about: asks.what, choices: [] }
}

/** 前五个, 最多: how far down the ranking goes, no matter to look for. */
const RANK_WORDS = /^(?:前?[\d一二三四五六七八九十]+[个名家位]?|最多(?:的|是|有)*)$/

/** Five unless a number is said; a lead's tasks unless another part is. */
function ranked(slots: Slots, filter: TaskFilter): Query {
  const { units: _, topics, ...rest } = filter
  const said =
    /前\s*(?<n>[\d一二三四五六七八九十]+)|(?<m>[\d一二三四五六七八九十]+)(?:个|家)(?:单位|部门)/.exec(
      slots.text,
    )
  const top = parseNumber(said?.groups?.n ?? said?.groups?.m ?? '') ?? 5
  const matters = (topics ?? []).filter((topic) => !RANK_WORDS.test(topic))
  const roles = slots.roles.length > 0 ? slots.roles : (['lead'] as const)
  const filtered = { ...rest, roles, ...(matters.length === 0 ? {} : { topics: matters }) }
  return { kind: 'compare', of: 'units', filter: filtered, top: Math.min(Math.max(top, 1), 20) }
}
