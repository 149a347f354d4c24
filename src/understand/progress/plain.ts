import { withoutListNumbers } from './figure/list-numbers.ts'
import { parted } from './figure/run-together.ts'

/** A message made even: half-width digits, full-width marks, smileys as pauses, spaces only where they part words. */
export function plainMessage(message: string): string {
  const steps: readonly (readonly [RegExp, string | ((said: string) => string)])[] = [
    [/^(?:@\S+\s*)+/, ''],
    [/[零壹贰叁肆伍陆柒捌玖拾佰仟萬万亿]{3,}/g, everyday],
    [/@/g, '找'],
    [/^(?:[嗯呃额啊哦喂诶哎欸]+|(?:那个|这个|就是说?)嘛?(?=[，、,]))[，、,. ]*(?=[\p{Script=Han}\d])/u, ''],
    [/(?<=[\d万亿千百])块钱?(?=$|[，,。.；;！!、 了])/g, '元'],
    [/\r\n?/g, '\n'],
    [/(?<=^|[，,。；;\s于在])(1[0-2]|[1-9])[./](3[01]|[12]\d|[1-9])(?=之?前(?!后)|[日号])/g, '$1月$2日'],
    [/(?<=\d)多(?:一?点儿?|一些)(?=$|[，,。；;！!])/g, '多'],
    [/(?<![\d.])(?:1[0-2]|[1-9])、(1[0-2]|[1-9])(?:这?两个?)?月/g, '$1月'],
    [
      /(?<=[一二三四五六七八九十]（[一二三四五六七八九十]{1,2}）)(\d{1,2})(?:至|到|-|—)(\d{1,2})(?=项|条|[，,：:。；])/g,
      rangeOf,
    ],
    [/目前|当前|眼下|如今/g, '现在'],
    [/廿(?=[一二三四五六七八九余多个家条])/g, '二十'],
    [/卅(?=[一二三四五六七八九余多个家条])/g, '三十'],
    [/➡\ufe0f?/gu, '→'],
    [/(?:\p{Extended_Pictographic}|\u200d|\ufe0f)+/gu, '，'],
    [/\[[\p{Script=Han}]{1,3}\]/gu, '，'],
    [/[“”"「」『』‘’]/g, ''],
    [/(?<=(?<!\d)\d{1,3})，(?=0\d\d(?!\d))/g, ''],
    [/(?<!\d),|,(?!\d{3})/g, '，'],
    [/;/g, '；'],
    [/:(?!\/\/|\d\d)/g, '：'],
    [/\?/g, '？'],
    [/!/g, '！'],
    [/\(/g, '（'],
    [/\)/g, '）'],
    [/(?<!\d)\.|\.(?!\d)/g, '。'],
    [/(?<=\d[万亿%]?) ?[~～] ?(?=\d)/g, '-'],
    [/(?:\.{2,}|…+|~+|～+)/g, '，'],
    [/[ \t\u3000\u00a0]+/g, ' '],
    [
      /(?<=[\d一二两三四五六七八九十百][个家条项名人座处场件套辆])(?=\d{1,2}月|春节|国庆|元旦|年底|月底)/g,
      ' ',
    ],
    [/ (?=[，。；：！？、）\n]|$)|(?<=[，。；：！？、（\n]) |^ /gm, ''],
    [/(?<=\d)(?=[本上](?:期|月|个月|周|季|年|次))/g, '，'],
    [/(?<=第) ?(\d+) ?(?=[项条款])/g, '$1'],
    [/(?<=\d) (?=(?:多|余)?(?:[个家条项名人场所座套台辆件张户处次米亩吨元%万亿千百]|公里|平方|百分))/g, ''],
    [/(?<=[\d万千百十])(立方|平方)(?![米公里千分])/g, '$1米'],
    [/(?<=\d) (?=[到至] ?\d)|(?<=\d ?[到至]) (?=\d)/g, ''],
    [/百分之?百(?!分)/g, '100%'],
    [
      /(?<![\d.〔第])(\d+(?:\.\d+)?)(?=(?:[、和]\d+(?:\.\d+)?)*[、和]\d+(?:\.\d+)?(公里|亿元?|万?亩|万元|万人|%))/g,
      '$1$2',
    ],
    [/(?<=\d)[Oo](?=[\d个家条项名人场座套处亿万%，。；]|$)/g, '0'],
    [/(\d[\d.]*[万亿]?(?:[个家条项名人场座套处]|公里)?) ?(?:→|⟶|➔|-+>|=+>) ?(?=\d)/g, '从$1到'],
    [/(?<=\d)加(?=[、，。；！\n]|$)/g, '家'],
    [/(?<=[\d万])平米/g, '平方米'],
    [/(?<=\d) ?ms(?![a-z])/gi, '毫秒'],
    [/(?<=\d) ?km(?![a-z])/gi, '公里'],
    [/(?<=[\d十百千一二三四五六七八九])个亿(?!元?(?:以上)?(?:产业|工业)?项目)/g, '亿'],
    [/(?<=[\d十百千])([多余])([万亿])/g, '$2$1'],
    [/(?<=(?:增长|增|涨)了?\d+(?:\.\d+)?)个点(?!多)/g, '%'],
    [/(?<=GDP|CPI)(?=\d)/gi, '是'],
    [/(?<=\d[个家条项名人场座%]?)[/／](?=\p{Script=Han}{2})/gu, '、'],
    [/(?<=\d)(?<!20\d\d)\/(?=\d+(?:\.\d+)?\/\d)|(?<=\d\/\d+(?:\.\d+)?)(?<!20\d\d\/\d{1,2})\/(?=\d)/g, '、'],
    [/(?<=\d[万亿]?)[+＋](?=$|[，。；！、了吧\n]|[个家条名人场座处]|公里)/g, '多'],
    [/㎡/g, '平方米'],
    [/(?<=\d)点(?=\d{1,2}(?:万|亿|%|公里|千|个百分))/g, '.'],
    [/(?<=\d)[wW](?![A-Za-z])/g, '万'],
    [/(?<=\d)[kK](?![A-Za-z])/g, '千'],
    [/(?<=\d)(公里|亩|万|亿)半/g, '.5$1'],
    [/(?<=[一二三四五六七八九十百千])(公里|亩)半/g, '点五$1'],
    [/(?<=[一二三四五六七八九十百千])公里([一二三四五六七八九])(?=$|[，。；！、了吧\n])/g, '点$1公里'],
    [/(?<=(?<![\d.])\d+)公里([1-9])(?=$|[，。；！、了吧\n])/g, '.$1公里'],
    [/(?<=那个)(?=\d{1,2}月)/g, ' '],
    [/(?<=(?<![\d.])\d{1,3}) (?=\d{3}(?![\d.年月]))/g, ''],
    [/(?<![\d.])(\d)千(\d)(?=$|[，。；、！\n])/g, '$1$200'],
    [/(?<=\d)E(?![A-Za-z])/g, 'EFLOPS'],
    [/(Q[1-4]) (?=\d)/g, '$1是'],
    [/(?<=[\d万千百])平(?=$|[，。；、！\n])/g, '平方米'],
    [/(?<=\d)个点(?!多)/g, '个百分点'],
  ]
  const folded = message.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0e]/g, (c) =>
    String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  )
  const even = steps.reduce(
    (text, [pattern, by]) => (typeof by === 'string' ? text.replace(pattern, by) : text.replace(pattern, by)),
    folded,
  )
  return selfRepaired(shortened(spelledOut(joinFigures(parted(withoutListNumbers(even)))))).trim()
}

