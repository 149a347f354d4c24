import type { ToolOrder } from '../../domain/order.ts'
import type { Day } from '../../domain/span.ts'
import { addDays } from '../../text/calendar.ts'
import { findDates } from '../../text/dates.ts'
import { parseNumber } from '../../text/numbers.ts'
import { timeOf } from './time-of-day.ts'

const LATER =
  /(?:再|到时候?|晚点|稍后|过(?:会儿?|一会儿?)|回头|届时)?(?:提醒|通知|叫|喊)(?:一下|下)?我|晚点(?:再)?提醒|稍后提醒|(?:再|晚点)提醒(?:一下)?$/
const DAYS = /(?<n>\d{1,2}|[一两二三四五六七八九十])(?:个)?(?<unit>天|周|星期)(?:以?后|之后|再)/

/** 明天下午再提醒我, 3天后提醒我, 晚点提醒; null: no reminder is asked for. A rhythm (每周提醒我) is a standing order. */
export function remindLater(text: string, today: Day): ToolOrder | null {
  if (!LATER.test(text) || /每|[？吗]|别|不要|不用|谁/.test(text)) return null
  const after = DAYS.exec(text)?.groups
  const days = after ? (parseNumber(after.n ?? '') ?? 0) * (after.unit === '天' ? 1 : 7) : 0
  const dated = findDates(text, { today, year: null }).find((d) => d.value.end >= today)
  const on = days > 0 ? addDays(today, days) : (dated?.value.start ?? dated?.value.end ?? null)
  return { do: 'remindLater', on, time: timeOf(text) }
}
