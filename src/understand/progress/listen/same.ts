import type { Heard } from '../../../domain/heard.ts'
import { hasReadings, heardAs, saysState, updateOf } from '../heard-as.ts'
import type { Report } from '../read-report.ts'
import { assumed } from '../wording.ts'

/** 61没变化，94、100也是. */
const ALSO = /(?:也是|也一样|同样|也没有?)的?$/

/** 汉港再加两班，汉沪没动: something is added beside what stands still. */
const ADDED = /(?:再|又|新)(?:加|增|开|建|办|签)[^，。；]{0,3}[一二两三四五六七八九十\d]/

/** All stands as it stood, of the tasks named or of all. */
export function noChange(text: string, report: Report): Heard | null {
  const more = report.entries.some(
    (e) => !e.noChange && !ALSO.test(e.text) && (e.state !== null || e.text.length > 4),
  )
  if (!report.noChange || more || ADDED.test(text) || hasReadings(report) || saysState(report)) return null
  const same = report.entries.filter((e) => e.noChange || ALSO.test(e.text))
  const updates = (same.length > 0 ? same : report.entries).map((e) => ({
    ...updateOf(e),
    state: null,
    expectedFinish: e.finish,
    noChange: true,
  }))
  return {
    ...heardAs('noChange', 'no change: 无变化, 同上季度, 老样子', report, updates),
    unread: report.unread,
    assumptions: /(?<!还)没动(?!静)/.test(text) ? [...report.notes, assumed.still] : report.notes,
  }
}
