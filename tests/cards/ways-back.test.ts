import { expect, test } from 'vitest'
import { declineForm } from '../../src/cards/progress/decline.ts'
import { successorForm } from '../../src/cards/progress/hand-over.ts'
import { laterForm, laterRefused } from '../../src/cards/progress/later.ts'
import type { Message } from '../../src/domain/message.ts'

const TODAY = '2026-12-02'
const task = (originId: number) => ({
  ...{
    id: originId,
    originId,
    document: '云政办〔2026〕5号',
    path: ['二', '（三）'],
    no: originId,
    part: null,
  },
  ...{ title: null, text: '新建智能工厂12家。' },
})
const opinion = { task: null, reason: '', request: null }
const wang = { personId: 3, name: '王芳', title: null, unitId: 9, roles: ['official' as const] }

const FORMS: readonly (readonly [string, Message])[] = [
  ['晚点提醒', laterForm({ request: null, dueOn: '2026-12-10', today: TODAY })],
  ['晚点提醒, past due', laterRefused('2026-11-25', TODAY)],
  ['晚点提醒, too late', laterRefused('2026-12-10', TODAY)],
  ['转交', successorForm([wang], null, '市公安局')],
  ['转交, nobody there', successorForm([], null, '市公安局')],
  ['不归我们', declineForm([task(41), task(42)], opinion)],
]

test.each(FORMS)('%s took the place of the reminder and leads back to it', (_, message) => {
  const taps = message.blocks.flatMap((b) => (b.kind === 'buttons' ? b.buttons : []))
  expect(taps.at(-1)?.action).toEqual({ do: 'owing', page: 0 })
})

test.each([
  ['one task is chosen already', [task(41)], '41'],
  ['of two none is', [task(41), task(42)], undefined],
])('不归我们: %s', (_, tasks, value) => {
  const form = declineForm(tasks, opinion).blocks.find((b) => b.kind === 'form')
  const field = form?.fields.find((f) => f.name === 'task')
  expect(field && 'value' in field ? field.value : undefined).toBe(value)
})
