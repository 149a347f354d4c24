import type { Day } from '../../domain/span.ts'
import { type DateReading, findDates } from '../../text/dates.ts'
import { parseNumber } from '../../text/numbers.ts'
import { findSpokenQuantities } from '../../text/quantities.ts'
import { dropOverlaps, type Found, findAll, type Rule } from '../../text/rule.ts'
import { withoutNoise } from './noise.ts'

/** A number somebody says, before it is known what of. */
export interface Figure {
  readonly value: number
  /** Upper end of 二三十家, 20—30家. */
  readonly max: number | null
  /** As said; '' where none was. 万 stays for the metric to multiply out. */
  readonly unit: string
  /** 约, 左右, 300多: not exact. */
  readonly about: boolean
  /** 突破, 超: only a bound. */
  readonly bound: boolean
  /** 以上, 以内 right behind it. */
  readonly limit: boolean
  /** 10 of 8/10条: what it is said to be out of. */
  readonly of?: number
  /** 激活率83: the % was not said. */
  readonly signless?: boolean
}

const BARE: readonly Rule<Figure>[] = [
  {
    name: 'out of: 8/10条, 8条/10条, 商业8/10',
    pattern:
      /(?<![\d./年月])(?<n>\d+(?:\.\d+)?)(?<own>[个家条项名人场座套台辆件处]|公里|万?亩|亿元|万元)? ?\/ ?(?<of>\d+(?:\.\d+)?)(?<unit>[个家条项名人场座套台辆件处]|公里|万?亩|亿元|万元)?(?![\d/.年月日号%])/g,
    read: ({ groups, input, start }) => {
      const unit = groups.unit ?? groups.own ?? ''
      const named =
        /\p{Script=Han}$/u.test(input.slice(0, start)) && !/[至止到于在前自从]$/.test(input.slice(0, start))
      return unit === '' && !named ? null : { ...PLAIN, value: Number(groups.n), unit, of: Number(groups.of) }
    },
  },
  {
    name: 'the last of a row: 第45场办完, 第8条已开通',
    pattern:
      /(?<=第)(?<n>\d+)(?<unit>[场条座家个])(?=[^，。；\d]{0,6}(?:办完|办了|举办|开通|挂牌|开业|揭牌|落地|签约))(?![^，。；]{0,8}(?:将|拟|预计|正在|筹备|即将))/g,
    read: ({ groups }) => ({ ...PLAIN, value: Number(groups.n), unit: groups.unit ?? '', about: true }),
  },
  {
    name: 'a rate without its sign: 激活率83, 占比12',
    pattern:
      /(?<=(?:率|占比|比重|增速|增幅|涨幅)(?:现在|已|为|是|在|达|达到|约|到|了)?)(?<n>\d{1,3}(?:\.\d+)?)(?=$|[，。；、！ \n]|了|吧)/g,
    read: ({ groups }) => ({ ...PLAIN, value: Number(groups.n), unit: '%', signless: true }),
  },
  {
    name: 'no unit said: 治理类950, 累计22.6万, 治理类九百零五',
    pattern:
      /(?<![\d.A-Za-z第+前一二两三四五六七八九十百千万亿零])(?<![〇零一二两三四五六七八九十百千万亿]点)(?<n>\d+(?:,\d{3})*(?:\.\d+)?|[一二两三四五六七八九十百千万零]{1,9}点[〇零一二三四五六七八九]+|[一二两三四五六七八九十百千万零]{1,9}[一二两三四五六七八九十百千零](?:点[〇零一二三四五六七八九]+)?)(?<scale>万亿|[万亿千])?(?<about>多(?!报|写|打|统计|算)|余|左右|上下|出头)?(?=$|[，。；、！？\n ）了]|多(?:报|写|打|统计|算)|(?:写|打|报|填|搞|弄|录)(?:错)?成|吧|哈|啦|已|都|，|左右|这|和|以上|(?![个家条项名人场座套台辆件张户处次米亩吨元万亿千百年月日号天点倍成度期届批])\p{Script=Han}{2,8}\d)/gu,
    read: ({ groups }) => {
      const value = parseNumber(groups.n ?? '')
      return value === null
        ? null
        : { ...PLAIN, value, unit: groups.scale ?? '', about: groups.about !== undefined }
    },
  },
  {
    name: 'money cut short, with a nought: 四千零二十三亿七',
    pattern:
      /(?<![〇零一二两三四五六七八九十百千万亿])(?<n>[一二两三四五六七八九十百千零〇]{2,12}亿[一二三四五六七八九])(?![〇零一二三四五六七八九十百千万亿])(?<yuan>元)?/g,
    read: ({ groups }) => {
      const value = parseNumber(groups.n ?? '')
      return value === null ? null : { ...PLAIN, value: value / 1e8, unit: `亿${groups.yuan ?? ''}` }
    },
  },
  {
    name: 'one character behind a name: 商业八, 便利店七',
    pattern:
      /(?<=\p{Script=Han}{2}(?:是|有|为|了)?)(?<![〇零一二两三四五六七八九十百千万亿点成])(?<n>[两三四五六七八九])(?=$|[，。；！、 \n])/gu,
    read: ({ groups }) => ({ ...PLAIN, value: parseNumber(groups.n ?? '') ?? 0, unit: '' }),
  },
  {
    name: 'one or two at the end of a clause: 还差一家, 充电桩二个',
    pattern:
      /(?<=\p{Script=Han})(?<![每第某同哪任这那上下各另〇零一二两三四五六七八九十百千万亿统])(?<n>[一二])(?<unit>[个家条名座处场])(?=$|[，。；！ \n就没未])/gu,
    read: ({ groups }) => ({ ...PLAIN, value: parseNumber(groups.n ?? '') ?? 0, unit: groups.unit ?? '' }),
  },
  {
    name: 'one missing, before its name: 差一个颠覆性的',
    pattern: /(?<=差|缺)(?<n>[一二])(?<unit>[个家条名座处场项])(?=\p{Script=Han}{2})/gu,
    read: ({ groups }) => ({ ...PLAIN, value: parseNumber(groups.n ?? '') ?? 0, unit: groups.unit ?? '' }),
  },
  {
    name: 'below nought: 物价负0.1, -0.1%',
    pattern: /(?<=\p{Script=Han})(?:负|-|−)(?<n>\d+(?:\.\d+)?)(?<unit>%)?(?![\d年月日号-])/gu,
    read: ({ groups }) => ({ ...PLAIN, value: -Number(groups.n), unit: groups.unit ?? '' }),
  },
  {
    name: 'about, below ten: 五六条, 三五家',
    pattern:
      /(?<![〇零一二两三四五六七八九十百千万亿第\d])(?<a>[一二两三四五六七八])(?<b>[二三四五六七八九])(?<unit>[个家条名人场所座套台辆件处项])(?![月季])/g,
    read: ({ groups }) => ({
      ...PLAIN,
      value: parseNumber(groups.a ?? '') ?? 0,
      max: parseNumber(groups.b ?? ''),
      unit: groups.unit ?? '',
    }),
  },
  {
    name: 'about, over a hundred: 一百六七十家',
    pattern:
      /(?<![〇零一二两三四五六七八九十百千万亿])(?<p>[一二两三四五六七八九百千零]{0,5}[百千])(?<a>[一二三四五六七八])(?<b>[二三四五六七八九])(?<t>[十百])(?<unit>[个家条名人场所座套台辆件处公]?)/g,
    read: ({ groups }) => ({
      ...PLAIN,
      value: parseNumber(`${groups.p}${groups.a}${groups.t}`) ?? 0,
      max: parseNumber(`${groups.p}${groups.b}${groups.t}`),
      unit: groups.unit === '公' ? '公里' : (groups.unit ?? ''),
    }),
  },
  {
    name: 'fraction words: 一半, 半数, 过半, 大半, 三分之二',
    pattern:
      /(?:完成|过|大|一|达|近|超)?(?:过半|半数|一半|大半|[二三四五]分之[一二三四])|翻(?:了)?[一二两]?番|翻(?:了)?(?:一)?倍/g,
    read: () => ({ ...PLAIN, value: 50, unit: '成半', about: true }),
  },
]

