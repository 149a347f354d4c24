import type { Recurrence } from '../../domain/document.ts'
import type { DutyDate, SaidDate } from '../../domain/duty-change.ts'
import type { DutyOrder } from '../../domain/order.ts'
import type { ListedDuty } from '../../remind/list-duties.ts'
import { dayOf, monthOf, yearOf } from '../../text/calendar.ts'

/** Reports of a rhythm that fall due on one day only: 半年小结. */
const NAMED: Readonly<Record<Recurrence, RegExp>> = {
  monthly: /月报|月调度|简报|月份/,
  quarterly: /季/,
  semiannual: /半年/,
  annual: /全年|年度|年终/,
}

/** The duties an order can mean; each word said must fit. */
export function dutiesMeant(order: DutyOrder, listed: readonly ListedDuty[]): readonly ListedDuty[] {
  const { documents, rhythm, kind, units, who, change } = order
  const wanted = listed.filter(({ duty, date, state }) => {
    if (documents !== null && !documents.ids.includes(duty.documentId ?? -1)) return false
    if (rhythm !== null && rhythmIn(date) !== rhythm && !NAMED[rhythm].test(duty.what)) return false
    if (kind !== null && !duty.kinds.includes(kind)) return false
    if (units.length > 0 && !units.some(({ name }) => duty.who?.includes(name))) return false
    if (who !== null && !duty.who?.includes(who)) return false
    return change === 'resumed' ? state === 'off' : change === 'added' || state !== 'off'
  })
  const asking = wanted.filter(({ state }) => state === 'active' || state === 'off')
  return asking.length > 0 ? asking : wanted
}

const rhythmIn = (date: DutyDate | null): Recurrence | null =>
  date !== null && 'recurrence' in date ? date.recurrence : null

/** 各牵头单位 and 各责任单位 of one sentence: who says 季度报送 means them all. */
export const areOne = (duties: readonly ListedDuty[]): boolean =>
  new Set(duties.map(({ duty, date }) => JSON.stringify([duty.documentId, duty.kinds, date]))).size === 1

const MONTHS: Readonly<Record<Recurrence, number>> = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 }

/**
 * The new date of a duty. What was not said stays as it was: a single day said of a report that recurs is that day of every
 * period to come. Null: nothing to keep.
 */
export function newDate(said: SaidDate, old: DutyDate | null): DutyDate | null {
  const rhythm = rhythmIn(old)
  if ('due' in said) {
    if (rhythm === null) return said
    const step = MONTHS[rhythm]
    const month = step === 1 ? null : ((monthOf(said.due) - 1) % step) + 1
    return { recurrence: rhythm, month, day: Number(said.due.slice(8)) }
  }
  if (said.recurrence === null && old !== null && 'due' in old) {
    const [year, month] = [yearOf(old.due), monthOf(old.due)]
    return { due: dayOf(year, { month, day: said.day ?? 0 }) }
  }
  const recurrence = said.recurrence ?? rhythm
  return recurrence === null ? null : recurring(recurrence, said, old)
}

/**
 * Whether a new date is of one report only: said so (这次推迟到25日), or a day of the calendar said of one that recurs
 * (季度报送推迟到10月25日) without a word on when the change begins.
 */
export function isOnce(
  { date, from, once }: Pick<DutyOrder, 'date' | 'from' | 'once'>,
  old: DutyDate | null,
): boolean {
  if (date === null || rhythmIn(old) === null) return false
  return once || ('due' in date && from === null)
}

function recurring(
  recurrence: Recurrence,
  { month, day }: Extract<SaidDate, { readonly day: unknown }>,
  old: DutyDate | null,
): DutyDate {
  if (recurrence === 'monthly') return { recurrence, month: null, day }
  const kept = old !== null && 'recurrence' in old && old.recurrence === recurrence ? old.month : null
  return { recurrence, month: month ?? kept ?? (day === null ? MONTHS[recurrence] : 1), day }
}
