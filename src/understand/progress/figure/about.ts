import { parseNumber } from '../../../text/numbers.ts'
import type { Match, Rule } from '../../../text/rule.ts'
import { type Figure, PLAIN } from './figure.ts'

/** Units behind a spoken range: 公 is cut from 公里. */
const UNIT =
  '(?<unit>公里|亿元|万元|万?亩|[人家户场]次|台套|[个家条名人场所座套台辆件处项户次亿万P]?)(?![月季年日天号])'
const NO_NUMERAL = '(?<![〇零一二两三四五六七八九十百千万亿第\\d点])'
const DIGITS = '一二三四五六七八九'

/** 十六七, 七八千: two digits one after the other; 一五 is no range. */
const follow = (a: string, b: string): boolean =>
  DIGITS.indexOf(b) - DIGITS.indexOf(a === '两' ? '二' : a) === 1 || (a === '三' && b === '五')

const range = (low: string, high: string, unit: string): Figure | null => {
  const [value, max] = [parseNumber(low), parseNumber(high)]
  return value === null || max === null || max <= value ? null : { ...PLAIN, value, max, unit }
}

function readTwoDigits({ groups }: Match): Figure | null {
  const { share, head = '', a = '', b = '', tail = '', unit = '' } = groups
  if (!follow(a, b)) return null
  return range(`${head}${a}${tail}`, `${head}${b}${tail}`, share === undefined ? unit : '%')
}

/** A range says about how much: 5到50 is another thing. */
const NARROW = 1.5

