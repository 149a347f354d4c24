import { describe, expect, test } from 'vitest'
import { hear } from '../../src/understand/progress/hear.ts'
import type { LedgerTask } from '../../src/understand/progress/ledger.ts'
import { LEXICON, liaisonOf } from './progress.ledger.ts'

const UNIT = '市交通运输局'
const TODAY = '2026-11-24'

/** Two documents with the same places, and one target both hold. */
function task(id: number, documentId: number, path: readonly string[], text: string): LedgerTask {
  const unitId = liaisonOf(UNIT).unitId ?? 0
  const found = /(?<verb>改造|新建)(?<name>\p{Script=Han}+)(?<value>\d+)(?<unit>座|公里)/u.exec(text)?.groups
  const metric = {
    name: `${found?.name ?? ''}${documentId === 91 ? '改造' : ''}`,
    op: '=',
    value: Number(found?.value),
    valueMax: null,
    unit: found?.unit ?? '',
    kind: 'total',
    period: null,
    by: null,
    raw: found?.[0] ?? '',
  } as const
  const document = documentId === 91 ? '云政办〔2026〕5号' : '云政办〔2026〕9号'
  const place = { path, no: null, part: null, title: null, until: '2026-12-31' }
  return { id, documentId, document, ...place, text, leads: [unitId], takesPart: [unitId], metrics: [metric] }
}

const TASKS: readonly LedgerTask[] = [
  task(1, 91, ['二', '（一）', '3'], '改造危桥26座。'),
  task(2, 91, ['二', '（二）', '1'], '新建旅游公路30公里。'),
  task(11, 92, ['三', '（一）', '3'], '改造危桥26座。'),
  task(12, 92, ['二', '（二）', '1'], '改造县乡公路85公里。'),
]
const OF_9 = [11, 12]

function read(said: string, asked: readonly number[]): readonly string[] {
  const history: readonly string[] = []
  const context = { viewer: liaisonOf(UNIT), today: TODAY, lexicon: LEXICON, tasks: TASKS, history, last: [] }
  return hear(said, { ...context, asked }).updates.map(
    (u) => `${u.task.id}:${u.readings.map((r) => `${r.value}${r.unit}`).join()}`,
  )
}

describe('what was just asked about is what is meant', () => {
  test.each([
    ['a place that two documents have', '二（二）1完成60公里', OF_9, ['12:60公里']],
    ['the same place, the other document asked about', '二（二）1完成20公里', [1, 2], ['2:20公里']],
    ['a place without its chapter', '（二）1完成60公里', OF_9, ['12:60公里']],
    ['a target that two documents hold', '危桥改造完成20座', OF_9, ['11:20座']],
  ])('%s: %s', (_, said, asked, want) => {
    expect(read(said, asked)).toEqual(want)
  })

  test.each([
    ['words that name another task', '旅游公路新建了12公里', OF_9, ['2:12公里']],
    ['nothing was asked: the better name', '危桥改造完成20座', [], ['1:20座']],
  ])('but not against %s: %s', (_, said, asked, want) => {
    expect(read(said, asked)).toEqual(want)
  })
})