/** 商业 8条 → 商业8条: a name and its figure typed apart. */
const joinFigures = (text: string): string =>
  text.replace(
    /(?<=\p{Script=Han}) (?=[\d.]+[万亿千]*(?:[个家条名人场所座套台辆件张户处%米亩元]|公里|平方|[，。；！？ \n]|$))/gu,
    '',
  )

/** （一）1至4 → （一）1、2、3、4. */
const rangeOf = (said: string): string => {
  const [from = 0, to = 0] = (said.match(/\d+/g) ?? []).map(Number)
  return to <= from || to - from > LONGEST_RANGE
    ? said
    : Array.from({ length: to - from + 1 }, (_, i) => from + i).join('、')
}

/** A place list holds so many; more is no range of places. */
const LONGEST_RANGE = 5

/** 肆仟柒佰亿 → 四千七百亿: numerals as cheques have them. */
const everyday = (said: string): string =>
  [...said].map((c) => '一二三四五六七八九十百千万'[FORMAL.indexOf(c)] ?? c).join('')

const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰仟萬'

const DIGITS = '一二三四五六七八九'

/** 16万8千5百 → 168500, 4千3百 → 4300. */
const spelledOut = (text: string): string =>
  text.replace(
    /(?<![\d.])(?:(?<w>\d{1,4})万零?)?(?:(?<k>\d)千)?(?:(?<h>\d)百零?)?(?:(?<t>\d)十)?(?<u>(?<=[百十零])\d)?(?=[余多]?[人个家条项名元户场次座处套台辆件亿亩万]|公里|[，。；！]|$)/g,
    (hit, ...rest) => {
      const { w, k, h, t, u } = rest.at(-1) as Readonly<Record<string, string | undefined>>
      const parts = [w, k, h, t, u].filter((p) => p !== undefined)
      if (
        (parts.length < 2 && h === undefined) ||
        (parts.length === 2 && w !== undefined && k === undefined && !hit.includes('零'))
      )
        return hit
      return String(
        Number(w ?? 0) * 1e4 +
          Number(k ?? 0) * 1e3 +
          Number(h ?? 0) * 100 +
          Number(t ?? 0) * 10 +
          Number(u ?? 0),
      )
    },
  )