/** Numbers that are only about so many, or a part of a whole. */
export const ABOUT_FIGURES: readonly Rule<Figure>[] = [
  {
    name: 'about, below ten: 五六条, 三五家',
    pattern:
      /(?<![〇零一二两三四五六七八九十百千万亿第\d])(?<a>[一二两三四五六七八])(?<b>[二三四五六七八九])(?<unit>[个家条名人场所座套台辆件处项])(?![月季])/g,
    read: ({ groups }) => range(groups.a ?? '', groups.b ?? '', groups.unit ?? ''),
  },
  {
    name: 'about, the last digit: 十六七个, 四十三四个, 百分之十八九',
    pattern: new RegExp(
      `(?<share>百分之)?${NO_NUMERAL}(?<head>[一二两三四五六七八九百千零]{0,6}十)(?<a>[一二三四五六七八])(?<b>[二三四五六七八九])${UNIT}`,
      'g',
    ),
    read: readTwoDigits,
  },
  {
    name: 'about, a round number: 一百六七十家, 七八千吧, 两三百',
    pattern: new RegExp(
      `${NO_NUMERAL}(?<head>(?:[一二两三四五六七八九百千零]{0,5}[百千])?)(?<a>[一二两三四五六七八])(?<b>[二三四五六七八九])(?<tail>[十百千万])${UNIT}`,
      'g',
    ),
    read: readTwoDigits,
  },
  {
    name: 'about, the tail left out: 七千四五, 三百六七',
    pattern: new RegExp(
      `${NO_NUMERAL}(?<head>[一二两三四五六七八九]?[一二三四五六七八九]?(?<by>[百千万]))(?<a>[一二三四五六七八])(?<b>[二三四五六七八九])(?=$|[，。；！吧的 ])`,
      'g',
    ),
    read: ({ groups: { head = '', by = '', a = '', b = '' } }) => {
      const tail = by === '百' ? '十' : by === '千' ? '百' : '千'
      return follow(a, b) ? range(`${head}${a}${tail}`, `${head}${b}${tail}`, '') : null
    },
  },
  {
    name: 'from … to in characters: 三十到四十个, 七八十至九十家',
    pattern: new RegExp(
      `${NO_NUMERAL}(?<low>[一二两三四五六七八九十百千]{1,6})(?:到|至)(?<high>[一二两三四五六七八九十百千]{1,6})${UNIT}`,
      'g',
    ),
    read: ({ groups }) =>
      groups.unit === '' ? null : range(groups.low ?? '', groups.high ?? '', groups.unit ?? ''),
  },
  {
    name: 'from … to in digits: 约5.5到5.6, 增速5.5-5.6, 18至20, 3800到3900亿',
    pattern:
      /(?<![\d.第由从A-Za-z-])(?<low>\d+(?:\.\d+)?)(?:到|至|-|—|–)(?<high>\d+(?:\.\d+)?)(?<unit>%|[万亿]元?|万?亩|公里)?(?=$|[，。；！ \n左之吧])/g,
    read: ({ groups: { low = '', high = '', unit = '' } }) =>
      Number(high) > NARROW * Number(low) ? null : range(low, high, unit),
  },
  {
    name: 'from … to, the unit twice: 230亿到240亿, 15家到18家',
    pattern: new RegExp(
      `(?<![\\d.第由从A-Za-z-])(?<low>\\d+(?:\\.\\d+)?)${UNIT}(?<!\\d)(?:到|至|-)(?<high>\\d+(?:\\.\\d+)?)\\k<unit>`,
      'g',
    ),
    read: ({ groups: { low = '', high = '', unit = '' } }) =>
      unit === '' || Number(high) > NARROW * Number(low) ? null : range(low, high, unit),
  },
  {
    name: 'so many and so many, and what they are nobody says: 13+2',
    pattern: /(?<=[\p{Script=Han}■])(?<low>\d+)\+(?<more>\d+)(?=$|[，。；！])/gu,
    read: ({ groups: { low = '', more = '' } }) => ({
      ...PLAIN,
      value: Number(low),
      max: Number(low) + Number(more),
    }),
  },
  {
    name: 'either: 8或者9条, 八或九条',
    pattern: new RegExp(
      `(?<![\\d.第])${NO_NUMERAL}(?<low>\\d+|[一二两三四五六七八九十百]{1,5})(?:或者?|还是)(?<high>\\d+|[一二两三四五六七八九十百]{1,5})${UNIT}`,
      'g',
    ),
    read: ({ groups: { low = '', high = '', unit = '' } }) => (unit === '' ? null : range(low, high, unit)),
  },
  {
    name: 'nobody knows: 百八十家, 千把个, 几十家, 好几百场, 上百家',
    pattern: new RegExp(
      `${NO_NUMERAL}(?<![\\d近期前后])(?:好?[几数](?<by>[十百千万])|(?<about>百八十|百十来|百把|千把|万把|千儿八百|几十上百)|上(?<from>[百千万]))${UNIT}(?=$|[，。；！ 了吧左的])`,
      'g',
    ),
    read: ({ groups: { by, about = '', from, unit = '' } }) => {
      const least = parseNumber(`一${by ?? from ?? about.slice(0, 1)}`) ?? 1
      return unit === '' ? null : { ...PLAIN, value: least, max: 10 * least, unit }
    },
  },
  {
    name: 'some more: 二十几家, 三十几个',
    pattern: new RegExp(
      `${NO_NUMERAL}(?<low>[一二两三四五六七八九]?[十百]|(?<!\\d)\\d{1,2}0)零?几${UNIT}`,
      'g',
    ),
    read: ({ groups: { low = '', unit = '' } }) => {
      const value = parseNumber(low)
      return value === null ? null : { ...PLAIN, value, max: value + (value < 100 ? 9 : 90), unit }
    },
  },
  {
    name: 'some more of a measure: 4400多P',
    pattern: /(?<![\d.A-Za-z])(?<n>\d+(?:\.\d+)?)[多余](?<unit>P(?:FLOPS)?|EFLOPS)(?![A-Za-z])/g,
    read: ({ groups: { n = '', unit = '' } }) => ({ ...PLAIN, value: Number(n), unit, about: true }),
  },
  {
    name: 'one of them not quite: 一个半, 两家半',
    pattern: new RegExp(
      `${NO_NUMERAL}(?<n>\\d{1,2}|[一二两三四五六七八九])(?<unit>[个家条座处])半(?![年月天日小个程成数])`,
      'g',
    ),
    read: ({ groups: { n = '', unit = '' } }) => {
      const value = parseNumber(n)
      return value === null ? null : { ...PLAIN, value, max: value + 1, unit }
    },
  },
  {
    name: 'fraction words: 一半, 半数, 过半, 大半, 三分之二',
    pattern:
      /(?:完成|过|大|一|达|近|超)?(?:过半|半数|一多半|一半|大半|[二三四五]分之[一二三四])|翻(?:了)?[一二两]?番|翻(?:了)?(?:一)?倍/g,
    read: ({ text }) => (/^半$/.test(text) ? null : { ...PLAIN, value: 50, unit: '成半', about: true }),
  },
]
