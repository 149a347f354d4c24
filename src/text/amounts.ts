import { parseNumber, parseShare } from './numbers.ts'
import type { Match, Rule } from './rule.ts'

/** A number before its unit is read: 3.5|亿, 1—2, 百分之三十. */
export interface Amount {
  readonly value: number
  readonly valueMax: number | null
  /** 万, 亿, 万亿 …: multiplied out or kept, as the unit wants it. `%` where the words already say per cent. */
  readonly scale: string
}

const amount = (a: string | undefined, b: string | undefined, scale = ''): Amount | null => {
  const [value, max] = [parseNumber(a ?? ''), b === undefined ? null : parseNumber(b)]
  return value === null ? null : { value, valueMax: max, scale }
}

/** 一百二十万 → 120|万; 一亿八千万 → 1.8|亿; 三万五千 is one number and stays whole. */
function readChinese({ groups }: Match): Amount | null {
  const words = groups.a ?? ''
  if (!/[十百千万亿]/.test(words) || /^[百千万亿]/.test(words)) return null
  const value = parseNumber(words)
  if (/亿.+万$/.test(words) && value !== null) return { value: value / 1e8, valueMax: null, scale: '亿' }
  const cut = /^(?<a>.*?)(?<scale>万亿|[万亿])$/.exec(words)?.groups
  return cut ? amount(cut.a, undefined, cut.scale) : amount(words, undefined)
}

/** Not numbers of their own: 第3, 前10, 5G, IPv6, G230, 2.0版, 〔2025〕, 7×24. */
export const AMOUNTS: readonly Rule<Amount>[] = [
  {
    name: 'arabic: 200, 3.5亿, 1,200, 1—2',
    pattern:
      /(?<![\dA-Za-z.第前×/〔+^\ue000-\uf8ff])(?<a>\d+(?:,\d{3})*(?:\.\d+)?)(?:[—–~-]+(?<b>\d+(?:\.\d+)?))?(?<scale>万亿|千万|百万|[万亿]|千(?![瓦米克卡]))?/g,
    read: ({ groups }) => amount(groups.a, groups.b, groups.scale),
  },
  {
    name: 'chinese, ten and more: 三十, 一千二百, 两百万, 三万五千',
    pattern:
      /(?<![第前〇零一二两三四五六七八九十百千万亿])(?<a>[〇零一二两三四五六七八九十百千万亿]{1,16})(?![〇零一二两三四五六七八九十百千万亿])/g,
    read: readChinese,
  },
  {
    name: 'percent: 百分之三十',
    pattern: /百分之(?<a>[〇零一二三四五六七八九十百点]{1,12})/g,
    read: ({ groups }) => amount(groups.a, undefined, '%'),
  },
  {
    name: 'round money: 突破千亿元, 达到百亿元',
    pattern: /(?<=突破|达到?|超过?|跨越|跃上)(?<a>[百千])(?<scale>万|亿)(?=元)/g,
    read: ({ groups }) => amount(groups.a, undefined, groups.scale),
  },
]

/** What people say but no document writes. Only for talk: in a plan 两家 and 一批 are seldom targets. */
export const SPOKEN_AMOUNTS: readonly Rule<Amount>[] = [
  {
    name: 'below ten: 七家, 两条',
    pattern:
      /(?<![第前上下每这那某各〇零一二两三四五六七八九十百千万亿])(?<![〇零一二两三四五六七八九十百千万]点)(?<a>[两三四五六七八九])(?=(?:[家条项名人场所座套台辆件张户处个]|公里|亩|吨|平方|立方)(?!月|季|百分|方面|区))/g,
    read: ({ groups }) => amount(groups.a, undefined),
  },
  {
    name: 'range in words: 8到10条, 20至30家',
    pattern:
      /(?<![\d.由从])(?<a>\d+(?:\.\d+)?)(?:到|至)(?<b>\d+(?:\.\d+)?)(?<scale>[万亿])?(?=[家条项名人场所座套台辆件处个亩元]|公里)(?!个?月)/g,
    read: ({ groups }) => amount(groups.a, groups.b, groups.scale),
  },
  {
    name: 'decimal in characters: 三点五公里, 零点六九万',
    pattern:
      /(?<![〇零一二两三四五六七八九十百千万亿])(?<a>[〇零一二两三四五六七八九十百千万]{1,12}点[〇零一二三四五六七八九]{1,4})(?<scale>万亿|[万亿])?(?![十分刻钟])/g,
    read: ({ groups }) => amount(groups.a, undefined, groups.scale),
  },
  {
    name: 'fused: 仨, 俩',
    pattern: /[仨俩]/g,
    read: ({ text }) => amount(text, undefined, '个'),
  },
  {
    name: 'tenths: 九成, 八成六, 三成半',
    pattern:
      /(?<![〇零一二两三四五六七八九十百千万亿])[一二两三四五六七八九十\d]成(?:[零一二三四五六七八九]?[一二三四五六七八九]|半)?(?![不功本都交果立])/g,
    read: ({ text }) => {
      const value = parseShare(text)
      return value === null ? null : { value, valueMax: null, scale: '%' }
    },
  },
  {
    name: 'money cut short: 十二亿三',
    pattern:
      /(?<![〇零一二两三四五六七八九十百千万亿])(?<a>[一二两三四五六七八九十百千]{1,8}[万亿][一二三四五六七八九])(?![〇零一二两三四五六七八九十百千万亿个家条])/g,
    read: ({ groups }) => {
      const [value, scale] = [parseNumber(groups.a ?? ''), /[万亿]/.exec(groups.a ?? '')?.[0] ?? '']
      return value === null ? null : { value: value / (scale === '亿' ? 1e8 : 1e4), valueMax: null, scale }
    },
  },
  {
    name: 'about: 二三十家, 七八百个',
    pattern:
      /(?<![〇零一二两三四五六七八九十百千万亿])(?<a>[一二两三四五六七八])(?<b>[二三四五六七八九])(?<ten>[十百千])/g,
    read: ({ groups }) => amount(`${groups.a}${groups.ten}`, `${groups.b}${groups.ten}`),
  },
]
