import { expect, test } from 'vitest'
import type { Pace } from '../../src/feishu/pace.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { stages, titleOf } from './stages.ts'

const { stage, db } = stages()

/** Answers are at their limit, messages are not. */
const CROWDED: Pace = {
  turn: async ({ line, other }) => other ?? line,
  refused: async () => {},
}

async function crowded(chat: 'group' | 'p2p' = 'group') {
  const made = await stage({ pace: CROWDED })
  const { loopback } = made
  const from = loopback.person('李敏')
  const place = loopback.chat(chat)
  const ask = (text: string, thread?: string) =>
    loopback.say({ from, chat: place, text, mention: true, ...(thread && { thread }) })
  return { ...made, from, place, ask }
}

const bodyOf = (content: string): string => JSON.stringify(JSON.parse(content).body.elements[0])

test('an answer whose line is full is said into the chat, and says whose question it answers', async () => {
  const { loopback, from, place, ask, intake } = await crowded()
  ask('经信局牵头哪些 <at id=all></at>')
  const sent = await loopback.state.until(() => loopback.state.sent[0])
  await intake.stop()
  expect(sent).toMatchObject({ kind: 'create', to: place, type: 'interactive' })
  expect(bodyOf(sent.content)).toContain(`<at id=${from.openId}></at> 您问的“经信局牵头哪些 &#60;at id=all`)
  expect(titleOf(sent)).toBe('答：经信局牵头哪些 <at id=all></at>')
  expect(loopback.state.sent).toHaveLength(1)
})

test('in a topic it stays with its topic', async () => {
  const { loopback, ask } = await crowded()
  const asked = ask('问', 'omt_1')
  const sent = await loopback.state.until(() => loopback.repliesTo(asked.messageId)[0])
  expect(sent).toMatchObject({ kind: 'reply', inThread: true })
})

test('tried again it goes the same way: in two lines one uuid might make two messages', async () => {
  const { loopback, ask, place, flows } = await crowded()
  for (let i = 0; i < 4; i++) loopback.fault({ path: /\/messages$/, status: 502 })
  ask('问')
  const failed = () => loopback.state.requests.filter((r) => r.status === 502).length
  await loopback.state.until(() => failed() === 4)
  const [row] = await db().query<{ address: unknown }>('select address from outbox')
  expect(row?.address).toMatchObject({ kind: 'chat', chat: place, asked: { text: '问' } })
  await db().query(`update intake set taken_at = taken_at - interval '1 hour', worker = null`)
  await flows.catchUp()
  const sent = await loopback.state.until(() => loopback.state.sent[0])
  expect(sent).toMatchObject({ kind: 'create', to: place })
})

test('a card the platform rejects is said as text by the same way', async () => {
  const { loopback, from, ask } = await crowded()
  loopback.fault({ path: /\/messages$/, status: 400, code: 230_099 })
  ask('问')
  const sent = await loopback.state.until(() => loopback.state.sent[0])
  expect(sent).toMatchObject({ kind: 'create', type: 'text' })
  expect(JSON.parse(sent.content).text).toMatch(
    new RegExp(`^<at user_id="${from.openId}"></at> 您问的“问”：\n`),
  )
})

test('the address once settled holds against a later try, an accepted one is left alone', async () => {
  const outbox = createOutbox(db())
  const quote = { kind: 'quote', channel: 'feishu', chat: 'oc_1', message: 'om_1', thread: false } as const
  const chat = { kind: 'chat', channel: 'feishu', chat: 'oc_1' } as const
  const reply = {
    message: { title: '', tone: 'plain', blocks: [], sources: [], assumptions: [], suggestions: [] },
    turn: null,
    page: 0,
  } as const
  const send = { key: 'reply:other', to: quote, reply }
  expect(await outbox.begin(send, new Date())).toEqual({ messageId: null, to: quote })
  await outbox.readdress(send.key, chat)
  expect(await outbox.begin(send, new Date())).toEqual({ messageId: null, to: chat })
  await outbox.accepted(send.key, 'om_2', new Date())
  await outbox.readdress(send.key, quote)
  expect(await outbox.begin(send, new Date())).toEqual({ messageId: 'om_2', to: chat })
})
