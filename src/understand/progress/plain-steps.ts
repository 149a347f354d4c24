/** One thing made even: what it reads, and what stands there afterwards. Steps run in the order of their list. */
export interface Step {
  readonly reads: string
  readonly pattern: RegExp
  readonly by: string | ((said: string) => string)
}

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

/** Marks, spaces, pictures and words that say nothing. */
const MARKS: readonly Step[] = [
  { reads: '@督办助手 at the head', pattern: /^(?:@\S+\s*)+/, by: '' },
  {
    reads: '肆仟柒佰亿: numerals as cheques have them',
    pattern: /[零壹贰叁肆伍陆柒捌玖拾佰仟萬万亿]{3,}/g,
    by: everyday,
  },
  { reads: '@老张', pattern: /@/g, by: '找' },
  {
    reads: '嗯，那个，就是说 at the head',
    pattern:
      /^(?:[嗯呃额啊哦喂诶哎欸]+|(?:那个|这个|就是说?)嘛?(?=[，、,]))[，、,. ]*(?=[\p{Script=Han}\d])/u,
    by: '',
  },
  { reads: '3块钱', pattern: /(?<=[\d万亿千百])块钱?(?=$|[，,。.；;！!、 了])/g, by: '元' },
  { reads: 'line ends of other systems', pattern: /\r\n?/g, by: '\n' },
  {
    reads: '12.31日前, 11/30日: a day',
    pattern: /(?<=^|[，,。；;\s于在])(1[0-2]|[1-9])[./](3[01]|[12]\d|[1-9])(?=之?前(?!后)|[日号])/g,
    by: '$1月$2日',
  },
  { reads: '多一点', pattern: /(?<=\d)多(?:一?点儿?|一些)(?=$|[，,。；;！!])/g, by: '多' },
  {
    reads: '11、12月: the last of two months',
    pattern: /(?<![\d.])(?:1[0-2]|[1-9])、(1[0-2]|[1-9])(?:这?两个?)?月/g,
    by: '$1月',
  },
  {
    reads: '（一）1至4项: places one by one',
    pattern:
      /(?<=[一二三四五六七八九十]（[一二三四五六七八九十]{1,2}）)(\d{1,2})(?:至|到|-|—)(\d{1,2})(?=项|条|[，,：:。；])/g,
    by: rangeOf,
  },
  { reads: '目前, 眼下', pattern: /目前|当前|眼下|如今/g, by: '现在' },
  { reads: '廿六家', pattern: /廿(?=[一二三四五六七八九余多个家条])/g, by: '二十' },
  { reads: '卅家', pattern: /卅(?=[一二三四五六七八九余多个家条])/g, by: '三十' },
  { reads: 'an arrow as a picture', pattern: /➡\ufe0f?/gu, by: '→' },
  {
    reads: 'smileys and pictures are pauses',
    pattern: /(?:\p{Extended_Pictographic}|\u200d|\ufe0f)+/gu,
    by: '，',
  },
  { reads: '[强], [抱拳]', pattern: /\[[\p{Script=Han}]{1,3}\]/gu, by: '，' },
  { reads: 'quotation marks say nothing', pattern: /[“”"「」『』‘’]/g, by: '' },
  { reads: '1，012 with a full-width comma', pattern: /(?<=(?<!\d)\d{1,3})，(?=0\d\d(?!\d))/g, by: '' },
  { reads: 'a comma between figures of thousands stays', pattern: /(?<!\d),|,(?!\d{3})/g, by: '，' },
  { reads: ';', pattern: /;/g, by: '；' },
  { reads: ': but not of a time or an address', pattern: /:(?!\/\/|\d\d)/g, by: '：' },
  { reads: '?', pattern: /\?/g, by: '？' },
  { reads: '!', pattern: /!/g, by: '！' },
  { reads: '(', pattern: /\(/g, by: '（' },
  { reads: ')', pattern: /\)/g, by: '）' },
  { reads: 'a full stop, no decimal point', pattern: /(?<!\d)\.|\.(?!\d)/g, by: '。' },
  { reads: '3~5', pattern: /(?<=\d[万亿%]?) ?[~～] ?(?=\d)/g, by: '-' },
  { reads: '…, ~~', pattern: /(?:\.{2,}|…+|~+|～+)/g, by: '，' },
  { reads: 'spaces of all sorts', pattern: /[ \t\u3000\u00a0]+/g, by: ' ' },
  {
    reads: '7条11月底: a figure and a day run together',
    pattern:
      /(?<=[\d一二两三四五六七八九十百][个家条项名人座处场件套辆])(?=\d{1,2}月|春节|国庆|元旦|年底|月底)/g,
    by: ' ',
  },
  {
    reads: 'spaces beside marks',
    pattern: / (?=[，。；：！？、）\n]|$)|(?<=[，。；：！？、（\n]) |^ /gm,
    by: '',
  },
]

/** Figures and measures as they are typed, dictated or run together. */
const FIGURES: readonly Step[] = [
  {
    reads: '7本期: a figure and the next word run together',
    pattern: /(?<=\d)(?=[本上](?:期|月|个月|周|季|年|次))/g,
    by: '，',
  },
  { reads: '第 52 项', pattern: /(?<=第) ?(\d+) ?(?=[项条款])/g, by: '$1' },
  {
    reads: '7 条',
    pattern:
      /(?<=\d) (?=(?:多|余)?(?:[个家条项名人场所座套台辆件张户处次米亩吨元%万亿千百]|公里|平方|百分))/g,
    by: '',
  },
  { reads: '300立方', pattern: /(?<=[\d万千百十])(立方|平方)(?![米公里千分])/g, by: '$1米' },
  { reads: '从7 到 9', pattern: /(?<=\d) (?=[到至] ?\d)|(?<=\d ?[到至]) (?=\d)/g, by: '' },
  { reads: '百分百', pattern: /百分之?百(?!分)/g, by: '100%' },
  {
    reads: '218、180公里: the measure said once',
    pattern:
      /(?<![\d.〔第])(\d+(?:\.\d+)?)(?=(?:[、和]\d+(?:\.\d+)?)*[、和]\d+(?:\.\d+)?(公里|亿元?|万?亩|万元|万人|%))/g,
    by: '$1$2',
  },
  {
    reads: '1O家 typed with a letter',
    pattern: /(?<=\d)[Oo](?=[\d个家条项名人场座套处亿万%，。；]|$)/g,
    by: '0',
  },
  {
    reads: '6条→8条',
    pattern: /(\d[\d.]*[万亿]?(?:[个家条项名人场座套处]|公里)?) ?(?:→|⟶|➔|-+>|=+>) ?(?=\d)/g,
    by: '从$1到',
  },
  { reads: '7加 for 7家', pattern: /(?<=\d)加(?=[、，。；！\n]|$)/g, by: '家' },
  { reads: '3万平米', pattern: /(?<=[\d万])平米/g, by: '平方米' },
  { reads: '2ms', pattern: /(?<=\d) ?ms(?![a-z])/gi, by: '毫秒' },
  { reads: '5km', pattern: /(?<=\d) ?km(?![a-z])/gi, by: '公里' },
  {
    reads: '3个亿',
    pattern: /(?<=[\d十百千一二三四五六七八九])个亿(?!元?(?:以上)?(?:产业|工业)?项目)/g,
    by: '亿',
  },
  { reads: '30多万', pattern: /(?<=[\d十百千])([多余])([万亿])/g, by: '$2$1' },
  { reads: '增长5个点', pattern: /(?<=(?:增长|增|涨)了?\d+(?:\.\d+)?)个点(?!多)/g, by: '%' },
  { reads: 'GDP6.1', pattern: /(?<=GDP|CPI)(?=\d)/gi, by: '是' },
  { reads: '7条/治理类', pattern: /(?<=\d[个家条项名人场座%]?)[/／](?=\p{Script=Han}{2})/gu, by: '、' },
  {
    reads: '3/4/5',
    pattern: /(?<=\d)(?<!20\d\d)\/(?=\d+(?:\.\d+)?\/\d)|(?<=\d\/\d+(?:\.\d+)?)(?<!20\d\d\/\d{1,2})\/(?=\d)/g,
    by: '、',
  },
  { reads: '30+', pattern: /(?<=\d[万亿]?)[+＋](?=$|[，。；！、了吧\n]|[个家条名人场座处]|公里)/g, by: '多' },
  { reads: '㎡', pattern: /㎡/g, by: '平方米' },
  { reads: '3点5万, said by voice', pattern: /(?<=\d)点(?=\d{1,2}(?:万|亿|%|公里|千|个百分))/g, by: '.' },
  { reads: '3w', pattern: /(?<=\d)[wW](?![A-Za-z])/g, by: '万' },
  { reads: '8k', pattern: /(?<=\d)[kK](?![A-Za-z])/g, by: '千' },
  { reads: '12公里半, 3亿半', pattern: /(?<=\d)(公里|亩|万|亿)半/g, by: '.5$1' },
  { reads: '十二公里半', pattern: /(?<=[一二三四五六七八九十百千])(公里|亩)半/g, by: '点五$1' },
  {
    reads: '五十三公里二',
    pattern: /(?<=[一二三四五六七八九十百千])公里([一二三四五六七八九])(?=$|[，。；！、了吧\n])/g,
    by: '点$1公里',
  },
  { reads: '53公里2', pattern: /(?<=(?<![\d.])\d+)公里([1-9])(?=$|[，。；！、了吧\n])/g, by: '.$1公里' },
  { reads: '那个11月', pattern: /(?<=那个)(?=\d{1,2}月)/g, by: ' ' },
  { reads: '1 012', pattern: /(?<=(?<![\d.])\d{1,3}) (?=\d{3}(?![\d.年月]))/g, by: '' },
  { reads: '4千3', pattern: /(?<![\d.])(\d)千(\d)(?=$|[，。；、！\n])/g, by: '$1$200' },
  { reads: '7.2E', pattern: /(?<=\d)E(?![A-Za-z])/g, by: 'EFLOPS' },
  { reads: 'Q3 6', pattern: /(Q[1-4]) (?=\d)/g, by: '$1是' },
  { reads: '83万平', pattern: /(?<=[\d万千百])平(?=$|[，。；、！\n])/g, by: '平方米' },
  { reads: '5个点', pattern: /(?<=\d)个点(?!多)/g, by: '个百分点' },
]

export const STEPS: readonly Step[] = [...MARKS, ...FIGURES]
