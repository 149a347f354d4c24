import type { TaskLabel } from '../../domain/draft-view.ts'
import type { ReportedState } from '../../domain/heard.ts'
import { type Period, periodName } from '../../domain/period.ts'
import type { Day } from '../../domain/span.ts'
import { shortDay } from '../../report/words.ts'
import { weekdayOf } from '../../text/calendar.ts'

export const STATE_NAMES: Readonly<Record<ReportedState, string>> = {
  notStarted: '未启动',
  ongoing: '推进中',
  blocked: '遇到困难',
  done: '已完成',
}

type Named = Pick<TaskLabel, 'document' | 'path' | 'no' | 'part' | 'title' | 'text'>

const SUBJECT = 14

/** 第52项, 第80项第2部分, as answers and reports name it. */
export const numberWords = (no: number, part: number | null): string =>
  part === null ? `第${no}项` : `第${no}项第${part}部分`

/** 第52项, 〔二（一）3〕; what it is about where it has neither number nor place. */
export function taskName({ no, part, path, title, text }: Named): string {
  if (no !== null) return numberWords(no, part)
  return path.length > 0 ? `〔${path.join('')}〕` : `“${short(title ?? text)}”`
}

/** 第52项“发展低空经济…” */
export function taskTitle(task: Named): string {
  const name = taskName(task)
  return name.startsWith('“') ? name : `${name}“${short(task.title ?? task.text)}”`
}

/** Names of some tasks; those of several documents are told apart. At most `most` of them. */
export function taskNames(tasks: readonly Named[], most = 6): string {
  const several = new Set(tasks.map((t) => t.document)).size > 1
  const names = tasks.slice(0, most).map((t) => `${several ? t.document : ''}${taskName(t)}`)
  return `${names.join('、')}${tasks.length > most ? `等${tasks.length}项` : ''}`
}

export const short = (text: string, most = SUBJECT): string =>
  text.length > most ? `${text.slice(0, most)}…` : text

/** 10月报送, 三季度报送, 全年报送: the period as people say it, its year left out where it is this one. */
export function reportName(period: Period, today: Day): string {
  const name = periodName(period)
  const year = `${today.slice(0, 4)}年`
  const near = name.startsWith(year) ? name.slice(year.length) : name
  return `${near}${/\d年$/.test(name) ? '全年' : ''}报送`
}

export const periodWords = (period: Period, today: Day): string => reportName(period, today).slice(0, -2)

/** 10月20日（周二）; the year where it is another. */
export function dayWords(day: Day, today: Day): string {
  return `${shortDay(day, today)}（周${'一二三四五六日'[weekdayOf(day) - 1]}）`
}

const LOCAL = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** 10月20日 09:12 */
export function momentWords(at: Date): string {
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    LOCAL.formatToParts(at).find((p) => p.type === type)?.value ?? ''
  return `${part('month')}月${part('day')}日 ${part('hour')}:${part('minute')}`
}
