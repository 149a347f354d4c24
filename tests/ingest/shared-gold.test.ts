import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findDeadline } from '../../ingest/extract/deadline.ts'
import { findMetrics } from '../../ingest/extract/metric.ts'

/** The labelled texts beside the project, where they are there: figures alone, whatever the cutting of the file. */
const GOLD = resolve(import.meta.dirname, '../../../shared/gold')

interface GoldMetric {
  readonly op: string
  readonly value: number
  readonly unit: string
  readonly optional?: boolean
}

interface GoldTask {
  readonly doc: string
  readonly text: string
  readonly metrics: readonly GoldMetric[]
  readonly deadline: string | null
}

function load(): GoldTask[] {
  const file = join(GOLD, 'tasks.jsonl')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

const key = (m: GoldMetric): string => `${m.op}${m.value}${m.unit}`

describe.skipIf(!existsSync(GOLD))('labelled tasks', () => {
  const tasks = load()

  test('metrics', () => {
    let [right, missed, extra] = [0, 0, 0]
    for (const task of tasks) {
      const found = findMetrics(task.text).map((f) => key(f.value))
      const wanted = task.metrics.filter((m) => !m.optional).map(key)
      const allowed = task.metrics.map(key)
      right += wanted.filter((k) => found.includes(k)).length
      missed += wanted.filter((k) => !found.includes(k)).length
      extra += found.filter((k) => !allowed.includes(k)).length
    }
    expect((2 * right) / (2 * right + missed + extra)).toBeGreaterThanOrEqual(0.97)
  })

  test('deadlines', () => {
    const right = tasks.filter(({ doc, text, deadline }) => {
      const year = doc.slice(0, 4)
      const period = { start: `${year}-01-01`, end: `${year}-12-31`, certainty: 'implied' } as const
      return (findDeadline(text, { headings: [], title: '', period })?.day ?? null) === deadline
    })
    expect(right.length / tasks.length).toBeGreaterThanOrEqual(0.99)
  })
})
