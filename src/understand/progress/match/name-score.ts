import { shortForm } from './abbreviations.ts'

/** How well the words around a figure name a metric, or the words of a clause a task: shared bigrams, rare ones more. */
export interface NameScorer {
  /** 0…1; 1 where both are the same words. */
  readonly score: (said: string, name: string) => number
  /** How rare the rarest shared piece is: in how many names of the pool it stands; Infinity where none is shared. */
  readonly rarest: (said: string, name: string) => number
  /** 0…1: how much of what was said stands in the name, however long that is. */
  readonly covered: (said: string, name: string) => number
  /** 0…1: how much of what was said stands in the title and not yet in the name. */
  readonly extra: (said: string, name: string, title: string) => number
}

/** Pieces that nearly every target holds; they tell nothing apart. */
const COMMON = new Set([
  '新增',
  '建设',
  '完成',
  '以上',
  '累计',
  '全市',
  '达到',
  '任务',
  '推进',
  '工作',
  '开展',
  '实施',
  '我们',
  '今年',
  '目前',
  '截至',
  '已经',
  '增长',
  '同比',
])

export function nameScorer(names: readonly string[]): NameScorer {
  const counts = new Map<string, number>()
  for (const name of names) for (const gram of gramsOf(name)) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const weight = (gram: string): number => {
    if (COMMON.has(gram)) return 0
    const df = counts.get(gram)
    return df === undefined ? UNKNOWN : Math.log(1 + names.length / df) / Math.log(1 + names.length)
  }
  const sum = (grams: Iterable<string>): number => [...grams].reduce((n, gram) => n + weight(gram), 0)
  return {
    score: (said, name) => {
      const [a, b] = [gramsOf(said), gramsOf(name)]
      const skipped = skipsOf(name)
      const loose = [...a].filter((gram) => !b.has(gram) && skipped.has(gram)).length
      const shared = sum([...a].filter((gram) => b.has(gram))) + LOOSE * loose
      const whole = Math.sqrt(sum(a) * sum(b))
      return whole === 0 ? 0 : shared / whole
    },
    covered: (said, name) => {
      const [a, b] = [gramsOf(said), gramsOf(name)]
      const whole = sum(a)
      return whole === 0 ? 0 : sum([...a].filter((gram) => b.has(gram))) / whole
    },
    extra: (said, name, title) => {
      const [a, b, c] = [gramsOf(said), gramsOf(name), gramsOf(title)]
      const whole = sum(a)
      return whole === 0 ? 0 : sum([...a].filter((gram) => c.has(gram) && !b.has(gram))) / whole
    },
    rarest: (said, name) => {
      const b = gramsOf(name)
      const shared = [...gramsOf(said)].filter((gram) => b.has(gram) && !COMMON.has(gram))
      return Math.min(Infinity, ...shared.map((gram) => counts.get(gram) ?? 1))
    },
  }
}

/** Words no name of the pool has weigh little: liaisons say much around a name. */
const UNKNOWN = 0.35

/** 危桥 of 危旧桥梁: characters of a word with others between. */
const LOOSE = 0.5

function skipsOf(name: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const run of shortForm(name).match(/\p{Script=Han}+/gu) ?? [])
    for (let i = 0; i < run.length; i++)
      for (const gap of [2, 3]) if (run[i + gap]) grams.add(`${run[i]}${run[i + gap]}`)
  return grams
}

const cache = new Map<string, ReadonlySet<string>>()
const KEPT = 5000

export function gramsOf(text: string): ReadonlySet<string> {
  const seen = cache.get(text)
  if (seen) return seen
  const grams = new Set<string>()
  for (const run of shortForm(text).match(/\p{Script=Han}+|[a-z0-9.+]+/gu) ?? []) {
    if (/^[\d.+]+$/.test(run)) continue
    if (/^[a-z0-9]/.test(run)) grams.add(run)
    else for (let i = 0; i + 1 < run.length; i++) grams.add(run.slice(i, i + 2))
  }
  if (cache.size > KEPT) cache.clear()
  cache.set(text, grams)
  return grams
}
