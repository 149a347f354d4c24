import type { Day } from '../../../domain/span.ts'
import { type DateReading, findDates } from '../../../text/dates.ts'
import { findSpokenQuantities } from '../../../text/quantities.ts'
import { dropOverlaps, type Found, findAll } from '../../../text/rule.ts'
import { ABOUT_FIGURES } from './about.ts'
import { BARE_FIGURES } from './bare.ts'
import type { Figure } from './figure.ts'
import { withoutNoise } from './noise.ts'

export interface FigureText {
  /** The message with everything that is no figure blotted out; places are those of the message. */
  readonly masked: string
  /** The message with only task numbers, documents and dates blotted out: names keep their 5G. */
  readonly words: string
  /** Dates said, in reading order. */
  readonly dates: readonly Found<DateReading>[]
  readonly figures: readonly Found<Figure>[]
  readonly today: Day
}

/** Figures of a plain message. `taken`: ranges already read as something else (task numbers, documents). */
export function findFigures(
  text: string,
  taken: readonly { start: number; end: number }[],
  today: Day,
): FigureText {
  const dates = findDates(text, { today, year: null }).filter((d) =>
    /\d|[一二三四五六七八九十]|节|元旦|国庆|圣诞|端午|中秋|年[底末内]|半年/.test(d.text),
  )
  const masked = blot(withoutNoise(blot(text, taken, '■')), dates, '□')
  const quantities = findSpokenQuantities(masked).map(
    (found): Found<Figure> => ({
      ...narrow(found, masked),
      value: {
        value: found.value.value,
        max: found.value.valueMax,
        unit: found.value.unit,
        about: found.value.op === '~' || /[余多来]/.test(found.text),
        bound: found.value.op === '>' && !/[余多来]/.test(found.text),
        limit: /(?:以上|以下|以内|之内|之上)$/.test(found.text),
      },
    }),
  )
  const bare = findAll(masked, [...ABOUT_FIGURES, ...BARE_FIGURES], undefined)
  return {
    masked,
    words: blot(blot(text, taken, '■'), dates, '□'),
    dates,
    today,
    figures: dropOverlaps([...bare, ...quantities.map((q) => visits(q, masked))])
      .filter((f) => !/工作日|小时|分钟|个月|^天$/.test(f.value.unit))
      .map((f) => nearly(f, masked)),
  }
}

/** 快两百家, 差不多一千场, 小三百家: not exact, by the words in front. */
const NEARLY =
  /(?:(?<![加尽赶])快|将近|接近|(?<!新)近|奔|眼看|差不多|大概|大约|约[摸莫]|估摸着?|估计|也就|得有|上下)(?:能|要|就)?(?:有|到|达到?|是|开了?|办了?|建了?)?$|(?<![中大])小$/

function nearly(found: Found<Figure>, masked: string): Found<Figure> {
  const before = masked.slice(Math.max(0, found.start - REACH), found.start)
  return NEARLY.test(before) ? { ...found, value: { ...found.value, about: true } } : found
}

/** Characters such words take. */
const REACH = 8

/** A quantity's span without the bounding words before it: they are read as its surroundings. */
function narrow<T>(found: Found<T>, text: string): Found<T> {
  const lead = /^[^\d一二两三四五六七八九十百千仨俩]*/.exec(found.text)?.[0].length ?? 0
  const start = found.start + (found.text.startsWith('百分之') ? 0 : lead)
  return { ...found, start, text: text.slice(start, found.end) }
}

/** Blots out spans: ■ names and noise, □ dates, so that the rules of roles see where a date stood. */
function blot(text: string, spans: readonly { start: number; end: number }[], by: string): string {
  let out = text
  for (const { start, end } of spans) out = out.slice(0, start) + by.repeat(end - start) + out.slice(end)
  return out
}

/** 1200家次 counts visits, not firms. */
function visits(found: Found<Figure>, text: string): Found<Figure> {
  if (found.value.unit !== '家' || text[found.end] !== '次') return found
  return { ...found, end: found.end + 1, text: `${found.text}次`, value: { ...found.value, unit: '家次' } }
}