const PLAIN = { value: 0, max: null, unit: '', about: false, bound: false, limit: false } as const

export interface FigureText {
  /** The message with everything that is no figure blotted out; places are those of the message. */
  readonly masked: string
  /** The message with only task numbers, documents and dates blotted out: names keep their 5G. */
  readonly words: string
  /** Dates said, in reading order. */
  readonly dates: readonly Found<DateReading>[]
  readonly figures: readonly Found<Figure>[]
}

/** Figures of a plain message. `taken`: ranges already read as something else (task numbers, documents). */
export function findFigures(
  text: string,
  taken: readonly { start: number; end: number }[],
  today: Day,
): FigureText {
  const dates = findDates(text, { today, year: null }).filter((d) =>
    /\d|[一二三四五六七八九十]|节|元旦|国庆|端午|中秋|年[底末内]/.test(d.text),
  )
  const masked = blot(blot(withoutNoise(text), taken, '■'), dates, '□')
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
  const bare = findAll(masked, BARE, undefined)
  return {
    masked,
    words: blot(blot(text, taken, '■'), dates, '□'),
    dates,
    figures: dropOverlaps([...bare, ...quantities.map((q) => visits(q, masked))]).filter(
      (f) => !/工作日|小时|分钟|个月|^天$/.test(f.value.unit),
    ),
  }
}

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
