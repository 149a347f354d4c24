import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Action } from '../../src/domain/action.ts'
import type { Chat } from '../../src/domain/chat.ts'
import { type Asking, openAsking } from '../answer/ask.ts'
import { addAccount, GROUP, NOW, openChat } from './stage.ts'

let asking: Asking
let chat: Awaited<ReturnType<typeof openChat>>
beforeAll(async () => {
  asking = await openAsking()
  await addAccount(asking.db, 'zhao', '赵思源', ['official'])
  await addAccount(asking.db, 'li', '李敏', ['supervisor'])
  chat = await openChat(asking.db)
}, 60_000)
afterAll(async () => {
  chat.close()
  await asking.close()
})

const own = (account: string): Chat => ({
  channel: 'web',
  id: `private:${account}`,
  type: 'private',
  thread: null,
})

const tap = (action: Action, account: string, where: Chat) =>
  chat.flows.action({
    kind: 'action',
    id: `tap ${JSON.stringify(action)} ${account}`,
    messageId: 'card',
    chat: where,
    sender: { channel: 'web', account, name: null },
    action,
    form: {},
    at: NOW,
  })

test('what found no answer and what was rated badly is listed for a supervisor, and for nobody else', async () => {
  await chat.say('量子飞船要造几艘', { chat: GROUP })
  await chat.say('量子飞船要造几艘？', { chat: own('zhao') })
  await chat.say('量子飞船要造几艘', { chat: own('li'), account: 'li' })
  const [rated] = await chat.say('智能工厂要建几家', { chat: GROUP })
  const turn = rated?.reply.turn ?? 0
  const result = await tap({ do: 'rate', turn, verdict: 'useless' }, 'zhao', GROUP)
  expect(result.update?.rated).toEqual({ useful: 0, useless: 1 })

  const [refused] = await chat.say('没答上来的问题', { chat: own('zhao') })
  expect(refused?.text).toContain('李敏')
  expect(refused?.text).not.toContain('量子飞船')

  const [unanswered] = await chat.say('没答上来的问题有哪些', { chat: own('li'), account: 'li' })
  expect(unanswered?.text).toContain('量子飞船要造几艘 问过3次')
  expect(unanswered?.text).not.toContain('没答上来的问题有哪些')
  const [useless] = await chat.say('差评的问题', { chat: own('li'), account: 'li' })
  expect(useless?.text).toContain('智能工厂要建几家 1人评“没用”')
})

test('asked in a group, the list is told to the supervisor alone', async () => {
  const sent = await chat.say('没答上来的问题', { chat: GROUP, account: 'li' })
  expect(sent.map((s) => [s.how, s.to, s.text.includes('量子飞船')])).toEqual([
    ['reply', 'group:main', false],
    ['tell', 'li', true],
  ])
  const turn = sent[1]?.reply.turn ?? 0
  const inGroup = await tap({ do: 'page', turn, page: 0 }, 'zhao', GROUP)
  expect(JSON.stringify(inGroup.update?.message)).not.toContain('量子飞船')
  const elsewhere = await tap({ do: 'page', turn, page: 0 }, 'zhao', own('zhao'))
  expect(elsewhere.update).toBeNull()
  const byLi = await tap({ do: 'page', turn, page: 0 }, 'li', own('li'))
  expect(JSON.stringify(byLi.update?.message)).toContain('量子飞船')
})

test('a changed mind: the last word of each person counts, on the card too', async () => {
  const [asked] = await chat.say('低空商业航线目标多少', { chat: GROUP })
  const turn = asked?.reply.turn ?? 0
  await tap({ do: 'rate', turn, verdict: 'useless' }, 'zhao', GROUP)
  await tap({ do: 'rate', turn, verdict: 'useful' }, 'li', GROUP)
  const { update } = await tap({ do: 'rate', turn, verdict: 'useful', page: 0 }, 'zhao', GROUP)
  expect(update?.rated).toEqual({ useful: 2, useless: 0 })
  const [useless] = await chat.say('差评的问题', { chat: own('li'), account: 'li' })
  expect(useless?.text).not.toContain('低空商业航线')
})
