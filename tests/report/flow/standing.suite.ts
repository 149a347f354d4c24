import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messageText } from '../../../src/cards/text.ts'
import type { Send } from '../../../src/domain/send.ts'
import { reportQuarter } from './quarter.ts'
import { button, type Desk, openDesk, personAt } from './stage.ts'

describe('standing orders', () => {
  let desk: Desk
  let one: Awaited<ReturnType<Desk['start']>>
  const at = (name: string) => personAt(desk, name, one.flows)

  beforeAll(async () => {
    desk = await openDesk()
    await reportQuarter(desk.db)
    one = await desk.start()
  })
  afterAll(() => desk.close())

  interface Planned {
    readonly key: string
    readonly reply: Send['reply']
  }

  const planned = (): Promise<readonly Planned[]> =>
    desk.db.query<Planned>("select key, reply from outbox where key like 'report:%' order by ordinal")

  describe('standing orders', () => {
    test('set by words, confirmed with the next date', async () => {
      const [said] = await at('李敏').say('每月1号早上8点发我月调度')
      expect(said?.text).toContain('月调度，每月1日8:00私聊发给您，下一次是11月1日8:00')
    })

    test('ordered again it is changed, not doubled', async () => {
      const [said] = await at('李敏').say('每月5号上午9点发我月调度')
      expect(said?.text).toContain('改为每月5日9:00')
      await at('李敏').say('每月1号早上8点发我月调度')
      const [list] = await at('李敏').say('我订了哪些')
      expect(list?.text).toContain('1. 月调度')
      expect(list?.text).not.toContain('2. ')
    })

    test('nothing before its hour; at its hour once, by however many processes', async () => {
      const two = await desk.start()
      desk.clock.now = new Date('2026-10-31T23:59:00Z')
      await Promise.all([one.reports.sendDue(), two.reports.sendDue()])
      expect(await planned()).toEqual([])
      desk.clock.now = new Date('2026-11-01T00:00:10Z')
      await Promise.all([one.reports.sendDue(), two.reports.sendDue(), one.reports.sendDue()])
      await two.reports.sendDue()
      const sends = await planned()
      expect(sends).toHaveLength(1)
      const text = messageText(sends[0]!.reply.message)
      expect(text).toContain('定时报告（每月1日8:00），11月1日8:00')
      expect(text).toContain('2026年10月重点任务调度情况')
      expect(sends[0]!.reply.turn).not.toBeNull()
    })

    test('what was missed while nothing ran is sent once, with its date said', async () => {
      desk.clock.now = new Date('2027-02-03T02:00:00Z')
      await one.reports.sendDue()
      await one.reports.sendDue()
      const sends = await planned()
      expect(sends).toHaveLength(2)
      expect(messageText(sends[1]!.reply.message)).toContain('应于2026年12月1日8:00发送')
      const [list] = await at('李敏').say('我订了哪些')
      expect(list?.text).toContain('下一次3月1日8:00')
    })

    test('stopped by words or by button, and only by its owner', async () => {
      await at('江小波').say('每周一发我一页纸')
      const [list] = await at('李敏').say('我订了哪些')
      const other = await at('江小波').tap(button(list!, '取消第1个'))
      expect(other.update?.message.title).toBe('您的定时报告')
      expect((await at('李敏').say('我订了哪些'))[0]?.text).toContain('月调度')
      const [gone] = await at('李敏').say('取消每月的月调度')
      expect(gone?.text).toContain('不再发送')
      expect((await at('李敏').say('我订了哪些'))[0]?.text).toContain('还没有定时报告')
      expect((await at('江小波').say('退订'))[0]?.text).toContain('一页纸')
    })

    test('every month by a button under a report', async () => {
      const card = (await at('江小波').say('给我一份月调度')).at(-1)!
      const { said } = await at('江小波').tap(button(card, '每月1号发我'))
      expect(said[0]?.text).toContain('每月1日9:00')
    })
  })
})
