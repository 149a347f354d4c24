import type { Assigned } from '../assign/assign.ts'
import { type Clause, contentOf, coreOf } from '../clauses.ts'
import { NO_CHANGE } from '../kind/same-words.ts'
import type { LedgerTask } from '../ledger.ts'
import { type Matcher, wordsOfTask } from '../match/match.ts'
import { isComplaint } from '../state/difficulty.ts'
import type { Mention } from './mentions.ts'
import { type Freedom, isShort, topicOf } from './topic.ts'

/** Which clauses speak of which task. */
export interface TaskClauses {
  readonly byTask: ReadonlyMap<LedgerTask, readonly number[]>
  readonly notes: readonly string[]
}

export interface Clausing {
  readonly clauses: readonly Clause[]
  readonly mentions: readonly Mention[]
  readonly assigned: Assigned
  readonly masked: string
  /** The message with names of documents and tasks blotted out. */
  readonly words: string
  readonly open: readonly LedgerTask[]
  readonly matcher: Matcher
  readonly focus: readonly LedgerTask[]
  readonly leads: ReadonlySet<number>
  readonly govern: (at: number) => Mention | null
}

/** 52项等下单独发你: not reported now. */
const LATER =
  /(?:才|再)(?:有|出)(?:数|结果)|(?:(?:数据|数字?|统计)(?:还|都)?(?:没|未|要等|等|正?在)|^■*(?:还)?(?:要|得|在)?等(?=[^级地方于]{0,8}(?:局|委|数|反馈|通知|公布))|等下|稍后|晚点|回头|下次|过后|另外?|单独|随后|之后|明天|再)(?:再|单独|另行|另外)?(?:发|报|补|说|填|给|反馈|上报|核|等|统计|出|汇总)|发(?:到|给)?(?:您|你|你们|督查室)?(?:的)?(?:邮箱|微信|群)/
/** Named tasks first, then those of the figures, then by topic; a clause that names nothing goes on with the last. */
export function tasksOfClauses(how: Clausing): TaskClauses {
  const notes: string[] = []
  const own: (readonly LedgerTask[])[] = []
  for (const [i, clause] of how.clauses.entries())
    own.push(tasksOf(clause, i, how, { notes, current: own.findLast((t) => t.length > 0) ?? [] }))
  const first = own.find((tasks) => tasks.length > 0) ?? how.focus
  let current = first
  const byTask = new Map<LedgerTask, number[]>()
  how.clauses.forEach((clause, i) => {
    if ((own[i]?.length ?? 0) > 0) current = own[i] ?? current
    if (LATER.test(how.masked.slice(clause.start, clause.end))) return
    for (const task of current) byTask.set(task, [...(byTask.get(task) ?? []), i])
  })
  return { byTask, notes }
}

function tasksOf(clause: Clause, index: number, how: Clausing, so: SoFar): readonly LedgerTask[] {
  const claimed = how.assigned.claims.filter((c) => c.told.clause === index).map((c) => c.task)
  const about = how.assigned.loose.filter((l) => l.told.clause === index).flatMap((l) => l.about)
  const here = how.mentions
    .filter((m) => m.start >= clause.start && m.end <= clause.end)
    .flatMap((m) => m.tasks)
  const found = unique([...claimed, ...about, ...here])
  const governed = how.govern(clause.start)
  if (here.length > 0) return found
  if (claimed.length > 0) return unique([...found, ...aimedAt(index, governed?.tasks ?? [], how)])
  if (about.length > 0) return found
  if (governed === null) {
    const topic = byTopic(clause, how, so)
    return topic.length > 0 ? topic : byOwnWord(clause, how, so)
  }
  if (!leaves(clause, governed.tasks, how)) return governed.tasks
  const other = byTopic(clause, how, { ...so, current: [], left: true })
  return other.length > 0 ? other : governed.tasks
}

/** 孵化基地26家，英雄杯选了280个项目: a figure of no metric behind a word that one task alone has of those that count in its unit. */
function byOwnWord(clause: Clause, how: Clausing, { current }: SoFar): readonly LedgerTask[] {
  const told = how.assigned.loose.find((l) => how.clauses[l.told.clause] === clause)?.told
  const head = /^\p{Script=Han}{3}/u.exec(clause.text)?.[0]
  const isShort = how.masked.length <= SHORT_TALK
  if (
    told?.role !== 'value' ||
    head === undefined ||
    !isShort ||
    current.length === 0 ||
    FUNCTION_WORD.test(head)
  )
    return []
  const { unit } = told.figure.value
  const [only, ...more] = how.open.filter(
    (t) => wordsOfTask(t).includes(head) && t.metrics.some((m) => m.unit === unit || m.unit === `${unit}元`),
  )
  return only !== undefined && more.length === 0 && !current.includes(only) ? [only] : []
}

/** In longer messages figures are told by the way. */
const SHORT_TALK = 40

