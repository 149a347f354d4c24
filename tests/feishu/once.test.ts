import { describe, expect, test } from 'vitest'
import { stages } from './stages.ts'

const { stage } = stages()

describe('once and only once', () => {
  test('the same event three times, and the same message under a new event id: one answer', async () => {
    const { loopback, intake } = await stage()
    const asked = loopback.say({ from: loopback.person('李敏'), chat: loopback.chat('p2p'), text: '问' })
    const again = { ...asked.event, header: { ...asked.event.header, event_id: 'ev_other' } }
    await Promise.all([
      asked.ack,
      loopback.push(asked.event),
      loopback.push(asked.event),
      loopback.push(again),
    ])
    await intake.stop()
    expect(loopback.state.sent).toHaveLength(1)
  })

  test('an answer the platform took but whose receipt was lost is not sent twice', async () => {
    const { loopback, intake } = await stage()
    loopback.fault({ path: /reply$/, lost: true })
    await loopback.say({ from: loopback.person('李敏'), chat: loopback.chat('p2p'), text: '问' }).ack
    await intake.stop()
    expect(loopback.state.sent).toHaveLength(1)
    expect(loopback.state.requests.filter((r) => r.path.endsWith('/reply'))).toHaveLength(2)
  })

  test.each([
    { name: '5xx', fault: { path: /reply$/, status: 503 } },
    {
      name: 'app over its rate',
      fault: { path: /reply$/, status: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '2' } },
    },
    { name: 'chat over its rate', fault: { path: /reply$/, status: 400, code: 230020 } },
    { name: 'token refused', fault: { path: /reply$/, status: 400, code: 99991663 } },
  ])('$name: tried again, sent once', async ({ fault }) => {
    const { loopback, intake } = await stage()
    loopback.fault(fault)
    await loopback.say({ from: loopback.person('李敏'), chat: loopback.chat('p2p'), text: '问' }).ack
    await intake.stop()
    expect(loopback.state.sent).toHaveLength(1)
  })

  test('a cold start under load asks for one token', async () => {
    const { loopback, feishu } = await stage()
    loopback.state.tokens.clear()
    loopback.state.tokenRequests = 0
    const chat = loopback.chat('group')
    const send = (i: number) =>
      feishu.client.send(
        { type: 'chat_id', id: chat },
        { type: 'text', content: '{"text":"x"}', uuid: `u${i}`, place: chat },
      )
    await Promise.all(Array.from({ length: 20 }, (_, i) => send(i)))
    expect(loopback.state.sent).toHaveLength(20)
    expect(loopback.state.tokenRequests).toBe(1)
  })
})
