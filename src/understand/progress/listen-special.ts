import type { Heard } from '../../domain/heard.ts'
import { correctionOf } from './correct.ts'
import { handOverIn } from './hand-over.ts'
import { bare, type Hearing, hasReadings, heardAs, updateOf } from './heard-as.ts'
import { CORRECT, DECLINE, firstKind, HAND_OVER, type KindRule } from './kinds.ts'
import type { Memory } from './memory.ts'
import { ownerIn } from './owner.ts'
import { type Report, readReport } from './read-report.ts'

/** 这项转给市商务局吧，不是我们职责 hands over no liaison. */
const handed = HAND_OVER.find((rule) => rule.name.startsWith('handed'))

/** The liaison goes, or somebody takes over. */
export function handOver(text: string, report: Report, { how }: Hearing): Heard | null {
  const rule = firstKind(HAND_OVER, text)
  const elsewhere = rule === handed && firstKind(DECLINE, text) !== null
  if (rule === null || elsewhere || hasReadings(report)) return null
  return { ...heardAs('handOver', rule.name, report), handOver: handOverIn(text, how.today) }
}

/** 那个42个场景不归我们: the figure says which task, not how much is done. */
const OF_SO_MANY =
  /^[^，。；\d]*(?:\d+|[一二两三四五六七八九十百千]+)[个家条项名场座处][^，。；\d]{0,10}(?:不(?:归|是|属于?|由)|并非|非我|轮不到|(?:跟|与|和)我们)[^\d]*$/

/** Not ours. The task is named by the message, else by the talk before. */
export function decline(text: string, report: Report, hearing: Hearing): Heard | null {
  const rule = firstKind(DECLINE, text)
  if (rule === null || (hasReadings(report) && !OF_SO_MANY.test(text))) return null
  const wide = readReport(text, {
    ...hearing.how,
    pool: { ...hearing.how.pool, tasks: hearing.how.pool.all },
  })
  const named = report.named && report.entries.length > 0 ? report : wide.named ? wide : report
  const pronoun = !named.named && /这(?:个|项|条|块|些|几)|该任务|此项/.test(text)
  const denied = named.entries.filter((e) => firstKind(DECLINE, e.text) !== null)
  const entries = pronoun ? [] : denied.length > 0 ? denied : named.entries
  const tasks = entries.length > 0 ? entries.map((e) => e.task) : hearing.how.focus
  const rest = named.entries.filter((e) => e.noChange && denied.length > 0 && !denied.includes(e))
  const updates = tasks.map((t) => ({ ...bare(t, text), declined: true }))
  return {
    ...heardAs('decline', rule.name, report, [...updates, ...rest.map(updateOf)]),
    owner: ownerIn(text),
    assumptions: named === wide && !report.named ? wide.notes : [],
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
  if (rule === null) return null
  return /□/.test(masked) || memory.focus.length > 0 || /撤回|作废|说错|报错|填错|写错|发错|撤销/.test(text)
    ? rule
    : null
}
