import { describe, expect, test } from 'vitest'
import { createFlows } from '../../src/chat/flows.ts'
import { createInTurn } from '../../src/chat/in-turn.ts'
import { createIntake } from '../../src/store/intake.ts'
import { answerTo } from './stage.ts'
import { stages, titleOf } from './stages.ts'

const { stage, db, abandon } = stages()

describe('things that break', () => {
  test('a card the platform rejects is said as plain text', async () => {
    const { loopback } = await stage({ printer: { card: () => ({ schema: '1.0' }), text: () => '文字版' } })
    const asked = loopback.say({ from: loopback.person('李敏'), chat: loopback.chat('p2p'), text: '问' })
    const sent = await loopback.state.until(() => loopback.repliesTo(asked.messageId)[0])
    expect([sent.type, titleOf(sent)]).toEqual(['text', '文字版'])
  })

  test('answering fails: a polite sentence once, the answer when it works again, and never an error text', async () => {
    let broken = true
    let ahead = 0
    const { loopback, intake, flows } = await stage({
      answer: async (asked) => {
        if (broken) throw new Error('ECONNREFUSED 127.0.0.1:5432')
        return answerTo(asked)
      },
      deps: { now: () => new Date(Date.now() + ahead) },
    })
    const asked = loopback.say({ from: loopback.person('李敏'), chat: loopback.chat('p2p'), text: '问' })
    await loopback.state.until(() => loopback.state.sent.length === 1)
    ahead = 61_000
    await flows.catchUp()
    expect(loopback.state.sent).toHaveLength(1)
    broken = false
    ahead = 130_000
    await flows.catchUp()
    await flows.catchUp()
    await intake.stop()
    const replies = loopback.repliesTo(asked.messageId)
    expect(replies.map(titleOf)).toEqual(['稍后回复您', '答：问'])
    expect(replies[1]?.content).toContain('现在补上您问的“问”')
    expect(JSON.stringify(loopback.state.sent)).not.toContain('ECONNREFUSED')
  })

  test('the database is down: told, kept in the spool, answered once it is back', async () => {
    let down = true
    const real = await stage()
    const claim: typeof real.deps.intake.claim = async (...args) => {
      if (down) throw new Error('database gone')
      return real.deps.intake.claim(...args)
    }
    const { loopback, flows, intake } = await stage({ deps: { intake: { ...real.deps.intake, claim } } })
    const asked = loopback.say({ from: loopback.person('李敏'), chat: loopback.chat('p2p'), text: '问' })
    await Promise.all([asked.ack, loopback.push(asked.event)])
    await flows.catchUp()
    expect(loopback.repliesTo(asked.messageId).map(titleOf)).toEqual(['稍后回复您'])
    down = false
    await flows.catchUp()
    await flows.catchUp()
    await intake.stop()
    expect(loopback.repliesTo(asked.messageId).map(titleOf)).toEqual(['稍后回复您', '答：问'])
  })

  test('killed between the event and the answer: the next process answers', async () => {
    const dead = await stage({ answer: () => new Promise(() => {}) })
    const asked = dead.loopback.say({
      from: dead.loopback.person('李敏'),
      chat: dead.loopback.chat('p2p'),
      text: '问',
    })
    await asked.ack
    const later = {
      ...dead.deps,
      intake: createIntake(db()),
      now: () => new Date(Date.now() + 61_000),
      answer: async () =>
        answerTo({ text: '活', viewer: {} as never, chat: 'private', history: [], now: new Date() }),
    }
    await createFlows('feishu', { ...later, inTurn: createInTurn() }).catchUp()
    expect(dead.loopback.repliesTo(asked.messageId).map(titleOf)).toEqual(['答：活'])
    abandon(dead)
    await dead.loopback.close()
  })

  test('the message was withdrawn: put away, not tried for ever', async () => {
    const { loopback, intake, flows } = await stage({ deps: {} })
    loopback.fault({ path: /reply$/, status: 400, code: 230011 })
    await loopback.say({ from: loopback.person('李敏'), chat: loopback.chat('p2p'), text: '问' }).ack
    await intake.stop()
    await flows.catchUp()
    expect(loopback.state.sent).toEqual([])
    expect(
      await db().query('select 1 as one from intake where question is not null and done_at is null'),
    ).toEqual([])
  })
})
