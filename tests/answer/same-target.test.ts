import { expect, test } from 'vitest'
import type { AnswerDeps } from '../../src/answer/deps.ts'
import { withSameTargets } from '../../src/answer/kinds/same-target.ts'
import type { TaskRow } from '../../src/answer/ledger.ts'
import type { ProgressLine } from '../../src/answer/progress-facts.ts'
import type { MetricStanding, TaskStanding } from '../../src/domain/standing.ts'

const metric = (name: string, value: number, last: number | null): MetricStanding => ({
  ...{ name, op: '>=', value, valueMax: null, unit: '条', kind: 'total', period: null, by: null, raw: '' },
  ...{ before: null, share: null },
  last: last === null ? null : { value: last, unit: '条', period: '2026Q3', on: '2026-10-15' },
})

const row = (id: number, document: number, metrics: readonly MetricStanding[]) =>
  ({ id, originId: id, document: { id: document, number: `${document}号` }, metrics }) as unknown as TaskRow
const standing = (task: TaskRow, reported: boolean) =>
  ({ id: task.id, metrics: task.metrics, report: reported ? {} : null }) as unknown as TaskStanding
const line = (task: TaskRow, reported = false): ProgressLine => ({
  row: task,
  standing: standing(task, reported),
  history: [],
})

async function told(asked: ProgressLine, others: readonly TaskRow[]): Promise<readonly number[] | undefined> {
  const ledger = {
    tasks: async () => others,
    lights: async (rows: readonly TaskRow[]) => rows.map((r) => standing(r, true)),
  }
  const look = { today: '2026-11-22', period: null, viewer: null }
  const [first] = await withSameTargets([asked], look, { deps: { ledger } as unknown as AnswerDeps })
  return first?.same?.map((same) => same.row.id)
}

const own = row(1, 11, [metric('新增低空商业航线', 10, null)])
test.each([
  ['the same target in another document', row(2, 5, [metric('低空商业航线', 10, 6)]), [2]],
  ['not reported there either', row(2, 5, [metric('低空商业航线', 10, null)]), []],
  ['another value', row(2, 5, [metric('低空商业航线', 12, 6)]), []],
  ['another matter', row(2, 5, [metric('客货邮线路', 10, 6)]), []],
  ['the same document', row(2, 11, [metric('低空商业航线', 10, 6)]), []],
] as const)('%s', async (_, other, expected) => {
  expect(await told(line(own), [other])).toEqual(expected)
})

test('who reported needs no other', async () => {
  expect(await told(line(own, true), [row(2, 5, [metric('低空商业航线', 10, 6)])])).toBeUndefined()
})
