import type { Rhythm } from '../../domain/order.ts'
import { parseNumber } from '../../text/numbers.ts'
import { findAll, type Match, type Rule } from '../../text/rule.ts'
import { CLOCK, timeOf } from './time-of-day.ts'

type Beat = Omit<Rhythm, 'time'>

const N = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const number = (said: string | undefined): number | null => parseNumber(said ?? '')

/** Day 32 is the last of the month, whatever its length. */
const LAST = 32
const beat = (every: Rhythm['every'], day: number | null = null, month: number | null = null): Beat => ({
  every,
  day,
  month,
})

function inMonth(every: Rhythm['every'], { groups }: Match, month: number | null = null): Beat | null {
  if (groups.last) return beat(every, LAST, month)
  if (groups.first) return beat(every, 1, month)
  const day = number(groups.day)
  if (day !== null && (day < 1 || day > 31)) return null
  return beat(every, day, month)
}

const DAY = `(?:(?<last>[底末]|的?最后(?:一|1)[天日])|(?<first>初)|(?:的)?(?<day>${N})[号日])?`

/** How often, with the day where one is said. Tried in order; the first that reads decides. */
const RHYTHMS: readonly Rule<Beat>[] = [
  {
    name: 'yearly: 每年1月10号, 每年年底',
    pattern: new RegExp(
      `每年(?:年(?:(?<end>[底末])|初)|(?<month>${N})月(?:(?<last>[底末])|(?<first>初)|份?(?<day>${N})[号日])?)?`,
      'g',
    ),
    read: (match) => {
      if (match.groups.end) return beat('year', LAST, 12)
      const month = number(match.groups.month)
      return month === null ? beat('year') : inMonth('year', match, month)
    },
  },
  {
    name: 'half-yearly: 每半年',
    pattern: /每半年|半年(?:一|1)次/g,
    read: () => beat('halfYear'),
  },
  {
    name: 'quarterly: 每季度第一个月5号, 每季度末, 每个季度',
    pattern: new RegExp(`(?:每(?:个|一)?季度?|按季度?|逐季)(?:的?第?[一1]个月|首月)?${DAY}`, 'g'),
    read: (match) => inMonth('quarter', match),
  },
  {
    name: 'weekly: 每周一, 每个星期五, 逢周一',
    pattern: /(?:每|逢)(?:个|一)?(?:周|星期|礼拜)的?(?:周)?(?<day>[一二三四五六日天1-7])?(?!一次)/g,
    read: ({ groups }) =>
      beat('week', groups.day ? (/[日天]/.test(groups.day) ? 7 : number(groups.day)) : null),
  },
  {
    name: 'monthly: 每月1号, 每个月月底, 每月初, 按月',
    pattern: new RegExp(`(?:每(?:个|一)?月(?:份)?(?:的)?月?|逢月|按月|逐月)${DAY}`, 'g'),
    read: (match) => inMonth('month', match),
  },
  {
    name: 'daily on working days: 每个工作日',
    pattern: /每(?:个|一)?工作日/g,
    read: () => beat('workday'),
  },
  { name: 'daily: 每天, 每日', pattern: /每(?:一)?[天日](?!的)|天天/g, read: () => beat('day') },
]

/** The rhythm a sentence asks for (每月1号早上8点); null: it names none. */
export function rhythmOf(text: string): Rhythm | null {
  for (const rule of RHYTHMS) {
    const [found] = findAll(text, [rule], undefined)
    if (found) return { ...found.value, time: timeOf(text) }
  }
  return null
}

/** The sentence without its rhythm and hour, for what else it says. */
export function withoutRhythm(text: string): string {
  const found = RHYTHMS.flatMap((rule) => findAll(text, [rule], undefined))
  const cut = found.reduce((t, f) => t.slice(0, f.start) + '□'.repeat(f.end - f.start) + t.slice(f.end), text)
  return found.length === 0 ? text : cut.replace(CLOCK, '□').replace(DAYPART, '□')
}

const DAYPART = /早上|上午|中午|下午|晚上|上班前|下班前|月[底初末]|前(?=把|将|给|发)/g
