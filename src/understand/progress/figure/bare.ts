import { parseNumber } from '../../../text/numbers.ts'
import type { Match, Rule } from '../../../text/rule.ts'
import { type Figure, PLAIN } from './figure.ts'
import { COME, COME_TO, ROW } from './row.ts'

/** So many of one sort. */
const counted = ({ groups: { n = '', unit = '' } }: Match): Figure => ({
  ...PLAIN,
  value: parseNumber(n) ?? 0,
  unit,
})

/** Exact numbers no plan writes: without a unit, out of another, in one character. */
export const BARE_FIGURES: readonly Rule<Figure>[] = [
  {
    name: 'out of: 8/10条, 8条/10条, 商业8/10',
    pattern:
      /(?<![\d./年月])(?<n>\d+(?:\.\d+)?)(?<own>[个家条项名人场座套台辆件处]|公里|万?亩|亿元|万元)? ?\/ ?(?<of>\d+(?:\.\d+)?)(?<unit>[个家条项名人场座套台辆件处]|公里|万?亩|亿元|万元)?(?![\d/.年月日号%])/g,
    read: ({ groups, input, start }) => {
      const unit = groups.unit ?? groups.own ?? ''
      const named =
        /[\p{Script=Han}■]$/u.test(input.slice(0, start)) &&
        !/[至止到于在前自从]$/.test(input.slice(0, start))
      return unit === '' && !named ? null : { ...PLAIN, value: Number(groups.n), unit, of: Number(groups.of) }
    },
  },
  {
    name: 'the last of a row: 第45场办完, 第8条已开通, 第九条航线昨天开航',
    pattern: new RegExp(
      `(?<=第)(?<n>\\d+|[一二三四五六七八九十百]+)(?<unit>${ROW})(?=[^，。；\\d]{0,8}(?:${COME}))(?![^，。；]{0,8}(?:将|拟|预计|正在|筹备|即将|□(?![^，。；]{0,12}了)|[月年]底|[上中下]旬|下|明|还|争取|力争|待|要|准备))`,
      'g',
    ),
    read: (match) => ({ ...counted(match), about: true }),
  },
  {
    name: 'the first so many: 前两个已开, 前4家都挂牌了',
    pattern:
      /(?<=前)(?<n>[两三四五六七八九]|\d{1,2})(?<unit>[个家条座处])(?=[^，。；\d没未还]{0,4}(?:已|都|均))/g,
    read: (match) => ({ ...counted(match), about: true }),
  },
  {
    name: 'come to the last of a row: 办到第21场了, 认定到第46家',
    pattern: new RegExp(`(?<=${COME_TO}第)(?<n>\\d+|[一二三四五六七八九十百]+)(?<unit>[场条座家个项])`, 'g'),
    read: counted,
  },
  {
    name: 'all of them: 产业园那三个都建好了',
    pattern: /(?<=\p{Script=Han}{2}[那这])(?<n>[两三四五六七八九])(?<unit>[个家条座处])(?=都|全|均)/gu,
    read: counted,
  },
  {
    name: 'two in one row without a pause: 跨境园一个海外仓一个',
    pattern:
      /(?<=\p{Script=Han}{2})(?<![每第某同哪任这那上下各另〇零一二两三四五六七八九十百千万亿统])(?<n>[一二])(?<unit>[个家条名座处场])(?=\p{Script=Han}{2,10}[一二两三四五六七八九十百千\d]+[个家条名座处场项人])/gu,
    read: counted,
  },
  {
    name: 'a rate without its sign: 激活率83, 占比12, 列养率一百',
    pattern:
      /(?<=(?:率|占比|比重|增速|增幅|涨幅)(?:都是?|均为?|全是?)?(?:现在|已|为|是|在|达|达到|约|到|了)?)(?<n>\d{1,3}(?:\.\d+)?|一百)(?=$|[，。；、！ \n]|了|吧)/g,
    read: ({ groups: { n = '' } }) => ({
      ...PLAIN,
      value: n === '一百' ? 100 : Number(n),
      unit: '%',
      signless: true,
    }),
  },
  {
    name: 'no unit said: 治理类950, 累计22.6万, 治理类九百零五',
    pattern:
      /(?<![\d.A-Za-z第+前一二两三四五六七八九十百千万亿零])(?<![〇零一二两三四五六七八九十百千万亿]点)(?<n>\d+(?:,\d{3})*(?:\.\d+)?|[一二两三四五六七八九十百千万零]{1,9}点[〇零一二三四五六七八九]+|[一二两三四五六七八九十百千万零]{1,9}[一二两三四五六七八九十百千零](?:点[〇零一二三四五六七八九]+)?)(?<scale>万亿|[万亿千])?(?<about>多(?!报|写|打|统计|算)|余|左右|上下|出头)?(?=$|[，。；、！？\n （）了]|多(?:报|写|打|统计|算)|(?:写|打|报|填|搞|弄|录|说|输|敲|抄)(?:错?成|[错反串重岔颠])|有误|有问题|不对|不准|[没不未]变|没动|吧|哈|啦|已|都|，|左右|这|和|以上|是|才|到(?=\d)|(?![个家条项名人场座套台辆件张户处次米亩吨元万亿千百年月日号天点倍成度期届批])\p{Script=Han}{2,8}\d)/gu,
    read: ({ groups, input, start }) => {
      const value = parseNumber(groups.n ?? '')
      if (value === null) return null
      if (/[万亿][一二三四五六七八九]$/.test(groups.n ?? ''))
        return { ...PLAIN, value: value / 1e4, unit: '万' }
      const bound = /(?:突破|超过?|破|逾)了?$/.test(input.slice(0, start))
      return { ...PLAIN, value, unit: groups.scale ?? '', about: groups.about !== undefined, bound }
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
    read: counted,
  },
  {
    name: 'one missing, before its name: 差一个颠覆性的',
    pattern: /(?<=差|缺)(?<n>[一二])(?<unit>[个家条名座处场项])(?=\p{Script=Han}{2})/gu,
    read: counted,
  },
  {
    name: 'below nought: 物价负0.1, -0.1%, 负3亿元, -5公里',
    pattern:
      /(?<=[\p{Script=Han}■□])(?:负|-|−)(?<n>\d+(?:\.\d+)?)(?<unit>%|公里|亿元?|万元|万?亩|人次|[个家条名人场所座套台辆件处项户])?(?![\d年月日号-])/gu,
    read: ({ groups }) => ({ ...PLAIN, value: -Number(groups.n), unit: groups.unit ?? '' }),
  },
  {
    name: 'round, with no unit: 四百整, 三百出头, 五百挂零',
    pattern:
      /(?<![〇零一二两三四五六七八九十百千万亿第\d点])(?<n>[一二两三四五六七八九十百千]{1,6}|\d{2,6})(?<unit>[个家条名人场座户]?)(?:(?<exact>整)|出头|挂零|开外|冒头)/g,
    read: ({ groups: { n = '', unit = '', exact } }) => {
      const value = parseNumber(n)
      return value === null ? null : { ...PLAIN, value, unit, about: exact === undefined }
    },
  },
  {
    name: 'round money: 突破千亿, 破百亿',
    pattern:
      /(?<=突破了?|超过?了?|破了?|达到?了?|过了?|跨越|跃上|站上)(?<n>[百千])亿(?<yuan>元)?(?=$|[，。；！ 了大])/g,
    read: ({ groups: { n, yuan = '' } }) => ({
      ...PLAIN,
      value: n === '百' ? 100 : 1000,
      unit: `亿${yuan}`,
      bound: true,
    }),
  },
]