/** 28万六 → 28.6万, 3亿5千万 → 3.5亿, 一号议案 → 1号议案: a numeral half in figures, half in words. */
const shortened = (text: string): string =>
  text
    .replace(/(?<![\d.])(\d+\.\d+)百(?=[人个家条项名户场座处套台辆件])/g, (_, n: string) =>
      String(Number((Number(n) * 100).toPrecision(12))),
    )
    .replace(
      /(?<![\d.])(\d+(?:\.\d+)?)([百千])([多余]?)亿/g,
      (_, n: string, by: string, more: string) =>
        `${Number((Number(n) * (by === '百' ? 100 : 1000)).toPrecision(12))}亿${more}`,
    )
    .replace(
      /(?<![\d.])(\d+)([万亿])([一二三四五六七八九]|[1-9])(?:(?<=万.)千|(?<=亿.)千万)?(?![\d.十百千万亿点个家条])/g,
      (_, whole: string, scale: string, tenth: string) => `${whole}.${digit(tenth)}${scale}`,
    )
    .replace(/(?<![\d.])(\d+)万零(\d{2,3})(?![\d百十千])/g, (_, w: string, n: string) =>
      String(Number(w) * 1e4 + Number(n)),
    )
    .replace(/(?<![\d.])(\d)千零(\d{2})(?!\d)/g, (_, k: string, n: string) =>
      String(Number(k) * 1e3 + Number(n)),
    )
    .replace(/(?<![一二三四五六七八九十第])([一二三四五])号(?=议案|建议)/g, (_, n: string) => `${digit(n)}号`)

const digit = (said: string): string => (/\d/.test(said) ? said : String(DIGITS.indexOf(said) + 1))

/** 七条，哦不对，八条 → 八条: what is taken back in the same breath; a task's number at the head is put right by a correction. */
const selfRepaired = (text: string): string => text.replace(REPAIRED, '')

const SPOKEN =
  '(?:[\\d.]+|[一二两三四五六七八九十百千零]+)(?:万|亿)?(?:元|公里|[个家条项名人场座套处件台辆])?'
const REPAIRED = new RegExp(
  `(?<!^(?=第?\\d+项)|\\d)${SPOKEN}[，、 ]?(?:哦|噢|喔|啊|呃|额|嗯|唉)?[，]?(?:不对|不不|说错了?|错了)[，、 ]?(?:应该)?(?:是)?(?=${SPOKEN}(?:$|[，。；！、]))`,
  'g',
)
