import type { DutyOrder } from '../../domain/order.ts'
import type { Viewer } from '../../domain/person.ts'
import type { Day } from '../../domain/span.ts'
import { addMonths } from '../../text/calendar.ts'
import { findRecurrences } from '../../text/recurrence.ts'
import { findDocuments } from '../finders/documents.ts'
import { findUnits } from '../finders/units.ts'
import { resolveDocuments, slotOf } from '../names/resolve-documents.ts'
import { resolveUnits } from '../names/resolve-units.ts'
import type { Lexicon } from '../prepare.ts'
import { lastDutyDate } from './duty-date.ts'

interface Reading {
  readonly viewer: Viewer
  readonly lexicon: Lexicon
  readonly today: Day
}

/** What is reported by a duty: without one of these words a sentence is about something else. */
const DUTY =
  /报送|上报|[月季年](?:度)?报(?!告[中里])|半年报|(?:工作|进展)?简报|月调度|季(?:度)?调度|(?:季|月|年)(?:度)?(?:通报|小结|总结|报告)|半年小结|全年总结|工作小结|(?:办理|工作)方案|联络员|名单|报(?:进展|情况)|报一次/

interface Rule {
  readonly change: DutyOrder['change']
  /** The phrases it reads. */
  readonly name: string
  readonly pattern: RegExp
}

/** What becomes of a duty. Tried in order. */
const CHANGES: readonly Rule[] = [
  {
    change: 'added',
    name: 'added: 新增：市经信局每月5日前报低空经济进展, 加一条报送要求',
    pattern: /^(?:请|帮我|再)*(?:新增|增加|增设|添加|新设|加|添|设)(?:[一1]?[条项个])?(?!了)/,
  },
  {
    change: 'moved',
    name: 'moved: 改到每季度第1个月25日前, 推迟到月底, 这次提前到5日',
    pattern: /(?:改|调整|变更|推迟?|延期?|提前|顺延|放宽|移|挪)(?:到|成|为|至)/,
  },
  { change: 'paused', name: 'paused: 暂停分解方案的月报, 先停一下', pattern: /暂停|先停|停一停|暂缓/ },
  { change: 'resumed', name: 'taken up again: 恢复分解方案的月报', pattern: /恢复|重新(?:开始|启动)|重启/ },
  {
    change: 'ended',
    name: 'ended: 结束41号文的季度报送, 终止, 不再要求报',
    pattern: /结束|终止|停止|取消|撤销|废止|不再(?:要求|让|叫)|(?:以后|今后)不(?:用|要|再)/,
  },
]

/** A question, a task by its number, a card or an order for a report is none of these. */
const OTHERWISE =
  /[？?]|吗|什么|哪|谁|多少|为何|第[\d一二三四五六七八九十]+项|\d+项|推送|订阅|发(?:我|给)|给我|提醒我|(?:已|都|刚)(?:经)?(?:改|调|停|报)|通过(?:了)?$/

/** Null: says nothing of a duty, or too little to tell it from other talk. */
export function readDutyOrder(text: string, how: Reading): DutyOrder | null {
  if (OTHERWISE.test(text)) return null
  const rule = CHANGES.find(({ pattern }) => pattern.test(text)) ?? toldTo(text, how)
  if (rule === null) return null
  return rule.change === 'added' ? addedIn(text, rule, how) : changedIn(text, rule, how)
}

const isDesk = ({ viewer }: Reading): boolean => viewer.roles.includes('supervisor')

/** From the desk, and again and again. */
const TOLD: Rule = {
  change: 'added',
  name: 'told to report: 让市经信局每月5日前报低空经济进展, 要求各牵头单位每季度末报',
  pattern: /^(?:请)?(?:要求|让|叫|安排|布置)(?=.{2,30}每)/,
}
const toldTo = (text: string, how: Reading): Rule | null =>
  isDesk(how) && TOLD.pattern.test(text) ? TOLD : null

function changedIn(text: string, { change, pattern }: Rule, how: Reading): DutyOrder | null {
  const verb = pattern.exec(text)
  if (verb === null || !DUTY.test(text)) return null
  const behind = verb.index + verb[0].length
  const found = change === 'moved' ? lastDutyDate(text.slice(behind), how.today) : null
  if (change === 'moved' && found === null) return null
  // The new date says nothing of the duty it is moved from.
  const named = change === 'moved' ? text.slice(0, verb.index) : text
  if (!DUTY.test(named)) return null
  const order = { ...scopeOf(named, how), do: 'duty' as const, change, what: '' }
  // Standing reports are stopped by the same verbs: without a document, a unit or 报送 nothing of the kind is meant.
  const placed =
    order.documents !== null ||
    order.units.length > 0 ||
    order.who !== null ||
    /报送/.test(named) ||
    (change === 'moved' && isDesk(how))
  if (!placed) return null
  return { ...order, date: found?.date ?? null, ...boundsIn(text, how), once: saysOnce(text) }
}

