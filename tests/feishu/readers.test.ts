import { expect, test } from 'vitest'
import type { Send } from '../../src/domain/send.ts'
import { askReaders } from '../../src/feishu/readers.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { message, silentLog } from './stage.ts'
import { stages } from './stages.ts'

const { stage, db } = stages()
const SENT = new Date('2026-07-01T09:00:00+08:00')
const later = (minutes: number) => new Date(SENT.getTime() + minutes * 60_000)

/** A bulletin to a group and one to a person, both accepted at nine. */
async function bulletins() {
  const { loopback, feishu } = await stage()
  const outbox = createOutbox(db())
  const group = loopback.chat('group')
  const reader = loopback.person('张航')
  const reply = { message: message('第二季度通报'), turn: null, page: 0 }
  const sends: readonly Send[] = [
    { key: 'group', to: { kind: 'chat', channel: 'feishu', chat: group }, reply },
    { key: 'person', to: { kind: 'person', channel: 'feishu', account: reader.openId }, reply },
  ]
  for (const send of sends) {
    await outbox.begin(send, SENT)
    await outbox.accepted(send.key, await feishu.courier.post(send), SENT)
  }
  const sent = loopback.state.sent.find((s) => s.chat === group)
  const round = (from: number, to: number) =>
    askReaders(
      { since: later(from), now: later(to) },
      { client: feishu.client, outbox, log: silentLog, pause: async () => {} },
    )
  const asked = () => loopback.state.requests.filter((r) => r.path.endsWith('/read_users')).length
  const state = async () => (await outbox.find(['group']))[0]
  const readBy = (at: Date) => {
    sent?.readBy.add(reader.openId)
    loopback.state.readAt.set(`${sent?.id}/${reader.openId}`, at.getTime())
  }
  return { loopback, round, asked, state, readBy }
}

test('a message to a group is asked about at set ages, until someone read it', async () => {
  const { round, asked, state, readBy } = await bulletins()
  await round(0, 10)
  expect(asked()).toBe(0)
  await round(10, 20)
  expect([asked(), (await state())?.state]).toEqual([1, 'accepted'])
  await round(20, 50)
  expect(asked()).toBe(1)
  readBy(later(30))
  await round(50, 70)
  expect(await state()).toMatchObject({ state: 'read', readAt: later(30) })
  await round(70, 10_000)
  expect(asked()).toBe(2)
})

test('the right is missing, or it is too much: no further call in this round, and nothing is concluded', async () => {
  const { loopback, round, asked, state } = await bulletins()
  loopback.fault({ path: /read_users$/, status: 400, code: 99_991_672 })
  await round(0, 20)
  expect([asked(), (await state())?.state]).toEqual([1, 'accepted'])
})
