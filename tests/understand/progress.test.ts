import { describe, expect, test } from 'vitest'
import type { Heard, Reading } from '../../src/domain/heard.ts'
import { hear } from '../../src/understand/progress/hear.ts'
import { BESIDE } from './progress.beside.corpus.ts'
import { FIRST, type Row } from './progress.corpus.ts'
import { COUNTS } from './progress.counts.corpus.ts'
import { FIGURES } from './progress.figures.corpus.ts'
import { FOURTH } from './progress.fourth.corpus.ts'
import { KINDS } from './progress.kinds.corpus.ts'
import { LEXICON, liaisonOf, TASKS } from './progress.ledger.ts'
import { METRICS } from './progress.metrics.corpus.ts'
import { PLACES } from './progress.places.corpus.ts'
import { HANDED, OWNED, SECOND } from './progress.second.corpus.ts'
import { THIRD } from './progress.third.corpus.ts'

const CORPUS: readonly Row[] = [
  ...FIRST,
  ...SECOND,
  ...THIRD,
  ...FOURTH,
  ...FIGURES,
  ...METRICS,
  ...PLACES,
  ...KINDS,
  ...COUNTS,
  ...BESIDE,
]

/** What the corpus asks of a message, taken apart. */
interface Want {
  readonly kind: string
  readonly ask: 'must' | 'may' | 'no'
  readonly tasks: ReadonlyMap<string, readonly string[]>
}

function wantOf(row: Row): Want {
  const ask = /(?:^|\s)\?$/.test(row.want) ? 'must' : /\(\?\)$/.test(row.want) ? 'may' : 'no'
  const said = row.want.replace(/\s*\(\?\)$|\s*\?$/, '')
  const kind = /^(?:correction|noChange|decline|question|order|chat|handOver)\b/.exec(said)?.[0] ?? 'progress'
  const tasks = said
    .replace(kind, '')
    .split(';')
    .map((part) => part.trim().split(' '))
    .filter(([key]) => key)
  return { kind, ask, tasks: new Map(tasks.map(([key, ...facts]) => [key ?? '', facts])) }
}

const TIMES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
]

/** 5.2万人 = 52000人, 12.3亿元 as it is said. */
function plain(value: number, unit: string): string {
  const [word, times] = TIMES.find(([w]) => unit.startsWith(w)) ?? ['', 1]
  return `${Number((value * times).toPrecision(10))}${unit.slice(word.length)}`
}

/** Counters of one thing are as good as one another: 26座 for 个, 2760名 for 人. */
const counter = (unit: string): string =>
  unit.replace(/[座家条处名场项]$|场次$/, (c) => (c === '名' ? '人' : '个'))

const saysSame = (fact: string, reading: Reading): boolean => {
  const m = /^(?<name>.*)=(?<value>-?[\d.]+)(?<unit>.*)$/.exec(fact)?.groups
  return (
    m !== undefined &&
    reading.metric.includes(m.name ?? '') &&
    plain(Number(m.value), counter(m.unit ?? '')) === plain(reading.value, counter(reading.unit))
  )
}

/** Everything in which the answer differs from the row; empty when it is right. */
function faults(row: Row): string[] {
  const want = wantOf(row)
  const heard = hear(row.q, {
    viewer: liaisonOf(row.as),
    today: row.today ?? '2026-09-18',
    lexicon: LEXICON,
    tasks: TASKS,
    history: row.history ?? [],
    last: [],
  })
  const asked = heard.assumptions.length + heard.unread.length > 0
  return [
    ...(heard.kind === want.kind ? [] : [`kind ${heard.kind}`]),
    ...(want.ask === 'must' && !asked ? ['not asked'] : []),
    ...(want.ask === 'no' && asked && want.kind !== 'question'
      ? [`asked: ${[...heard.assumptions, ...heard.unread].join(' ')}`]
      : []),
    ...heard.updates.flatMap((u) => updateFaults(u, want)),
    ...[...want.tasks.keys()]
      .filter((key) => want.ask !== 'must' && !heard.updates.some((u) => keyOf(u) === key))
      .map((key) => `no ${key}`),
  ]
}

const keyOf = (update: Heard['updates'][number]): string =>
  TASKS.find((t) => t.id === update.task.id)?.key ?? '?'

function updateFaults(update: Heard['updates'][number], want: Want): string[] {
  const key = keyOf(update)
  const facts = want.tasks.get(key)
  const asking = want.ask === 'must'
  if (facts === undefined) return asking && update.readings.length === 0 ? [] : [`extra ${key}`]
  const values = facts.filter((f) => f.includes('='))
  const missing = asking ? [] : values.filter((f) => !update.readings.some((r) => saysSame(f, r)))
  const wrong = update.readings.filter((r) => !values.some((f) => saysSame(f, r)))
  const state = facts.find((f) => f.startsWith('~'))?.slice(1) ?? null
  const stateFits = update.state === state || (state === null && update.state === 'ongoing') || asking
  const finish = facts.find((f) => f.startsWith('@'))?.slice(1) ?? null
  return [
    ...missing.map((f) => `missing ${f}`),
    ...wrong.map((r) => `wrong ${r.metric} ${r.value}${r.unit}`),
    ...(stateFits ? [] : [`state ${update.state}`]),
    ...(update.expectedFinish === finish || asking ? [] : [`finish ${update.expectedFinish}`]),
  ]
}

describe('messages of liaisons', () => {
  const results = CORPUS.map((row) => ({ row, faults: faults(row) }))

  test('there are at least 300 of them, and at least 99 in 100 are read exactly', () => {
    const failed = results.filter((r) => r.faults.length > 0)
    const shown = failed.map((r) => `${r.row.as} ${r.row.q} → ${r.faults.join('; ')}`).join('\n')
    expect(results.length).toBeGreaterThanOrEqual(300)
    expect(1 - failed.length / results.length, shown).toBeGreaterThanOrEqual(0.99)
  })

  test('no wrong value goes by without a word', () => {
    const silent = results.filter((r) => r.faults.some((f) => f.startsWith('wrong')) && !asksOf(r.row))
    expect(silent.map((r) => `${r.row.q} → ${r.faults.join('; ')}`)).toEqual([])
  })
})

const heardOf = (q: string): Heard =>
  hear(q, {
    viewer: liaisonOf('市交通运输局'),
    today: '2026-10-20',
    lexicon: LEXICON,
    tasks: TASKS,
    history: [],
    last: [],
  })

describe('who comes after, and whose it is', () => {
  test.each(HANDED)('%s → %s from %s', (q, to, from) => {
    expect(heardOf(q)).toMatchObject({ kind: 'handOver', handOver: { to, from } })
  })
  test.each(OWNED)('%s → %s', (q, owner) => {
    expect(heardOf(q)).toMatchObject({ kind: 'decline', owner })
  })
})

function asksOf(row: Row): boolean {
  const { assumptions, unread } = hear(row.q, {
    viewer: liaisonOf(row.as),
    today: row.today ?? '2026-09-18',
    lexicon: LEXICON,
    tasks: TASKS,
    history: row.history ?? [],
    last: [],
  })
  return assumptions.length + unread.length > 0
}
