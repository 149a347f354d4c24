import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createReportFiles } from '../../../src/store/report-files.ts'
import { reportQuarter } from './quarter.ts'
import { button, type Desk, GROUP, openDesk, personAt } from './stage.ts'

describe('asking', () => {
  let desk: Desk
  let flows: Awaited<ReturnType<Desk['start']>>['flows']
  const at = (name: string) => personAt(desk, name, flows)

  beforeAll(async () => {
    desk = await openDesk()
    await reportQuarter(desk.db)
    flows = (await desk.start()).flows
  })
  afterAll(() => desk.close())

  describe('a report asked for in words', () => {
    test('is answered at once by a card that becomes the report', async () => {
      const [first, second, ...more] = await at('李敏').say('给我一份三季度通报')
      expect(first).toMatchObject({ how: 'reply', text: expect.stringContaining('正在生成') })
      expect(second).toMatchObject({ how: 'update', id: first?.id })
      expect(second?.text).toContain('关于2026年第三季度重点任务办理情况的通报')
      expect(second?.text).toContain('共6项')
      expect(more).toEqual([])
    })

    test('the same message again, after a kill, shows the same card and keeps one turn', async () => {
      const [, shown] = await at('李敏').say('来一份低空经济的材料', undefined, 'again')
      await desk.db.query("delete from intake where key like '%again%'")
      const again = await at('李敏').say('来一份低空经济的材料', undefined, 'again')
      expect(again.length).toBeGreaterThan(0)
      expect(shown?.text).toContain('低空经济')
      const [row] = await desk.db.query<{ n: number }>(
        "select count(*) as n from turn where key like '%again%'",
      )
      expect(row?.n).toBe(1)
    })

    test('a few words after it change it: another period, only the late, as a workbook', async () => {
      const li = at('李敏')
      await li.say('给我一份三季度通报')
      const before = (await li.say('上季度的')).at(-1)
      expect(before?.text).toContain('2026年第三季度')
      const late = (await li.say('只要滞后的')).at(-1)
      expect(late?.text).toContain('滞后')
      expect(late?.text).not.toContain('第52项')
      const book = await li.say('导出excel')
      expect(book.at(-1)).toMatchObject({ how: 'hand', text: expect.stringMatching(/\.xlsx$/) })
    })

    test('导出excel after a list of tasks is the ledger of these tasks', async () => {
      const li = at('李敏')
      await li.say('市水务局牵头哪些任务')
      const said = await li.say('导出excel')
      const card = said.find((s) => s.how === 'update')
      expect(card?.text).toContain('台账')
      expect(card?.text).toMatch(/共2项/)
      expect(said.at(-1)?.how).toBe('hand')
    })

    test('a matter nobody has is said, and the whole is given under its own name', async () => {
      const said = (await at('李敏').say('给我一份火星移民的月调度')).at(-1)
      expect(said?.text).toContain('没有查到与“火星移民”有关的任务')
      expect(said?.text).toMatch(/2026年\d+月重点任务调度情况/)
      expect(said?.text).toContain('共6项')
    })

    test.each(['给我一份10月调度', '上个月的月调度发我', '出个10月月报'])(
      '%s is of everything',
      async (text) => {
        const said = (await at('李敏').say(text)).at(-1)
        expect(said?.text).toMatch(/^2026年\d+月重点任务调度情况/)
        expect(said?.text).toContain('共6项')
      },
    )

    test('a question stays a question', async () => {
      const said = await at('李敏').say('第52项谁负责')
      expect(said).toHaveLength(1)
      expect(said[0]?.text).not.toContain('正在生成')
    })
  })

  describe('for whose eyes', () => {
    test('in the group: confirmed progress, no difficulties', async () => {
      const said = (await at('李敏').say('给我一份月调度', GROUP)).at(-1)
      expect(said?.to).toBe(said?.id)
      expect(said?.text).toContain('按已确认的进展统计')
      expect(said?.text).not.toMatch(/占道|协调占道/)
    })

    test('a liaison: the tasks of the own unit, with its difficulties', async () => {
      const said = (await at('江小波').say('给我一份月调度')).at(-1)
      expect(said?.text).toContain('占道许可')
      expect(said?.text).not.toContain('第69项')
    })

    test('another liaison sees no difficulty of theirs', async () => {
      const said = (await at('王若溪').say('给我一份市水务局的材料')).at(-1)
      expect(said?.text).toContain('第35项')
      expect(said?.text).not.toContain('占道')
    })
  })

  describe('files', () => {
    test('Word by button: printed, kept for the one who tapped, and for nobody else', async () => {
      const li = at('李敏')
      const card = (await li.say('给我一份三季度通报')).at(-1)!
      const { toast, said } = await li.tap(button(card, 'Word 文档'))
      expect(toast?.text).toContain('正在生成文件')
      const file = said[0]?.file
      expect(file?.name).toMatch(/通报（20261016）\.docx$/)
      expect(
        Buffer.from(file?.bytes ?? [])
          .subarray(0, 2)
          .toString(),
      ).toBe('PK')
      const id = /^\/reports\/([0-9a-f]{32})\?as=/.exec(file?.path ?? '')?.[1] ?? ''
      const files = createReportFiles(desk.db)
      expect((await files.find(id, { channel: 'web', account: li.account }))?.bytes.byteLength).toBe(
        file?.bytes.byteLength,
      )
      expect(await files.find(id, { channel: 'web', account: at('江小波').account })).toBeNull()
    })

    test('a button on a card passed on makes the report anew for who taps', async () => {
      const card = (await at('李敏').say('给我一份月调度', GROUP)).at(-1)!
      const { said } = await at('江小波').tap(button(card, 'Excel 表格'), {}, GROUP)
      expect(said[0]).toMatchObject({ how: 'hand', to: GROUP.id })
      const other = await at('江小波').tap({ do: 'printReport', turn: 999_999, form: 'docx' })
      expect(other.toast?.text).toContain('失效')
    })
  })
})
