import type { DutyOrder } from '../../domain/order.ts'
import { wordsOf } from '../../text/tokens.ts'
import type { LedgerTask } from '../../understand/progress/ledger.ts'

/** Words of every report: they tell no task from another. */
const PLAIN =
  /(?:工作|专项|重点|推进|落实|完成|建设)?(?:进展|情况|报告|简报|小结|总结|动态|数据|材料|进度|成效|方案|名单|联络员)+|工作|有关|相关|上?[一本当]?个?[季月年]度?|[上下]?半年|\d+号?文?|[的及和等、]/g

/** What a report is about beside its being one: 低空经济 of 低空经济进展情况; '' where it is about all there is. */
export const topicOf = (what: string): string => what.replace(PLAIN, '').trim()

const SHORTEST = 2

/**
 * The tasks a new duty is about, as rows of current versions: those that write its topic, in the text or in the title of their
 * document. Null: no topic is said, or no task writes it.
 */
export function tasksAbout(
  { what, documents, units }: Pick<DutyOrder, 'what' | 'documents' | 'units'>,
  ledger: readonly LedgerTask[],
): readonly LedgerTask[] | null {
  const topic = topicOf(what)
  if ([...topic].length < SHORTEST) return null
  const ids = new Set(units.flatMap((unit) => unit.ids))
  const own = ledger.filter(
    (task) =>
      (documents === null || documents.ids.includes(task.documentId)) &&
      (ids.size === 0 || [...task.leads, ...task.takesPart].some((id) => ids.has(id))),
  )
  const words = wordsOf(topic).filter((word) => [...word].length >= SHORTEST)
  const told = own.map((task) => ({ task, told: toldBy(task) }))
  const whole = told.filter((one) => one.told.includes(topic))
  const parts = told.filter((one) => words.length > 0 && words.every((word) => one.told.includes(word)))
  const found = (whole.length > 0 ? whole : parts).map(({ task }) => task)
  return found.length === 0 || found.length === own.length ? null : found
}

const toldBy = ({ title, text, document, metrics }: LedgerTask): string =>
  [title ?? '', text, document, ...metrics.map(({ name }) => name)].join('\n')
