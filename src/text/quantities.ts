import type { MetricOp } from '../domain/task.ts'
import { AMOUNTS, type Amount, SPOKEN_AMOUNTS } from './amounts.ts'
import { boundAfter, boundBefore } from './bounds.ts'
import { COUNTERS, DURATIONS, MEASURES, SHARES } from './measure-words.ts'
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

/** Quoted names and titles: “1+15+60”, 《…（2023年）》, 〔2025〕. */
const NAMES = /“[^“”]*”|《[^《》]*》|〔[^〔〕]*〕|"[^"]*"/g

/** Every quantity of normalised text, in reading order. Names in quotation marks and titles are passed over. */
export const findQuantities = (text: string): Found<Quantity>[] => find(text, AMOUNTS)

/** The same for talk: 七家, 仨, 九成, 十二亿三, 二三十个 too. */
export const findSpokenQuantities = (text: string): Found<Quantity>[] =>
  find(text, [...SPOKEN_AMOUNTS, ...AMOUNTS])

function find(text: string, rules: readonly Rule<Amount>[]): Found<Quantity>[] {
  const plain = text.replace(NAMES, (name) => '□'.repeat(name.length))
  const amounts = dropOverlaps(findAll(plain, rules, undefined))
  return shareBounds(
    text,
    amounts.flatMap((found) => readQuantity(text, found) ?? []),
  )
}

function readQuantity(text: string, found: Found<Amount>): Found<Quantity> | null {
  const { value, valueMax, scale } = found.value
  const vague = /^[余多来](?=[\p{Script=Han}%])/u.exec(text.slice(found.end, found.end + 2))?.[0] ?? ''
  const unit = unitAt(text.slice(found.end + vague.length, found.end + 10), scale)
  const before = boundBefore(text.slice(Math.max(0, found.start - 24), found.start))
  const unitEnd = found.end + vague.length + (unit?.length ?? 0)
  const after = boundAfter(text.slice(unitEnd, unitEnd + 4))
  if (unit === null && (before === null || scale !== '' || !BARE.test(text.slice(unitEnd, unitEnd + 2))))
    return null
  const start = found.start - (before?.word.length ?? 0)
  const end = unitEnd + (after?.word.length ?? 0)
  const times = unit?.sort === 'count' ? timesOf(scale) : 1
  const around = valueMax !== null && found.rule.startsWith('about') ? '~' : vague === '' ? '=' : '>'
  const quantity: Quantity = {
    op: after?.op ?? before?.op ?? around,
    opStated: before !== null || after !== null || around !== '=',
    value: exact(value * times),
    valueMax: valueMax === null ? null : exact(valueMax * times),
    unit: unit?.word ?? '',
    sort: unit?.sort ?? 'bare',
    qualifies: after !== null && /^[^，。；：、（）并且和及与或]/.test(text.slice(end, end + 1)),
  }
  return { ...found, value: quantity, start, end, text: text.slice(start, end) }
}

/** What may follow a number without a unit: 不高于1.25，; 不高于1.25规划建设. */
const BARE = /^(?:$|[，。；、）]|以[上下内]|规划|建设|开展)/

const exact = (value: number): number => Number(value.toPrecision(12))

interface Unit {
  readonly word: string
  /** Characters of the text it takes, its scale not counted. */
  readonly length: number
  readonly sort: Quantity['sort']
}

/** Scales that are the whole unit: 百分之三十, 仨. */
const SAID: Readonly<Record<string, Unit>> = {
  '%': { word: '%', length: 0, sort: 'share' },
  个: { word: '个', length: 0, sort: 'count' },
}
const TIMES: Readonly<Record<string, number>> = { 千: 1000, 万: 10_000, 百万: 1_000_000, 千万: 10_000_000 }
const timesOf = (scale: string): number => TIMES[scale] ?? 1

/** The unit at the head of `rest`; 万 and 亿 stay part of a measure, 亿 of anything. */
function unitAt(text: string, scale: string): Unit | null {
  if (SAID[scale]) return SAID[scale] ?? null
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
  if (!joined || !giver?.value.opStated || giver.value.qualifies || !taker || saysBound(taker)) return
  given[to] = { ...taker, value: { ...taker.value, op: giver.value.op, opStated: true } }
}

/** 达到 and 稳定在 only introduce the number; a true bound next to it (18亿斤以上) goes before them. */
const saysBound = ({ value }: Found<Quantity>): boolean => value.opStated && value.op !== '='
