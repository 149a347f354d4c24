import { expect, test } from 'vitest'
import { withOnlyMetrics } from '../../../src/chat/progress/choose.ts'
import type { Sitting } from '../../../src/chat/progress/deps.ts'
import type { Ground } from '../../../src/chat/progress/ground.ts'
import { UNSAID } from '../../../src/chat/progress/unsaid.ts'
import { bare } from '../../../src/understand/progress/heard-as.ts'
import type { LedgerTask } from '../../../src/understand/progress/ledger.ts'

const pipes = {
  ...{ id: 7, document: '云政办〔2026〕5号', documentId: 1, path: [], no: 35, part: null, title: null },
  text: '改造供水管网120公里。',
  metrics: [{ name: '供水管网', op: '>=', value: 120, unit: '公里', kind: 'total' }],
} as unknown as LedgerTask
const ground = { tasks: [pipes], origins: new Map([[7, 3]]) } as unknown as Ground
const turn = { today: '2026-10-12' } as Sitting
const asked = (text: string) => ({
  ...UNSAID,
  updates: [bare(pipes, text)],
  unread: ['60公里'],
  assumptions: ['“60公里”是哪个指标的数？“供水管网”'],
})

test.each(['60公里', '目前60公里', ''])(
  '“%s”: the one metric it can be of takes it, to be checked',
  (text) => {
    const heard = withOnlyMetrics(asked(text), ground, turn)
    expect(heard.updates[0]?.readings).toEqual([{ metric: '供水管网', value: 60, unit: '公里' }])
    expect(heard.unread).toEqual([])
    expect(heard.assumptions).toEqual(['“60公里”按“供水管网”记，请核对'])
  },
)

test('beside words of something else it stays a question', () => {
  const heard = asked('巡查堤防道路60公里')
  expect(withOnlyMetrics(heard, ground, turn)).toEqual(heard)
})
