import type { Heard } from '../../../domain/heard.ts'
import { bare, type Hearing, hasReadings, heardAs, saysState, updateOf } from '../heard-as.ts'
import type { Report } from '../read-report.ts'
import { assumed } from '../wording.ts'

/** 61没变化，94、100也是. */
const ALSO = /(?:也是|也一样|同样|也没有?)的?$/

/** 汉港再加两班，汉沪没动; 数一样，仓库多了1个: something is added beside what stands still. */
const ADDED = /(?:(?:再|又|新)(?:加|增|开|建|办|签)[^，。；]{0,3}|[多少]了)[一二两三四五六七八九十\d]/

/** All stands as it stood, of the tasks named or of all. */
export function noChange(text: string, report: Report, hearing: Hearing): Heard | null {
  if (answersNo(text, hearing)) return unchanged(text, report, hearing)
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

/** 没有, 本月没有: to the question just before whether anything has changed. */
const answersNo = (text: string, { context, how }: Hearing): boolean =>
  /^(?:(?:这个?|本)[月周季](?:度)?|目前|暂时?)?(?:还)?没有?(?:呢|啊|哦)?[。！]?$/.test(text) &&
  /(?:有(?:没有)?|没)(?:什么|啥)?新?(?:的)?(?:变化|变动|更新)/.test(context.history.at(-1) ?? '') &&
  how.focus.length > 0

const unchanged = (text: string, report: Report, { how }: Hearing): Heard =>
  heardAs(
    'noChange',
    'no, asked whether anything has changed',
    report,
    how.focus.map((task) => ({ ...bare(task, text), noChange: true })),
  )
