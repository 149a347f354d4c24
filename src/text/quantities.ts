import type { MetricOp } from '../domain/task.ts'
import { COUNTERS, DURATIONS, MEASURES, SHARES } from './measure-words.ts'
import { parseNumber } from './numbers.ts'
import { dropOverlaps, type Found, findAll, type Rule } from './rule.ts'

/** A number with its unit and the words that bound it: 不少于200个, 突破2700亿元, 1—2家, 百分之三十左右. */
export interface Quantity {
  readonly op: MetricOp
  /** False where no word says so and `=` is merely assumed. */
  readonly opStated: boolean
  readonly value: number
  readonly valueMax: number | null
  /** 个, 亿元, %, 万平方米; empty where a bare number is bounded (不高于1.25). */
  readonly unit: string
  readonly sort: 'count' | 'measure' | 'duration' | 'share' | 'bare'
  /** 以上, 以内 … stand after the number and a noun follows: 10万元以上的村. Maybe a condition, not a target. */
  readonly qualifies: boolean
}

interface Amount {
  readonly value: number
  readonly valueMax: number | null
  readonly scale: string
}

const amount = (a: string | undefined, b: string | undefined, scale = ''): Amount | null => {
  const [value, max] = [parseNumber(a ?? ''), b === undefined ? null : parseNumber(b)]
  return value === null ? null : { value, valueMax: max, scale }
}

/** Not numbers of their own: 第3, 前10, 5G, IPv6, G230, 2.0版, 〔2025〕, 7×24. */
const AMOUNTS: readonly Rule<Amount>[] = [
  {
    name: 'arabic: 200, 3.5亿, 1,200, 1—2',
    pattern:
      /(?<![\dA-Za-z.第前×/〔+^])(?<a>\d+(?:,\d{3})*(?:\.\d+)?)(?:[—–~-]+(?<b>\d+(?:\.\d+)?))?(?<scale>万亿|千万|百万|[万亿]|千(?![瓦米克卡]))?/g,
    read: ({ groups }) => amount(groups.a, groups.b, groups.scale),
  },
  {
    name: 'chinese, ten and more: 三十, 一千二百, 两百万',
    pattern:
      /(?<![第前〇零一二两三四五六七八九十百千万亿])(?<a>[一二两三四五六七八九]?[十百千][〇零一二两三四五六七八九十百千]*|[一二两三四五六七八九](?=[万亿]))(?<scale>万亿|[万亿])?/g,
    read: ({ groups }) => (/^[百千]/.test(groups.a ?? '') ? null : amount(groups.a, undefined, groups.scale)),
  },
  {
    name: 'percent: 百分之三十',
    pattern: /百分之(?<a>[〇零一二三四五六七八九十百点]+)/g,
    read: ({ groups }) => amount(groups.a, undefined, '%'),
  },
  {
    name: 'round money: 突破千亿元, 达到百亿元',
    pattern: /(?<=突破|达到?|超过?|跨越|跃上)(?<a>[百千])(?<scale>万|亿)(?=元)/g,
    read: ({ groups }) => amount(groups.a, undefined, groups.scale),
  },
]

const OPS_BEFORE: readonly (readonly [RegExp, MetricOp])[] = [
  [/(?:不少于|不低于|不小于|不短于|至少|最低)(?:达到?|为|降低|提高|提升|增加|下降|增长)?$/, '>='],
  [
    /(?:不高于|不超过|不大于|不多于|至多|最多|最高|控制在|压减至|压缩至|压缩到|缩短至|缩短到)(?:达到?|为)?$/,
    '<=',
  ],
  [/(?:超过|超出|突破|高于|大于|多于|超|逾)$/, '>'],
  [/(?:低于|小于|少于)$/, '<'],
  [/(?:大约|接近|约|近)$/, '~'],
  [
    /(?:达到|稳定在|保持在|维持在|提高到|提升到|提高至|提升至|增加到|增加至|增至|降至|降到|降低到|下降到|达|为)$/,
    '=',
  ],
]

/** 不低于在册里程的5%: the bound stands before what the share is of. */
const OPS_OF: readonly (readonly [RegExp, MetricOp])[] = [
  [/不(?:低于|少于)[^，。；、\d]{2,16}的$/, '>='],
  [/(?:不(?:高于|超过))[^，。；、\d]{2,16}的$/, '<='],
  [/(?:超过|突破)[^，。；、\d]{2,16}的$/, '>'],
  [/达到?[^，。；、\d]{2,16}的$/, '='],
]

const OPS_AFTER: readonly (readonly [RegExp, MetricOp])[] = [
  [/^(?:及以上|以上|之上)/, '>='],
  [/^(?:及以下|以下|以内|之内)/, '<='],
  [/^(?:左右|上下)/, '~'],
]

/** Quoted names and titles: “1+15+60”, 《…（2023年）》, 〔2025〕. */
const NAMES = /“[^“”]*”|《[^《》]*》|〔[^〔〕]*〕|"[^"]*"/g

