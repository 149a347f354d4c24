import type { Heard } from '../../../domain/heard.ts'
import { bare, type Hearing, hasReadings, heardAs, updateOf } from '../heard-as.ts'
import { CORRECT, IN_PLACE } from '../kind/correct-words.ts'
import { declining, matterDenied, undenied } from '../kind/decline-words.ts'
import { handing } from '../kind/hand-over-words.ts'
import { firstKind, type KindRule } from '../kind/kind-rule.ts'
import { othersIn } from '../kind/parties.ts'
import type { LedgerTask } from '../ledger.ts'
import { wordsOfTask } from '../match/match.ts'
import type { Memory } from '../memory.ts'
import { type Report, readReport } from '../read-report.ts'
import { correctionOf } from './correct.ts'
import { handOverIn } from './hand-over.ts'
import { ownerIn } from './owner.ts'

/** The liaison goes, or somebody takes over. */
export function handOver(_text: string, report: Report, { how, parties }: Hearing): Heard | null {
  const rule = handing(parties)
  if (rule === null || hasReadings(report)) return null
  return { ...heardAs('handOver', rule.name, report), handOver: handOverIn(_text, how.today) }
}

/** 那个42个场景不归我们: the figure says which task, not how much is done. */
const OF_SO_MANY =
  /^[^，。；\d]*(?:\d+|[一二两三四五六七八九十百千]+)[个家条项名场座处][^，。；\d]{0,10}(?:不(?:归|是|属于?|由)|并非|非我|轮不到|(?:跟|与|和)我们)[^\d]*$/

/** 项目80个是经信局的口径，我局不报. */
const OF_ANOTHERS = /\d[^，。；\d]{0,4}(?:是|归|由|属于?)乙/

/** Not ours. The task is named by the message, else by the talk before. */
export function decline(text: string, report: Report, hearing: Hearing): Heard | null {
  const rule = declining(hearing.parties, report.noChange || report.entries.some((e) => e.finish !== null))
  const ofThis = OF_SO_MANY.test(text) || OF_ANOTHERS.test(hearing.parties)
  if (rule === null || (hasReadings(report) && !ofThis)) return null
  const meant = denialOf(text, report, hearing)
  const named = meant.entries.filter((e) => !meant.named || meant.mentioned.includes(e.task))
  const denied = named.filter((e) => e.declined)
  const entries = denied.length > 0 ? denied : named
  const pronoun = !meant.named && /(?<=^|[，。；])(?:这(?:个|项|条|块|些|几)|该任务|此项)/.test(text)
  const tasks = pronoun || entries.length === 0 ? hearing.how.focus : entries.map((e) => e.task)
  const rest = meant.entries.filter((e) => e.noChange && denied.length > 0 && !denied.includes(e))
  const updates = tasks.map((t) => ({ ...bare(t, text), declined: true }))
  return {
    ...heardAs('decline', rule.name, report, [...updates, ...rest.map(updateOf)]),
    owner: ownerIn(text),
    assumptions: report.foreign || (meant.named && !report.named) ? meant.notes : [],
  }
}

/**
 * What is declined may be no task of the unit: a part of its own that another has, one the body named answers for, else any
 * task there is. The words of the matter say which; of several they leave open it is the other body's. Read with the parties
 * marked, for whose it is said to be names no task; a topic is read without the words of the denial.
 */
function denialOf(text: string, report: Report, { how, parties }: Hearing): Report {
  const { pool } = how
  const others = othersIn(text, { lexicon: how.lexicon, own: pool.own })
  const inDocument = ({ documentId }: LedgerTask): boolean =>
    report.documents.length === 0 || report.documents.includes(documentId)
  const theirs = pool.all.filter(
    (t) => inDocument(t) && (t.leads.length > 0 ? t.leads : t.takesPart).some((id) => others.has(id)),
  )
  const head = (t: LedgerTask): number | undefined =>
    text.includes('牵头') ? t.leads[0] : (t.leads[0] ?? t.takesPart[0])
  const leading = theirs.filter((t) => others.has(head(t) ?? -1))
  const beside = new Set(pool.tasks.map((t) => `${t.documentId} ${t.no ?? t.id}`))
  const near = pool.all.filter((t) => beside.has(`${t.documentId} ${t.no}`))
  const spoken = new Set(report.mentioned.map((t) => t.documentId))
  const wide = pool.all.filter((t) => spoken.size === 0 || spoken.has(t.documentId))
  const tasks = [...new Set([...pool.tasks, ...near, ...theirs])]
  const read = (words: string, among: readonly LedgerTask[]): Report =>
    readReport(words, { ...how, focus: [], pool: { ...pool, tasks: among } })
  const all = report.named ? parties : undenied(parties)
  const matter = report.named ? '' : matterDenied(parties)
  const inTheirWords = matter.length >= WORD ? tasks.filter((t) => wordsOfTask(t).includes(matter)) : []
  const first = [matter, all]
    .map((words) => read(words, inTheirWords.length > 0 ? inTheirWords : tasks))
    .find((r) => r.entries.length > 0 && !r.foreign)
  return first === undefined ? ofMainPlan(read(all, wide), wide) : ofThem(first, theirs, leading)
}

/** Characters of a word that tells whose it is: 算力券 is of the one task that has it, 算力 of many. */
const WORD = 3

/** Of several tasks of one number the one of the body named. */
function ofThem(report: Report, theirs: readonly LedgerTask[], leading: readonly LedgerTask[]): Report {
  const rivals = ({ id, no }: LedgerTask): boolean =>
    no !== null && report.mentioned.some((t) => t.no === no && t.id !== id && theirs.includes(t))
  const first = ({ id, no }: LedgerTask): boolean =>
    no !== null && report.mentioned.some((t) => t.no === no && t.id !== id && leading.includes(t))
  const entries = report.entries.filter(
    ({ task }) => (theirs.includes(task) || !rivals(task)) && (leading.includes(task) || !first(task)),
  )
  return { ...report, entries }
}

/** A number that several documents have and the unit takes part in none of: the document with the most tasks is meant. */
function ofMainPlan(report: Report, tasks: readonly LedgerTask[]): Report {
  const size = (id: number): number => tasks.filter((t) => t.documentId === id && t.no !== null).length
  const among = [...new Set(report.mentioned.map((t) => t.documentId))]
  const main = Math.max(...among.map(size))
  return {
    ...report,
    entries: report.entries.filter((e) => size(e.task.documentId) === main || !report.named),
  }
}

/** Said wrong, put right, or withdrawn. */
export function correction(text: string, _report: Report, { how, memory }: Hearing): Heard | null {
  const rule = correctingRule(text, memory)
  if (rule === null) return null
  const report = correctionOf(text, how, memory)
  return {
    ...heardAs('correction', rule.name, report, report.entries.map(updateOf)),
    unread: report.unread,
    assumptions: report.notes,
  }
}

/** 有误 and 改为 are also said of other things: a correction has a figure, a task or something to correct. */
function correctingRule(text: string, memory: Memory): KindRule | null {
  const masked = text
    .replace(/[\d.]+(?:万|亿)?/g, '□')
    .replace(/[一二两三四五六七八九十百千]+(?=[个家条项人名场%万亿])/g, '□')
  const rule = firstKind(CORRECT, masked)
  if (rule === null || (rule.name === IN_PLACE && memory.focus.length === 0)) return null
  return /□/.test(masked) ||
    rule.name.startsWith('withdrawn') ||
    memory.focus.length > 0 ||
    /撤回|作废|说错|报错|填错|写错|发错|撤销|口误|笔误|手误|手滑/.test(text)
    ? rule
    : null
}