/** 12月底前完成50个圈、200家店、300家首店: of tasks named together those whose targets are said once more. */
const aimedAt = (index: number, tasks: readonly LedgerTask[], { assigned }: Clausing): LedgerTask[] => {
  const targets = [...assigned.claims, ...assigned.loose].map((one) => one.told)
  const here = targets.filter((t) => t.clause === index && (t.role === 'plan' || t.role === 'target'))
  const isTarget = (value: number): boolean => here.some((t) => t.figure.value.value === value)
  return tasks.filter((task) => task.metrics.some((m) => isTarget(m.value)))
}

interface SoFar {
  readonly notes: string[]
  /** Tasks spoken of: a later clause leaves them only for a clear word of another. */
  readonly current: readonly LedgerTask[]
  /** The clause opens with a word of another task than the one named. */
  readonly left?: boolean
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]

/** 大桥钢梁吊完了 after 52便利店八家: the head of the clause is another task's word and none of this one's. */
function leaves(clause: Clause, tasks: readonly LedgerTask[], how: Clausing): boolean {
  if (how.masked.length > LONG || isComplaint(clause.text)) return false
  const ofNone = how.assigned.loose.some((l) => how.clauses[l.told.clause] === clause)
  const head = ofNone ? clause.text.replace(/\d.*$/s, '') : clause.text.slice(0, 4)
  if (head.length < SUBJECT || FUNCTION_WORD.test(head)) return false
  return (
    how.matcher.tasks(head, tasks).length === 0 &&
    (how.matcher.tasks(head, how.open.filter(isShort))[0]?.score ?? 0) >= (ofNone ? WHOLE : HEAD)
  )
}

const LONG = 120
/** A clause that opens so goes on with what was spoken of. */
const FUNCTION_WORD =
  /^(?:第|[一二三首]期|和|与|含|其中|包括|同比|环比|较|比上|其|没|未|无|材料|投资|完成|带动|惠及|受益|撬动|拉动|辐射|参会|参加|参与|达成|走访|累计|新|申报|总|还|正|已|因|由|但|不过|目前|现在|等|要|需|请|希望|预计|主要|原因|困难|问题|其|并|且|也|都|就|只|先|后|再|将|计划|争取|力争|确保|麻烦|我们|年底|下|今|明)/
const HEAD = 0.3
/** Characters a subject has: 投产9个 names nothing. */
const SUBJECT = 3
/** 促成交易1260笔 goes on with the task before: with a figure of no metric all the words in front of it must be another's. */
const WHOLE = 0.9

function byTopic(clause: Clause, how: Clausing, so: SoFar): readonly LedgerTask[] {
  if (contentOf(how.masked.slice(clause.start, clause.end)).length < 2) return []
  if (coreOf(clause.text.replace(NO_CHANGE, '')).length < 2) return []
  if (HEADING.test(clause.text) || /错|口误|笔误|更正|写反/.test(clause.text) || REASON.test(clause.text))
    return []
  const begun = so.current.length > 0
  if (begun && (FUNCTION_WORD.test(clause.text) || isComplaint(clause.text))) return []
  const freedom = freedomOf(clause, how, so)
  if (freedom === null) return []
  const documents = new Set(how.mentions.flatMap((m) => m.tasks.map((t) => t.documentId)))
  const topic = { ...clause, text: nameless(clause, how.words) }
  const { tasks, note } = topicOf(topic, freedom, { ...how, documents, current: so.current })
  if (note !== null) so.notes.push(note)
  return tasks
}

/**
 * A later clause whose figure is of no metric goes on with the task before, unless it says another's title; with a
 * figure that is held against something (高于GDP增速0.7个点) it always does: null.
 */
function freedomOf(clause: Clause, { assigned, clauses }: Clausing, so: SoFar): Freedom | null {
  const loose = assigned.loose.filter((l) => clauses[l.told.clause] === clause)
  const begun = so.current.length > 0
  if (begun && loose.length > 0) return loose.every((l) => l.told.role === 'value') ? 'titled' : null
  return begun || so.left === true || assigned.claims.length > 0 ? 'begun' : 'free'
}

/** 数字经济规划智慧教育那条: the words of a document's name are not those of its task. */
const nameless = ({ text, start }: Clause, words: string): string =>
  [...text]
    .map((char, i) => (words[start + i] === '■' ? ' ' : char))
    .join('')
    .trim()

/** 农村公路这块，候车亭82个: what the next clause is of. */
const HEADING = /(?:这块|那块|这一块|方面|这边|来说)(?:儿|呢|嘛|吧)?$/

/** What the work is done by or held against is not its subject: 根据…文件要求, 比计划快一点. */
const REASON =
  /^(?:[高低快慢好大]于|高出|领先|落后|占|根据|按照?|依据|遵照|围绕|结合|由于|因为?|比(?!例|重|率)|较|为了?|通过|针对)/
