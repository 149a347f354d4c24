import type { PlanDocument } from '../../src/domain/document.ts'
import type { Deadline } from '../../src/domain/task.ts'
import { yearOf } from '../../src/text/calendar.ts'
import { type DateReading, findDates } from '../../src/text/dates.ts'
import type { Found } from '../../src/text/rule.ts'

/** Where a text stands: a year not written in it is taken from the nearest heading, the title or the plan's period. */
export interface DeadlineContext {
  /** Headings above the text, outermost first. */
  readonly headings: readonly string[]
  readonly title: string
  readonly period: PlanDocument['period']
}

/** Offsets are those of the text given. */
export type FoundDeadline = Omit<Deadline, 'source'> & { readonly start: number; readonly end: number }

/** 5月底前动工, 2025年12月建成: a time followed at once by what is to have happened. */
const DONE =
  /^(?:[，]?(?:全面|全部|基本|力争|正式|如期|按期|前后)*)(?:完成|建成|实现|投入使用|投入运行|投用|竣工|开工|动工|启动|通车|开通|开园|开业|出台|印发|发布|验收|达产|投产|完工|交付|上线|落地|报送|形成|通过|获批|创成|成功创建)/
/** Terms, validity and stocks: 6月30日前到期, 延长至3月底, 截至2024年底, 2000年底前建成的小区. */
const TERM_AFTER = /^(?:到期|注册|成立|设立的|取得|出生|已|存量|竣工的|建成的|毕业|在册|期间|发布的|印发的)/
const TERM_BEFORE =
  /(?:截至|截止|延长[至到]?|延至|顺延[至到]?|有效期[至到为]?|执行[至到]|暂停[至到]|自|从|每年度?|每个?月|每个?季度?|对|凡|较|比|同比)$/
const NAME = /“[^“”]*”|《[^《》]*》|〔[^〔〕]*〕/g
/** 3月31日前，…暂免收取: how long a favour lasts. */
const FAVOUR = /^[^。；]{0,20}(?:暂免|免收|免征|减半|免除|缓缴|暂缓|暂不|不再|可[申享延]|给予|予以)/
/** A cell or bracket that holds nothing but a time: 2026年12月, 9月投入使用, 2026年6月持续跟踪. */
const OPEN_ENDED = /持续|长期|常态|全年|每[年月季周]|适时|按[时序]/

/**
 * The day a text says the work has to be done by, or null: 年底前, 到2027年, 2025年6月底前. Where several are said,
 * the last. 持续推进 and 全年 set none; nor do terms, conditions and dates before the plan begins.
 */
export function findDeadline(text: string, context: DeadlineContext): FoundDeadline | null {
  const bracket = /（(?<inner>[^（）]{2,20})）$/.exec(text)
  const inner = bracket ? findCellDeadline(bracket.groups?.inner ?? '', context) : null
  if (bracket && inner) return shifted(inner, bracket.index + 1)
  const plain = text.replace(NAME, (name) => '□'.repeat(name.length))
  const limits = datesOf(plain, context).filter(
    (date) => isLimit(date, plain) && !isTerm(date, plain, context),
  )
  return latest(limits)
}

/** A time cell of a table (完成时限): any date in it is the deadline, 2026年12月 its last day; 持续推进 none. */
export function findCellDeadline(text: string, context: DeadlineContext): FoundDeadline | null {
  const dates = datesOf(text, context)
  const first = dates[0]
  if (!first || (OPEN_ENDED.test(text.slice(0, first.start)) && first.value.bound !== 'by')) return null
  return first.start <= 6 && !first.text.startsWith('全年') ? latest(dates) : null
}

const shifted = (found: FoundDeadline, by: number): FoundDeadline => ({
  ...found,
  start: found.start + by,
  end: found.end + by,
})

function datesOf(text: string, { headings, title, period }: DeadlineContext): Found<DateReading>[] {
  const said = [...headings]
    .reverse()
    .concat(title)
    .map((words) => /(?<!\d)20\d{2}(?=年)/.exec(words)?.[0])
  const first = period ? yearOf(period.start) : 0
  const year = said.find((y) => y !== undefined && Number(y) >= first)
  const several = /20\d{2}[—–-]+20\d{2}/.test(title)
  if (year && !several) return findDates(text, { today: null, year: Number(year) })
  const implied = period ? yearOf(period.start) : null
  return findDates(text, { today: null, year: implied }).map((date) =>
    date.value.certainty === 'inherited' && !earlierYear(text, date)
      ? { ...date, value: { ...date.value, certainty: 'implied' } }
      : date,
  )
}

const earlierYear = (text: string, date: Found<DateReading>): boolean =>
  /20\d{2}年/.test(text.slice(0, date.start))

function isLimit({ value, start, end, text }: Found<DateReading>, whole: string): boolean {
  if (value.bound === 'by') return true
  if (value.bound === 'from' || value.start === null) return false
  const after = whole.slice(end, end + 12)
  if (value.grain === 'day' && /[底末]$/.test(text)) return true
  if (value.grain === 'year')
    return (
      DONE.test(after) &&
      !after.startsWith('，') &&
      !/^全?年/.test(text) &&
      /在$|^.{0}$|[，。；、]$/.test(whole.slice(0, start))
    )
  return DONE.test(after)
}

function isTerm(
  { value, start, end, text }: Found<DateReading>,
  whole: string,
  { period }: DeadlineContext,
): boolean {
  if (period && value.end < period.start) return true
  const [before, after] = [whole.slice(Math.max(0, start - 6), start), whole.slice(end, end + 16)]
  return (
    TERM_AFTER.test(after) ||
    FAVOUR.test(whole.slice(end, end + 26)) ||
    TERM_BEFORE.test(before) ||
    /^(?:截至|截止)/.test(text) ||
    /[对凡]$/.test(before)
  )
}

function latest(dates: readonly Found<DateReading>[]): FoundDeadline | null {
  const last = dates.reduce<Found<DateReading> | null>(
    (a, b) => (a === null || b.value.end > a.value.end ? b : a),
    null,
  )
  return (
    last && {
      day: last.value.end,
      certainty: last.value.certainty,
      raw: last.text,
      start: last.start,
      end: last.end,
    }
  )
}
