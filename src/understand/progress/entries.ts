import type { Reading, ReportedState } from '../../domain/heard.ts'
import type { Day } from '../../domain/span.ts'
import type { Claim } from './assign/assign.ts'
import { baseOf } from './base.ts'
import { type Clause, contentOf } from './clauses.ts'
import { declining } from './kind/decline-words.ts'
import { partiesIn, type Side } from './kind/parties.ts'
import { NO_CHANGE } from './kind/same-words.ts'
import type { LastReading, LedgerTask } from './ledger.ts'
import type { Settled } from './settle-change.ts'
import { difficultyIn } from './state/difficulty.ts'
import { expectedFinish, saysDayToCome } from './state/finish.ts'
import { stateOf } from './state/states.ts'

/** What a message says of one task. */
export interface Entry {
  readonly task: LedgerTask
  readonly readings: readonly Reading[]
  /** Values in the metrics' own units, for the talk that follows. */
  readonly bases: readonly LastReading[]
  readonly state: ReportedState | null
  readonly noChange: boolean
  /** Said to be another's, and nothing told of it. */
  readonly declined: boolean
  readonly finish: Day | null
  readonly text: string
  /** The words for what stands in the way, and for the help asked. */
  readonly difficulty: string | null
  readonly help: string | null
}

export interface Said {
  /** Indexes of the clauses about the task. */
  readonly own: readonly number[]
  readonly clauses: readonly Clause[]
  readonly masked: string
  readonly claims: readonly Claim[]
  readonly today: Day
  readonly side: Side
}

/** Puts together readings, state and expected finish of one task from the clauses about it. */
export function entryOf(task: LedgerTask, settled: readonly Settled[], said: Said): Entry {
  const clauses = said.own.flatMap((i) => said.clauses[i] ?? [])
  const masks = clauses.map((c) => said.masked.slice(c.start, c.end))
  const states = said.own.flatMap((i) => stateIn(i, task, said) ?? [])
  const readings = settled.flatMap((s) => s.reading ?? [])
  const text = clauses.map((c) => c.text).join('，')
  const finish = finishOf(task, clauses, said.today)
  return {
    task,
    readings,
    bases: settled.flatMap((s) => (s.base === null ? [] : [baseOf(s, s.base)])),
    state: RANK.find((s) => states.includes(s) && !(s === 'done' && goesOn(task, states, said))) ?? null,
    noChange: masks.some((m) => NO_CHANGE.test(m)),
    declined: readings.length === 0 && declining(partiesIn(text, said.side), finish !== null) !== null,
    finish,
    text,
    ...difficultyIn(clauses.map((c) => c.text)),
  }
}

const finishOf = ({ text, metrics }: LedgerTask, clauses: readonly Clause[], today: Day): Day | null =>
  expectedFinish({
    clauses: clauses.map((c) => c.text),
    today,
    begins: /开工/.test(text),
    targets: metrics.map((m) => m.value),
  })

/** Of several states said of one task the most telling. */
const RANK: readonly ReportedState[] = ['blocked', 'notStarted', 'done', 'ongoing']

/** 都完成了，就剩重点研发计划还差6项; 高铁通车，直通线建设中; 平台建成，基地27家: what is missing keeps the task open. */
function goesOn(task: LedgerTask, states: readonly ReportedState[], { claims, own, clauses }: Said): boolean {
  const missing = claims.some(
    (c) => c.task === task && (c.told.role === 'remaining' || c.told.role === 'waiting'),
  )
  const counted = task.metrics.length > 0
  const texts = own.flatMap((i) => clauses[i]?.text ?? [])
  const open = counted
    ? claims.some((c) => c.task === task && isShort(c))
    : states.includes('ongoing') || texts.some((t) => STILL_TO_COME.test(t))
  return (
    missing ||
    texts.some((t) => PARTLY.test(t)) ||
    (open && !texts.some((t) => (counted ? isOfAll(t) : WHOLLY.test(t))))
  )
}

/** 安防工程做了七成: the task is not done, whatever else of it is. */
const PARTLY =
  /(?:完成|做|干|建|改|修|推进|办|签)(?:了|到)?(?:近|约|不到|差不多)?(?:[一二三四五六七八九]成|一半|大半|多半|半数)/

/** 信息中心已通过验收，设计中心10月验收. */
const STILL_TO_COME = /(?:月|年底|明年|下半年)[^，。；]{0,3}(?:验收|开工|投用|建成|启动|完工)$/

const WHOLLY = /任务|全部|全面|销号|办结|结项|各项|指标/

/** 第52项已经完成了, but not 四五类桥全部改完了: done without a subject of its own is said of the whole task. */
const isOfAll = (text: string): boolean =>
  stateOf(text)?.state === 'done' && (WHOLE.test(text) || contentOf(text.replace(ITSELF, '')).length < 2)

const ITSELF = /第?[\d一二三四五六七八九十百]+[项条]|改|干|做|完|了|全面|办结/g

/** 已完成900人的培训 of 1000: the figure is done, the task is not. */
const isShort = ({ told, metric, fitted }: Claim): boolean =>
  told.role === 'value' && metric.kind !== 'growth' && metric.op !== '<=' && fitted.base < metric.value

const WHOLE = /(?<!完成了?)任务|各项|销号|办结|指标|(?:年度|全年|今年)目标/
const EVERY = /都|均|超/

/** 大会已于9月圆满举办, of a task that is such an event. */
const EVENT = /大会|论坛|双年展|博览会|大赛/
const HELD = /(?<!未|没|待|将|拟|能)(?:举办|举行|召开|落幕|闭幕|开完|办完|[开办]过)(?:完毕?|结束)?了?(?:$|，)/

/** 公共海外仓2个已达标: one metric of several that is done does not end the task, nor what is to end by a day to come. */
function stateIn(index: number, task: LedgerTask, said: Said): ReportedState | null {
  const clause = said.clauses[index]
  if (clause === undefined) return null
  const mask = said.masked.slice(clause.start, clause.end)
  const state = EVENT.test(task.text) && HELD.test(mask) ? 'done' : (stateOf(mask)?.state ?? null)
  if (state === 'done' && saysDayToCome(clause.text, said.today)) return null
  const figured = said.claims.some((c) => c.told.clause === index)
  if (state !== 'done' || !figured) return state
  const short = said.claims.some((c) => c.task === task && c.told.clause === index && isShort(c))
  if (short && !/销号|办结/.test(mask)) return null
  if (WHOLE.test(clause.text)) return state
  if (task.metrics.length < 2) return state
  const told = new Set(
    said.claims.filter((c) => c.task === task && c.told.clause === index).map((c) => c.metric),
  )
  return EVERY.test(mask) && told.size === task.metrics.length ? state : null
}
