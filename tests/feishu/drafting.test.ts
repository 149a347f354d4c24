import { expect, test } from 'vitest'
import type { AnswerFlow } from '../../src/chat/deps.ts'
import { createFlows } from '../../src/chat/flows.ts'
import { createInTurn } from '../../src/chat/in-turn.ts'
import { answerTo, message } from './stage.ts'
import { stages, titleOf } from './stages.ts'

const { stage, db } = stages()

/** An answering that shows what it is told to, and ends when it is told to. */
function slow() {
  const shown = Promise.withResolvers<(title: string) => void>()
  const ended = Promise.withResolvers<void>()
  const answer: AnswerFlow = async (asked) => {
    shown.resolve((title) => asked.draft?.(message(title)))
    await ended.promise
    return answerTo({ ...asked, history: [] })
  }
  return { answer, show: async (title: string) => (await shown.promise)(title), end: () => ended.resolve() }
}

async function asking(draftAfterMs: number | undefined, answer: AnswerFlow) {
  const made = await stage({ answer, deps: draftAfterMs === undefined ? {} : { draftAfterMs } })
  const { loopback } = made
  const chat = loopback.chat('group')
  const said = loopback.say({ from: loopback.person('李敏'), chat, text: '问', mention: true })
  return { ...made, said, replies: () => loopback.repliesTo(said.messageId) }
}

const faces = (sent: { readonly content: string; readonly patches: readonly string[] }) =>
  [sent.content, ...sent.patches].map((content) => JSON.parse(content).header.title.content)

test('an answer that takes long: one card, which says what is known and becomes the answer', async () => {
  const { answer, show, end } = slow()
  const { loopback, replies, intake } = await asking(1, answer)
  await show('正在查…')
  const card = await loopback.state.until(() => replies()[0])
  await show('第一句')
  await loopback.state.until(() => card.patches.length === 1)
  end()
  await loopback.state.until(() => card.patches.length === 2)
  await intake.stop()
  expect(faces(card)).toEqual(['正在查…', '第一句', '答：问'])
  expect(loopback.state.sent).toHaveLength(1)
})

test('the last face is the card that would have been sent at once', async () => {
  const { answer, show, end } = slow()
  const { loopback, replies } = await asking(1, answer)
  await show('正在查…')
  const card = await loopback.state.until(() => replies()[0])
  end()
  await loopback.state.until(() => card.patches.length === 1)
  const other = await asking(undefined, async (asked) => answerTo({ ...asked, history: [] }))
  const plain = await other.loopback.state.until(() => other.replies()[0])
  const withoutTurn = (content: string | undefined) => (content ?? '').replace(/"turn":\d+/g, '"turn":0')
  expect(withoutTurn(card.patches[0])).toBe(withoutTurn(plain.content))
})

test('an answer that comes soon: its own card alone, in the outbox as ever', async () => {
  const { answer, show, end } = slow()
  const { loopback, replies, intake } = await asking(60_000, answer)
  await show('正在查…')
  end()
  const card = await loopback.state.until(() => replies()[0])
  await intake.stop()
  expect([faces(card), loopback.state.sent.length]).toEqual([['答：问'], 1])
  expect(await db().query('select state from outbox')).toEqual([{ state: 'accepted' }])
})

test('the draft cannot be sent: the answer comes by itself, and no draft follows later', async () => {
  const { answer, show, end } = slow()
  const { loopback, replies, intake } = await asking(1, answer)
  for (let i = 0; i < 4; i++) loopback.fault({ path: /reply$/, status: 502 })
  await show('正在查…')
  await loopback.state.until(() => loopback.state.requests.filter((r) => r.status === 502).length === 4)
  end()
  await loopback.state.until(() => replies()[0])
  await intake.stop()
  expect(loopback.state.sent.map(titleOf)).toEqual(['答：问'])
  expect(await db().query('select state from outbox')).toEqual([{ state: 'accepted' }])
})

test('the card can no longer be changed: the answer is said anew', async () => {
  const { answer, show, end } = slow()
  const { loopback, replies } = await asking(1, answer)
  await show('正在查…')
  await loopback.state.until(() => replies()[0])
  loopback.fault({ path: /messages\/om_\w+$/, status: 400, code: 230_031 })
  end()
  await loopback.state.until(() => replies().length === 2)
  expect(replies().map(titleOf)).toEqual(['正在查…', '答：问'])
})

test('the process died over it: the next one puts the answer into the same card', async () => {
  const { answer, show, end } = slow()
  const { loopback, replies, deps } = await asking(1, answer)
  await show('正在查…')
  const card = await loopback.state.until(() => replies()[0])
  await db().query(`update intake set taken_at = taken_at - interval '1 hour', worker = 'dead'`)
  const next = createFlows('feishu', {
    ...deps,
    inTurn: createInTurn(),
    answer: async (asked) => answerTo({ ...asked, history: [] }),
  })
  await next.catchUp()
  expect(faces(card).at(-1)).toBe('答：问')
  expect(replies()).toHaveLength(1)
  end()
})
