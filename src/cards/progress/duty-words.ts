import type { Recurrence } from '../../domain/document.ts'
import type { DutyChange, DutyDate } from '../../domain/duty-change.ts'
import type { Day } from '../../domain/span.ts'
import type { Duty } from '../../remind/duty.ts'
import { shortDay } from '../../report/words.ts'

/** What a supervisor's word does to a duty. */
export const DUTY_VERBS: Readonly<Record<DutyChange['change'], string>> = {
  added: '新增',
  moved: '改期',
  shifted: '改期',
  paused: '暂停',
  resumed: '恢复',
  ended: '结束',
}

const EVERY: Readonly<Record<Recurrence, string>> = {
  monthly: '每月',
  quarterly: '每季度',
  semiannual: '每半年',
  annual: '每年',
}
const LAST: Readonly<Record<Recurrence, number>> = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 }

/** 每月25日前, 每季度第1个月20日前, 每年12月底前, 2026年12月5日前. */
export function dutyDateWords(date: DutyDate | null, today: Day): string {
  if (date === null) return '没有写时间'
  if ('due' in date) return `${shortDay(date.due, today)}前`
  const { recurrence, month, day } = date
  if (month === null && day === null) return `${EVERY[recurrence]}底前`
  const end = day === null ? '底前' : `${day}日前`
  if (recurrence === 'monthly') return `每月${end}`
  const nth = month ?? LAST[recurrence]
  return recurrence === 'annual' ? `每年${nth}月${end}` : `${EVERY[recurrence]}第${nth}个月${end}`
}

const NAME = 30

/** 云政办〔2026〕5号 各牵头单位：上一季度进展情况 */
export function dutyName({ document, who, what }: Pick<Duty, 'document' | 'who' | 'what'>): string {
  const words = what.length > NAME ? `${what.slice(0, NAME)}…` : what
  return `${document}　${who ?? '（未写由谁报）'}：${words}`
}
