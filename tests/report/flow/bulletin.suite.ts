import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messageText } from '../../../src/cards/text.ts'
import type { Send } from '../../../src/domain/send.ts'
import { createOutbox } from '../../../src/store/outbox.ts'
import { createPublications } from '../../../src/store/publications.ts'
import { reportQuarter } from './quarter.ts'
import { button, type Desk, GROUP, openDesk, personAt, type Shown } from './stage.ts'

describe('bulletins', () => {
  let desk: Desk
  let flows: Awaited<ReturnType<Desk['start']>>['flows']
  const at = (name: string) => personAt(desk, name, flows)

  beforeAll(async () => {
    desk = await openDesk()
    await reportQuarter(desk.db)
    flows = (await desk.start()).flows
  })
  afterAll(() => desk.close())

  const sends = (): Promise<readonly Send[]> =>
    desk.db.query<Send>(
      "select key, address as to, reply from outbox where key like 'publication:%' order by ordinal",
    )

  async function draft(): Promise<Shown> {
    const card = (await at('李敏').say('给我一份三季度通报')).at(-1)!
    return (await at('李敏').tap(button(card, '编辑发布'))).said[0]!
  }

  describe('a bulletin', () => {
    let drafted: Shown
    let published: Shown

    test('is drafted for a supervisor alone', async () => {
      drafted = await draft()
      expect(drafted).toMatchObject({ how: 'tell', to: `private:${at('李敏').account}` })
      expect(drafted.text).toContain('通报草稿')
      expect(
        (await at('江小波').tap(button(drafted, '发布'), { group: 'web:group:main' })).toast?.text,
      ).toContain('督查室')
    })

    test('rests on reviewed reports, and names nobody unless it is ticked', async () => {
      expect(drafted.text).not.toContain('占道')
      expect(drafted.text).not.toMatch(/市水务局/)
    })

    test('takes the supervisor’s title, words and naming; figures stay', async () => {
      const form = {
        title: '关于三季度任务办理情况的通报',
        lead: '三季度总体平稳，请各单位抓紧。',
        named: 'yes',
      }
      const { update } = await at('李敏').tap(button(drafted, '保存并预览'), form)
      const text = messageText(update!.message)
      expect(text).toContain('通报草稿：关于三季度任务办理情况的通报')
      expect(text).toContain('三季度总体平稳，请各单位抓紧。')
      expect(text).toContain('牵头单位')
      drafted = { ...drafted, reply: update! }
    })

    test('goes to nobody when nobody is chosen', async () => {
      const { toast } = await at('李敏').tap(button(drafted, '发布'), {
        group: 'none',
        people: 'none',
        names: '',
      })
      expect(toast?.text).toContain('没有选')
      expect(await sends()).toEqual([])
    })

    test('is numbered, frozen and on its way to the chosen chats and people, once', async () => {
      const form = { group: 'web:group:main', people: 'leads', names: '宋启明' }
      const { update } = await at('李敏').tap(button(drafted, '发布'), form)
      expect(update?.message.title).toBe('督查通报〔2026〕1号 已发布')
      expect((await at('顾长河').tap(button(drafted, '发布'), form)).toast?.text).toContain('已经发布')
      const all = await sends()
      expect(all.map((s) => s.to.kind).sort()).toEqual([
        'chat',
        'person',
        'person',
        'person',
        'person',
        'person',
        'person',
      ])
      for (const { reply } of all) expect(reply.message.title).toContain('督查通报〔2026〕1号')
      published = { ...drafted, reply: update! }
    })

    test('stays as it was whatever is reported afterwards', async () => {
      const publications = createPublications(desk.db)
      const before = await publications.find(1)
      await desk.db.query("update progress set superseded_at = now() where review = 'confirmed'")
      expect(await publications.find(1)).toEqual(before)
      expect(await publications.redraft(1, before!.wish, { report: before!.safe, safe: before!.safe })).toBe(
        false,
      )
      await desk.db.query('update progress set superseded_at = null')
    })

    test('tells who received and who opened it, and guesses nothing', async () => {
      const outbox = createOutbox(desk.db)
      const [first, second] = (await sends()).filter((s) => s.to.kind === 'person')
      await outbox.accepted(first!.key, 'om_1', desk.clock.now)
      await outbox.failed(
        second!.key,
        { code: 1, verdict: 'gone', terminal: true, unsure: false, retryAt: null },
        desk.clock.now,
      )
      const { update } = await at('李敏').tap(button(published, '刷新'))
      const text = messageText(update!.message)
      expect(text).toContain('共发7份，平台已接收1份，正在发送5份，未送达1份，0人点开过全文')
    })

    test.each(['通报发给了谁，谁看了', '撤回通报', '谁收到了三季度通报', '通报送达情况'])(
      'a supervisor asks about it in words: %s',
      async (words) => {
        const said = (await at('李敏').say(words)).at(-1)
        expect(said?.text).toContain('督查通报〔2026〕1号 已发布')
        expect(button(said!, '撤回')).toMatchObject({ do: 'withdrawBulletin', publication: 1 })
      },
    )

    test('others ask as ever, and a question of the documents is one', async () => {
      expect((await at('江小波').say('通报发给了谁')).at(-1)?.text).not.toContain('已发布')
      expect((await at('李敏').say('季通报多久发一次')).at(-1)?.text).not.toContain('已发布')
    })

    test('opens whole for those it was sent to; asked for in the group it comes to them alone; noted once', async () => {
      const copy = (await sends()).find((s) => s.to.kind === 'person' && s.reply !== null)!
      const open = button({ reply: copy.reply }, '打开全文')
      const own = await at('江小波').tap(open)
      expect(own.said[0]?.text).toContain('需协调事项')
      const group = await at('江小波').tap(open, {}, GROUP)
      expect(group.said[0]).toMatchObject({ how: 'tell', to: `private:${at('江小波').account}` })
      expect(group.toast?.text).toContain('私信')
      const { update } = await at('李敏').tap(button(published, '刷新'))
      expect(messageText(update!.message)).toContain('1人点开过全文')
    })

    test('is withdrawn with a reason: what arrived is changed, what is opened says so, the number is not used again', async () => {
      const before = desk.shown.length
      const { update } = await at('李敏').tap(button(published, '撤回'), { reason: '数据有误' })
      expect(update?.message.title).toContain('已撤回')
      const changed = desk.shown.slice(before).filter((s) => s.how === 'update')
      expect(changed).toMatchObject([{ id: 'om_1', text: expect.stringContaining('数据有误') }])
      expect((await sends()).filter((s) => s.reply !== null)).toEqual([])
      expect(messageText(update!.message)).toContain('撤回前没有发出')
      const open = await at('江小波').tap({ do: 'openBulletin', publication: 1, form: 'card' })
      expect(messageText(open.update!.message)).toContain('请勿引用')
      const audit = await desk.db.query<{ what: string }>(
        "select what from audit where subject = 'publication' order by id",
      )
      expect(audit.map((row) => row.what)).toEqual(['publish', 'withdraw'])
      const next = await at('李敏').tap(button(await draft(), '发布'), {
        group: 'web:group:main',
        people: 'none',
      })
      expect(next.update?.message.title).toContain('督查通报〔2026〕2号')
    })
  })
})
