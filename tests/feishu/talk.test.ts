import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { answerTo, message, type Stage } from './stage.ts'
import { stages, titleOf } from './stages.ts'

const { stage, db } = stages()

describe('a question in a group', () => {
  test('mentioned: answered by a card that quotes it, after the event was acknowledged', async () => {
    const { loopback } = await stage()
    const group = loopback.chat('group')
    const asked = loopback.say({
      from: loopback.person('李敏'),
      chat: group,
      text: '经信局牵头哪些',
      mention: true,
    })
    expect(await asked.ack).toEqual({ code: 200, data: undefined })
    const card = await loopback.state.until(() => loopback.repliesTo(asked.messageId)[0])
    expect(card).toMatchObject({ kind: 'reply', type: 'interactive', chat: group, inThread: false })
    expect(titleOf(card)).toBe('答：经信局牵头哪些')
  })

  test('not mentioned, @all, or said by another bot: nothing', async () => {
    const { loopback, intake } = await stage()
    const from = loopback.person('李敏')
    const chat = loopback.chat('group')
    await loopback.say({ from, chat, text: '今天几点开会' }).ack
    await loopback.say({ from, chat, text: '@_all 请报数' }).ack
    await loopback.say({ from, chat, text: '你好', mention: true, senderType: 'app' }).ack
    await intake.stop()
    expect(loopback.state.sent).toEqual([])
  })

  test('the next question leans on the last of the same person and thread, not on others', async () => {
    const { loopback } = await stage()
    const [li, wang] = [loopback.person('李敏'), loopback.person('王芳')]
    const chat = loopback.chat('group')
    const ask = async (from: typeof li, text: string, thread?: string) => {
      const { messageId } = loopback.say({ from, chat, text, mention: true, ...(thread && { thread }) })
      return loopback.state.until(() => loopback.repliesTo(messageId)[0])
    }
    expect(titleOf(await ask(li, '甲'))).toBe('答：甲')
    expect(titleOf(await ask(wang, '乙'))).toBe('答：乙')
    const topic = await ask(li, '丙', 'omt_1')
    expect(titleOf(topic)).toBe('答：丙')
    expect(topic.inThread).toBe(true)
    expect(titleOf(await ask(li, '丁'))).toBe('答：甲｜丁')
  })

  test('order is kept per chat, and a slow chat holds up no other', async () => {
    let release: () => void = () => {}
    const held = new Promise<void>((done) => {
      release = done
    })
    const { loopback } = await stage({
      answer: async (asked) => {
        if (asked.text === '慢') await held
        return answerTo({ ...asked, history: [] })
      },
    })
    const from = loopback.person('李敏')
    const [one, other] = [loopback.chat('group'), loopback.chat('group')]
    loopback.say({ from, chat: one, text: '慢', mention: true })
    loopback.say({ from, chat: one, text: '快', mention: true })
    loopback.say({ from, chat: other, text: '别的群', mention: true })
    await loopback.state.until(() => loopback.state.sent.length === 1)
    release()
    await loopback.state.until(() => loopback.state.sent.length === 3)
    expect(loopback.state.sent.map(titleOf)).toEqual(['答：别的群', '答：慢', '答：快'])
  })

  test('what only the asker may see is told in private', async () => {
    const { loopback } = await stage({
      answer: async (asked) => answerTo(asked, { message: message('已私信'), privately: message('困难') }),
    })
    const from = loopback.person('李敏')
    loopback.say({ from, chat: loopback.chat('group'), text: '困难是什么', mention: true })
    await loopback.state.until(() => loopback.state.sent.length === 2)
    expect(loopback.state.sent.map((s) => [titleOf(s), s.kind])).toEqual([
      ['已私信', 'reply'],
      ['困难', 'create'],
    ])
    expect(loopback.state.sent[1]?.to).toBe(from.openId)
  })
})

describe('who asks', () => {
  const asName =
    (unit: string | null): Stage['answer'] =>
    async (asked) =>
      answerTo(asked, {
        message: message(`${asked.viewer.name}/${asked.viewer.unit ?? unit}/${asked.viewer.roles}`),
      })

  async function askedBy(mobile: string | undefined) {
    const { loopback } = await stage({ answer: asName('无') })
    const from = { ...loopback.person('张航'), ...(mobile && { mobile }) }
    loopback.state.people.set(from.openId, from)
    const { messageId } = loopback.say({ from, chat: loopback.chat('p2p'), text: '我们单位有哪些任务' })
    return titleOf(await loopback.state.until(() => loopback.repliesTo(messageId)[0]))
  }

  beforeAll(async () => {
    await db().query(
      "insert into unit (name, kind, short) values ('云川市交通运输局', 'department', '市交通运输局')",
    )
    await db().query(`insert into person (name, mobile, unit_id) select '张航', '13800000001', id from unit`)
    await db().query("insert into person_role select id, 'liaison' from person")
  })
  afterEach(() => db().query('truncate account'))

  test('tied by mobile: the person, with unit and role', async () => {
    expect(await askedBy('+86 138-0000-0001')).toBe('张航/市交通运输局/liaison')
  })

  test.each([['+8613900000009'], [undefined]])('mobile %s: the name alone ties nobody', async (mobile) => {
    expect(await askedBy(mobile)).toBe('张航/无/official')
  })
})
