import type { Query } from '../../domain/query.ts'
import type { DutyRow } from '../ledger.ts'
import type { NoneFacts } from '../none-facts.ts'

type DutyQuery = Extract<Query, { kind: 'duty' }>

const TOLD = 3

const RHYTHM: Readonly<Partial<Record<string, string>>> = {
  monthly: '月报',
  quarterly: '季报',
  annual: '年报',
}

/** 责任单位报督查室, 季报: what nobody wrote. */
export function aboutOf({ topic = '', by, to, recurrence }: DutyQuery): string {
  if (by === undefined && to === undefined) return topic === '' ? (RHYTHM[recurrence ?? ''] ?? '') : topic
  const who = by === undefined ? '' : by === 'lead' ? '牵头单位' : '责任单位'
  return `${who}报${to ?? '送'}`
}

/** 要报季报吗, of a document that asks for reports of another rhythm: not for these, but for those. */
export function otherDuties(
  { recurrence, topic, documents }: DutyQuery,
  duties: readonly DutyRow[],
): Partial<NoneFacts> {
  if (recurrence === undefined || topic !== undefined || documents === undefined) return {}
  const texts = new Set<string>()
  const once = duties.filter(({ text }) => !texts.has(text) && texts.add(text))
  const clauses = once.slice(0, TOLD).map((duty) => ({
    row: { ...duty, id: 0, path: [], heading: duty.what },
    sentence: duty.text,
  }))
  return { firm: true, clauses }
}