/** Every quantity of normalised text, in reading order. Names in quotation marks and titles are passed over. */
export function findQuantities(text: string): Found<Quantity>[] {
  const plain = text.replace(NAMES, (name) => '□'.repeat(name.length))
  const amounts = dropOverlaps(findAll(plain, AMOUNTS, undefined))
  return shareBounds(
    text,
    amounts.flatMap((found) => readQuantity(text, found) ?? []),
  )
}

function readQuantity(text: string, found: Found<Amount>): Found<Quantity> | null {
  const { value, valueMax, scale } = found.value
  const unit = scale === '%' ? PERCENT : unitAt(text.slice(found.end, found.end + 8), scale)
  const before = lastWord(text.slice(Math.max(0, found.start - 24), found.start))
  const unitEnd = found.end + (unit?.length ?? 0)
  const after = OPS_AFTER.map(([p, op]) => [p.exec(text.slice(unitEnd, unitEnd + 4))?.[0], op] as const).find(
    ([w]) => w,
  )
  if (
    unit === null &&
    (before === null ||
      scale !== '' ||
      !/^(?:$|[，。；、）]|以[上下内]|规划|建设|开展)/.test(text.slice(unitEnd)))
  )
    return null
  const start = found.start - (before?.word.length ?? 0)
  const end = unitEnd + (after?.[0]?.length ?? 0)
  const times = unit?.sort === 'count' ? timesOf(scale) : 1
  const quantity: Quantity = {
    op: after?.[1] ?? before?.op ?? '=',
    opStated: before !== null || after !== undefined,
    value: exact(value * times),
    valueMax: valueMax === null ? null : exact(valueMax * times),
    unit: unit?.word ?? '',
    sort: unit?.sort ?? 'bare',
    qualifies: after !== undefined && /^[^，。；：、）并且和及与或]/.test(text.slice(end)),
  }
  return { ...found, value: quantity, start, end, text: text.slice(start, end) }
}

const exact = (value: number): number => Number(value.toPrecision(12))

interface Unit {
  readonly word: string
  /** Characters of the text it takes, its scale not counted. */
  readonly length: number
  readonly sort: Quantity['sort']
}

const PERCENT: Unit = { word: '%', length: 0, sort: 'share' }
const TIMES: Readonly<Record<string, number>> = { 千: 1000, 万: 10_000, 百万: 1_000_000, 千万: 10_000_000 }
const timesOf = (scale: string): number => TIMES[scale] ?? 1

/** The unit at the head of `rest`; 万 and 亿 stay part of a measure, 亿 of anything. */
function unitAt(text: string, scale: string): Unit | null {
  const rest = text.replace(/^ (?=[A-Za-z])/, '')
  const unit = unitOf(rest, scale)
  return unit && { ...unit, length: unit.length + text.length - rest.length }
}

function unitOf(rest: string, scale: string): Unit | null {
  const find = (words: readonly string[]): string | undefined =>
    words.find((w) => rest.startsWith(w) && !(/[A-Za-z]$/.test(w) && /^[A-Za-z]/.test(rest.slice(w.length))))
  const share = find(SHARES)
  if (share) return { word: share, length: share.length, sort: 'share' }
  const duration = find(DURATIONS)
  if (duration) return { word: duration, length: duration.length, sort: 'duration' }
  const measure = find(MEASURES)
  if (measure) return { word: scale + measure, length: measure.length, sort: 'measure' }
  const counter = find(COUNTERS)
  if (counter)
    return { word: (scale.includes('亿') ? scale : '') + counter, length: counter.length, sort: 'count' }
  return scale.includes('亿') ? { word: scale, length: 0, sort: 'measure' } : null
}

function lastWord(text: string): { readonly word: string; readonly op: MetricOp } | null {
  for (const [pattern, op] of [...OPS_BEFORE, ...OPS_OF]) {
    const word = pattern.exec(text)?.[0]
    if (word) return { word, op }
  }
  return null
}

/** 218万亩、18亿斤以上 and 超80%、95%: a bound said once holds for both sides of the mark. */
function shareBounds(text: string, found: readonly Found<Quantity>[]): Found<Quantity>[] {
  const joined = (i: number): boolean => /^[、和及与]$/.test(text.slice(found[i]?.end, found[i + 1]?.start))
  const given = [...found]
  for (let i = found.length - 2; i >= 0; i--) lend(given, i + 1, i, joined(i))
  for (let i = 0; i < found.length - 1; i++) lend(given, i, i + 1, joined(i))
  return given
}

function lend(given: Found<Quantity>[], from: number, to: number, joined: boolean): void {
  const [giver, taker] = [given[from], given[to]]
  if (!joined || !giver?.value.opStated || !taker || saysBound(taker)) return
  given[to] = { ...taker, value: { ...taker.value, op: giver.value.op, opStated: true } }
}

/** 达到 and 稳定在 only introduce the number; a true bound next to it (18亿斤以上) goes before them. */
const saysBound = ({ value }: Found<Quantity>): boolean => value.opStated && value.op !== '='
