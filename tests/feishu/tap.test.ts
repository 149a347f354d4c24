import { describe, expect, test } from 'vitest'
import type { Loopback } from './loopback/server.ts'
import type { Person } from './loopback/state.ts'
import { answerTo, message } from './stage.ts'
import { stages } from './stages.ts'

const { stage, db } = stages()

/** Someone asks; the card that answers, and the number of its turn. */
async function asked(loopback: Loopback, from: Person, chat: string) {
  const { messageId } = loopback.say({ from, chat, text: '有哪些任务', mention: true })
  const card = await loopback.state.until(() => loopback.repliesTo(messageId)[0])
  const [turn] = await db().query<{ id: number }>('select max(id) as id from turn')
  return { messageId: card.id, turn: turn?.id ?? 0 }
}

describe('a tap on a card', () => {
  test('a page: the card turns in place, with the figures of the answer that was given', async () => {
    const { loopback } = await stage()
    const from = loopback.person('李敏')
    const { messageId, turn } = await asked(loopback, from, loopback.chat('group'))
    const turned = await loopback.tap({ from, messageId, value: { do: 'page', turn, page: 1 } })
    expect(turned.data).toMatchObject({ card: { type: 'raw', data: { schema: '2.0' } } })
    const shown = JSON.stringify(turned.data)
    expect(shown).toContain('第6项')
    expect(shown).not.toContain('第5项')
    const again = await loopback.tap({ from, messageId, value: { do: 'page', turn, page: 1 } })
    expect(again.data).toEqual(turned.data)
    const rate = { do: 'rate', turn, verdict: 'useful', page: 1 }
    const rated = JSON.stringify((await loopback.tap({ from, messageId, value: rate })).data)
    expect([rated.includes('第6项'), rated.includes('✓ 有用 1')]).toEqual([true, true])
    expect(shown).toContain(JSON.stringify(rate).slice(1, -1))
  })

  test('a suggestion tapped twice: a toast each time, one answer', async () => {
    const { loopback, intake } = await stage()
    const from = loopback.person('李敏')
    const { messageId } = await asked(loopback, from, loopback.chat('group'))
    const value = { do: 'ask', q: '那责任单位的呢' }
    const taps = [
      await loopback.tap({ from, messageId, value }),
      await loopback.tap({ from, messageId, value }),
    ]
    await intake.stop()
    expect(taps.map((t) => t.data)).toEqual([
      { toast: { type: 'info', content: '正在查，马上回复。' } },
      { toast: { type: 'info', content: '这个问题已经答过了，请看下面的回复。' } },
    ])
    const replies = loopback.repliesTo(messageId)
    expect(replies).toHaveLength(1)
    expect(replies[0]?.content).toContain('答：有哪些任务｜那责任单位的呢')
  })

  test('a rating: the last word of each person holds', async () => {
    const { loopback } = await stage()
    const [li, wang] = [loopback.person('李敏'), loopback.person('王芳')]
    const { messageId, turn } = await asked(loopback, li, loopback.chat('group'))
    const rate = (from: Person, verdict: string) =>
      loopback.tap({ from, messageId, value: { do: 'rate', turn, verdict } })
    const rated = (await rate(li, 'useless')).data
    expect(rated).toMatchObject({ toast: { type: 'success', content: '收到，我们会改进。谢谢！' } })
    expect(JSON.stringify(rated)).toContain('✓ 没用 1')
    await rate(li, 'useful')
    await rate(li, 'useful')
    const face = JSON.stringify((await rate(wang, 'useless')).data)
    expect([face.includes('✓ 有用 1'), face.includes('✓ 没用 1')]).toEqual([true, true])
    const kept = await db().query('select account, verdict from rating order by account')
    expect(kept).toEqual([
      { account: li.openId, verdict: 'useful' },
      { account: wang.openId, verdict: 'useless' },
    ])
  })

  test('the turn of another chat cannot be opened', async () => {
    const { loopback } = await stage()
    const [li, wang] = [loopback.person('李敏'), loopback.person('王芳')]
    const secret = await asked(loopback, li, loopback.chat('p2p'))
    const own = await asked(loopback, wang, loopback.chat('p2p'))
    const value = { do: 'page', turn: secret.turn, page: 0 }
    const tapped = await loopback.tap({ from: wang, messageId: own.messageId, value })
    expect(tapped.data).toEqual({ toast: { type: 'warning', content: '这张卡片已经失效，请重新提问。' } })
  })

  test('in a private chat the suggestion is asked as in private', async () => {
    const { loopback } = await stage({
      answer: async (a) => answerTo(a, { message: message(`${a.chat}：${a.text}`) }),
    })
    const from = loopback.person('李敏')
    const { messageId } = await asked(loopback, from, loopback.chat('p2p'))
    await loopback.tap({ from, messageId, value: { do: 'ask', q: '再问' } })
    const reply = await loopback.state.until(() => loopback.repliesTo(messageId)[0])
    expect(reply.content).toContain('private：再问')
  })

  test.each([
    { name: 'no value', value: undefined },
    { name: 'unknown deed', value: { do: 'drop' } },
    { name: 'a turn that is no number', value: { do: 'page', turn: '1; drop table', page: 0 } },
    { name: 'words', value: '{"do":' },
  ])('$name: acknowledged, nothing done', async ({ value }) => {
    const { loopback, intake } = await stage()
    const from = loopback.person('李敏')
    const { messageId } = await asked(loopback, from, loopback.chat('group'))
    expect((await loopback.tap({ from, messageId, value })).code).toBe(200)
    await intake.stop()
    expect(loopback.state.sent).toHaveLength(1)
  })
})

describe('joining', () => {
  const entered = 'im.chat.access_event.bot_p2p_chat_entered_v1'

  test('a group is greeted when the bot is added, once', async () => {
    const { loopback, intake } = await stage()
    const chat = loopback.chat('group')
    const event = { chat_id: chat, operator_id: { open_id: 'ou_x' } }
    await loopback.happen('im.chat.member.bot.added_v1', event)
    await loopback.happen('im.chat.member.bot.added_v1', event)
    await intake.stop()
    expect(loopback.state.sent.map((s) => [s.kind, s.to])).toEqual([['create', chat]])
    expect(loopback.state.sent[0]?.content).toContain('督办助手')
  })

  test('a private chat is greeted at its first opening alone', async () => {
    const { loopback, intake } = await stage()
    const chat = loopback.chat('p2p')
    await Promise.all(
      [1, 2, 3].map(() => loopback.happen(entered, { chat_id: chat, operator_id: { open_id: 'ou_x' } })),
    )
    await intake.stop()
    expect(loopback.state.sent).toHaveLength(1)
  })

  test('the menu of the bot asks, and is answered to the person', async () => {
    const { loopback } = await stage()
    const from = loopback.person('李敏')
    await loopback.happen('application.bot.menu_v6', {
      operator: { operator_id: { open_id: from.openId } },
      event_key: 'help',
    })
    const sent = await loopback.state.until(() => loopback.state.sent[0])
    expect([sent.kind, sent.to]).toEqual(['create', from.openId])
    expect(sent.content).toContain('答：帮助')
  })
})
