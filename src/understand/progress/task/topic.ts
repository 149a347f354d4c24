import { headOf } from '../assign/another-task.ts'
import { type Clause, contentOf } from '../clauses.ts'
import type { LedgerTask } from '../ledger.ts'
import { type Matcher, type TaskMatch, wordsOfTask } from '../match/match.ts'
import { asks, assumed, labelOf } from '../wording.ts'

/** What the words of a clause without a task number are held against. */
export interface Topics {
  readonly open: readonly LedgerTask[]
  readonly matcher: Matcher
  readonly leads: ReadonlySet<number>
  /** Documents of the tasks named by number: of equals theirs come first. */
  readonly documents: ReadonlySet<number>
  /** Tasks spoken of so far. */
  readonly current: readonly LedgerTask[]
}

export interface Topic {
  readonly tasks: readonly LedgerTask[]
  /** What is taken for granted or must be asked about them. */
  readonly note: string | null
}

/** How much of a clause must be a task's own words: of the first that is spoken of, and of one that another is left for. */
const ENOUGH = 0.22
const CLEARLY = 0.4
const NEAR = 0.9
/** A word of a short task, or of a title, tells more than the same word somewhere in a long text. */
const PLAIN = 1.25
/** Words that fit more tasks than this name none. */
const MANY = 4
/** Only in a text as short as this is one word its subject; of a longer one its title is. */
const SUBJECT = 70

const NONE: Topic = { tasks: [], note: null }
export const isShort = (task: LedgerTask): boolean => wordsOfTask(task).length <= SUBJECT

/** Words of any office about any task: they name none, least of all beside words that do. */
const OFFICE =
  /计划|要求|文件|服务|问题|支持|协调|工作|推进|年度|政策|方案|材料|审批|数据|情况|标准|机制|单位|牵头|配合|保障|会议|调度|专项|评审|验收|对接|统计|部门|联系|管理|资金|投资|项目|目标|指标|任务|全市|市级|省级|企业|产业|建设|实施|开展|发展|组织|行动|活动/g

/** How far a clause is free to name a task: one spoken of before is left only for a clear word, or for a title alone. */
export type Freedom = 'free' | 'begun' | 'titled'

/** The task a clause speaks of by its words. */
export function topicOf({ text }: Clause, freedom: Freedom, how: Topics): Topic {
  const begun = freedom !== 'free'
  const named = freedom === 'begun' ? byMetricName(text, how) : null
  if (named !== null)
    return goesOn(text, named, how) ? NONE : { tasks: [clearer(text, named, how)], note: null }
  const words = begun ? text.replace(OFFICE, ' ') : text
  const known = how.matcher.tasks(words, how.open)
  const tells = contentOf(words.replace(/\d.*$/s, '')).trim().length >= WORDS
  const ranked = known
    .filter(
      (t) =>
        !begun || t.titled || (freedom === 'begun' && isShort(t.task)) || (tells && isFarFrom(t, known, how)),
    )
    .map((t) => (t.titled || isShort(t.task) ? { ...t, score: t.score * PLAIN } : t))
    .sort((a, b) => b.score - a.score)
  const [best] = ranked
  if (best === undefined || best.score < (begun ? CLEARLY : ENOUGH)) return NONE
  const near = ranked.filter((t) => t.score >= NEAR * best.score).map((t) => t.task)
  return settled(near, text, how)
}

/** Most of the words are of this one, and hardly any of the tasks spoken of so far. */
function isFarFrom({ score }: TaskMatch, known: readonly TaskMatch[], { current }: Topics): boolean {
  const so = Math.max(0, ...known.filter((t) => current.includes(t.task)).map((t) => t.score))
  return current.length > 0 && score >= MOST && score >= FAR_MORE * so
}

/** Characters beside verbs that a clause must have to speak of something else: not 建成62公里. */
const WORDS = 5
const MOST = 0.6
const FAR_MORE = 3

/** 创新联合体在组建 after a task that speaks of them: its words as much as those of the one whose metric sounds so. */
function goesOn(text: string, named: LedgerTask, { matcher, current }: Topics): boolean {
  const score = (tasks: readonly LedgerTask[]): number => matcher.tasks(text, tasks)[0]?.score ?? 0
  const own = score(current)
  return own >= CLEARLY && own >= score([named])
}

/** 农村公路一路一档系统上线: the words as a whole are another task's than the one whose metric they begin with. */
function clearer(text: string, named: LedgerTask, { open, matcher }: Topics): LedgerTask {
  const ranked = matcher.tasks(text.replace(OFFICE, ' '), open)
  const [best] = ranked
  const own = ranked.find((t) => t.task.id === named.id)?.score ?? 0
  return best !== undefined && best.score >= CLEARLY && own < NEAR * best.score ? best.task : named
}

function settled(near: readonly LedgerTask[], text: string, { documents, leads, current }: Topics): Topic {
  const head = headOf(text)
  const ways = [
    near.filter((t) => documents.has(t.documentId)),
    near.filter((t) => current.some((c) => c.documentId === t.documentId)),
    near.filter((t) => head !== null && wordsOfTask(t).includes(head)),
  ]
  const rivals = ways.find((some) => some.length > 0) ?? near
  if (rivals.length === 1) return { tasks: rivals, note: null }
  const [led, ...others] = rivals.filter((t) => leads.has(t.id))
  if (led && others.length === 0) return { tasks: [led], note: assumed.topic(labelOf(led), text) }
  return rivals.length > MANY ? NONE : { tasks: rivals, note: asks.whichTask(text, rivals.map(labelOf)) }
}

/** How clearly the head of a clause must name a metric to be about its task. */
const OWN_NAME = 0.5
const SHORTEST = 2
const LONGEST = 9

/** 离岸中心5个，百亿项目卡在审批上: the clause opens with the name of a metric of another task. */
function byMetricName(text: string, { open, matcher }: Topics): LedgerTask | null {
  const heads = Array.from({ length: LONGEST - SHORTEST + 1 }, (_, i) => text.slice(0, i + SHORTEST))
  const found = heads
    .filter((head) => contentOf(head.replace(OFFICE, '')).length >= SHORTEST)
    .flatMap((head) => matcher.metrics(head, open).slice(0, 2))
    .sort((a, b) => b.score - a.score)
  const [best] = found
  if (best === undefined || best.score < OWN_NAME) return null
  const rival = found.find((m) => m.task.id !== best.task.id)
  return rival !== undefined && rival.score >= NEAR * best.score ? null : best.task
}