/** 这次, 本期, 这一回的季报: the word is about one report, not about those behind it. */
export const saysOnce = (text: string): boolean =>
  /(?:[这本此当]一?[次期回]|这一?[个季]?(?:月|季度)的)/.test(text)

const REPORT = /(?:报送?|上报|提交|交|填报)(?:一次)?(?<what>[^，。；]*)/

/** 市经信局每月5日前报低空经济进展: who, by when and what must all be said. */
function addedIn(text: string, { pattern }: Rule, how: Reading): DutyOrder | null {
  const told = text.replace(pattern, '').replace(/^(?:报送要求|报送|要求)*[：:，、]?(?:请|要求|由|让)?/, '')
  const found = lastDutyDate(told, how.today)
  if (found === null) return told === '' && /报送/.test(text) ? empty(how) : null
  const behind = told.slice(found.end)
  const what = REPORT.exec(behind)?.groups?.what
  if (what === undefined) return null
  const scope = scopeOf(told.slice(0, found.start), how)
  const about = scopeOf(what, how)
  const who = scope.units.length > 0 || scope.who !== null
  if (!who) return null
  const plain = what.replace(/^(?:一次|一下|送|的)/, '').replace(/(?:至|到|截止|为止).*$/, '')
  return {
    ...{ do: 'duty', change: 'added', once: false, rhythm: null, units: scope.units, who: scope.who },
    documents: scope.documents ?? about.documents,
    kind: about.kind,
    what: plain,
    date: found.date,
    ...boundsIn(behind, how),
  }
}

/** 新增报送要求, and nothing more: the form asks for the rest. */
const empty = (how: Reading): DutyOrder => ({
  ...{ do: 'duty', change: 'added', once: false, date: null, what: '', ...boundsIn('', how) },
  ...{ documents: null, rhythm: null, kind: null, units: [], who: null },
})

const GROUP = /各(?:区|牵头单位|责任单位|单位|部门|承办单位|有关单位)(?:人民政府)?/
const KINDS = [
  ['handlingPlan', /办理方案|工作方案(?!的)/],
  ['contacts', /联络员|名单/],
] as const

function scopeOf(text: string, { viewer, lexicon }: Reading) {
  const marks = findDocuments(text, lexicon)
  const years = [...text.matchAll(/(?<y>20\d{2})年/g)].map((m) => Number(m.groups?.y))
  const { slot } = resolveDocuments({ marks, years, relative: false }, lexicon)
  const [rhythm] = findRecurrences(text)
  return {
    documents: slot !== null && slot.ids.length > 0 ? slotOf(live(slot.ids, lexicon), slot.said ?? '') : null,
    rhythm: rhythm?.value ?? RHYTHM.find(([, pattern]) => pattern.test(text))?.[0] ?? null,
    kind: KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null,
    units: resolveUnits(findUnits(text, lexicon), lexicon, viewer).units,
    who: GROUP.exec(text)?.[0] ?? null,
  }
}

const live = (ids: readonly number[], { rows }: Lexicon) => rows.documents.filter((d) => ids.includes(d.id))

/** 季度报送, 半年小结: called by their rhythm without 每. */
const RHYTHM = [
  ['semiannual', /半年/],
  ['quarterly', /季度?/],
  ['monthly', /月(?:度)?(?:报|调度|简报)/],
  ['annual', /年度|全年|年报/],
] as const

/** 从下月起, 从2027年1月1日起; 到2026年底为止. */
function boundsIn(text: string, { today }: Reading): Pick<DutyOrder, 'from' | 'until'> {
  const from = /(?:从|自)(?<day>[^，。；起]{2,14})(?:起|开始)/.exec(text)?.groups?.day
  const until = /(?:到|至|截止到?)(?<day>[^，。；]{2,14}?)(?:为止|结束|止)/.exec(text)?.groups?.day
  return { from: firstDay(from, today), until: lastDay(until, today) }
}

function firstDay(said: string | undefined, today: Day): Day | null {
  if (said === undefined) return null
  if (/下个?月/.test(said)) return addMonths(today, 1)
  const date = lastDutyDate(/[日号]$/.test(said) ? said : `${said}1日`, today)?.date
  return date !== undefined && 'due' in date ? date.due : null
}

function lastDay(said: string | undefined, today: Day): Day | null {
  if (said === undefined) return null
  const year = /^(?<y>20\d{2})年(?:年?底)?$/.exec(said)?.groups?.y
  if (year !== undefined) return `${year}-12-31`
  const date = lastDutyDate(/[日号底末]$/.test(said) ? said : `${said}底`, today)?.date
  return date !== undefined && 'due' in date ? date.due : null
}
