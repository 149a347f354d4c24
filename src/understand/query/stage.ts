import type { Query } from '../../domain/query.ts'
import { parseNumber } from '../../text/numbers.ts'
import type { Slots } from '../slots.ts'

/** 哪个阶段, 督促检查阶段, 第二阶段, 最后一个阶段: which stage of a document is asked, by name, place, month or what happens in it. */
export function stageQuery(slots: Slots): Extract<Query, { kind: 'stage' }> {
  const { documents, measure, stage, text } = slots
  // 第四阶段要开几次会 asks for more than the stage.
  const at = stage === null && measure === null ? stagePlace(text) : null
  return {
    kind: 'stage',
    ...(documents === null ? {} : { documents }),
    ...(stage === null ? (at === null ? matterOf(slots) : { at }) : { name: stage }),
  }
}

function matterOf({ month, text, topics }: Slots): { readonly topic?: string } {
  if (month !== null) return { topic: month }
  return STAGES.test(text) || topics.length === 0 ? {} : { topic: topics.join(' ') }
}

/** 分几个阶段, 有哪些阶段: all of them. */
const STAGES = /几步|几个步骤|(?:几|多少)个?阶段|(?:哪些|哪几个)阶段|阶段有(?:哪|几)/

const PLACE =
  /第(?<n>[一二三四五六\d])个?阶段|(?<last>最后(?:面)?(?:的|那)*一?个?阶段)|(?<first>(?:最先|一开始|最开始|起步|头)(?:的|那)*一?个?阶段)/

/** 第二阶段 → 2, 最后一个阶段 → -1; null where no place is said. */
export function stagePlace(text: string): number | null {
  const said = PLACE.exec(text)?.groups
  if (said?.last !== undefined) return -1
  if (said?.first !== undefined) return 1
  return parseNumber(said?.n ?? '')
}
