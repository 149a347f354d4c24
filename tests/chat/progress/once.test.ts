import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buttonNames, buttonOf, openTown, type Town, talkOf } from './stage.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
}, 60_000)
afterAll(() => town.close())
beforeEach(async () => {
  await town.reset()
  await town.db.query('delete from duty_change; delete from snapshot')
})

const standing = () =>
  town.db.query<{ no: number; unit: string; value: number; person: string; late: boolean }>(
    `select t.no, unit.short as unit, r.value::int as value, person.name as person, p.late
     from progress p join task t on t.id = p.task_id join unit on unit.id = p.unit_id
     join person on person.id = p.person_id left join reading r on r.progress_id = p.id
     where p.superseded_at is null order by t.no, r.ordinal`,
  )
const count = async (table: string): Promise<number> =>
  (await town.db.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? 0

describe('two people at once', () => {
  test('one request, two colleagues, two processes: one wins, the other reads who and when', async () => {
    const [zhang, zheng] = [talkOf(town, '张航'), talkOf(town, '郑帆')]
    const mine = await zhang.say('52项商业8条，治理类905条')
    const theirs = await zheng.say('52项商业7条，治理类900条')
    town.clock.now = new Date('2026-10-12T01:30:20Z')
    const results = await Promise.all([zhang.tap(mine, '确认报送'), zheng.tap(theirs, '确认报送')])
    const words = results.map((r) => r.face.text)
    expect(words.filter((w) => w.includes('已报送 1 项'))).toHaveLength(1)
    const [told] = words.filter((w) => w.includes('没有写入'))
    expect(told).toMatch(/(?:张航|郑帆) 已于 10月12日 09:30 报过，您这份没有写入/)
    const winner = words[0]?.includes('已报送 1 项') ? '张航' : '郑帆'
    expect((await standing()).map((r) => r.person)).toEqual([winner, winner])
    expect(await count('progress')).toBe(1)
  })

  test('two drafts on one task in different accounts of one unit: the later card says what the first did', async () => {
    const [zhang, zheng] = [talkOf(town, '张航'), talkOf(town, '郑帆')]
    const theirs = await zheng.say('52项商业7条')
    const mine = await zhang.say('52项商业8条')
    town.clock.now = new Date('2026-10-12T01:30:20Z')
    await zhang.tap(mine, '确认报送')
    town.clock.now = new Date('2026-10-12T02:30:00Z')
    const late = await zheng.tap(theirs, '确认报送')
    expect(late.face.text).toContain('张航 已于 10月12日 09:30 报过')
    const again = await zheng.say('52项商业应为7条')
    expect(again.text).toContain('张航 10月12日 09:30 报过本项，确认后以这次为准')
    await zheng.tap(again, '确认报送')
    expect((await standing()).map((r) => [r.value, r.person])).toEqual([[7, '郑帆']])
    expect(await count('progress')).toBe(2)
  })

  test('two supervisors press the same unit at once: one card', async () => {
    town.clock.now = new Date('2026-10-14T02:00:00Z')
    const [li, gu] = [talkOf(town, '李敏'), talkOf(town, '顾长河')]
    const [one, two] = [await li.say('催办市水务局'), await gu.say('催办市水务局')]
    const before = (await talkOf(town, '江小波').told()).length
    const faces = await Promise.all([li.tap(one, '催办这1家'), gu.tap(two, '催办这1家')])
    expect((await talkOf(town, '江小波').told()).length).toBe(before + 1)
    expect(faces.filter((f) => f.face.text.includes('已催办 1 家'))).toHaveLength(1)
    expect(faces.filter((f) => f.face.text.includes('今天已经提醒过'))).toHaveLength(1)
  })

  test('confirmed by one supervisor, returned by another', async () => {
    const jiang = talkOf(town, '江小波')
    await jiang.tap(await jiang.say('35项60公里'), '确认报送')
    const [li, gu] = [talkOf(town, '李敏'), talkOf(town, '顾长河')]
    const [yes, no] = [await li.say('确认第35项'), await gu.say('退回第35项，口径不对')]
    await li.tap(yes, '确认这1项')
    const late = await gu.tap(no, '退回这1项', { reason: '口径不对' })
    expect(late.face.text).toContain('李敏')
    const [row] = await town.db.query<{ review: string }>('select review from progress')
    expect(row?.review).toBe('confirmed')
    expect((await gu.say('退回第35项，口径不对')).text).toContain('第35项的第三季度报送已由李敏审核通过')
  })
})

describe('old cards', () => {
  test('a stale card after a newer one: nothing of the old is written', async () => {
    const jiang = talkOf(town, '江小波')
    const old = await jiang.say('35项60公里')
    await jiang.say('35项是66公里')
    const tapped = await jiang.tap(old, '确认报送')
    expect(tapped.toast).toContain('有更新')
    expect(await count('progress')).toBe(0)
    await jiang.tap(jiang.latest(), '确认报送')
    expect((await standing()).map((r) => r.value)).toEqual([66])
  })

  test('an order in the place of another: the first card says so at once', async () => {
    const li = talkOf(town, '李敏')
    const first = await li.say('催办市水务局')
    await li.say('催办市公安局')
    expect(town.shown.findLast((s) => s.id === first.id)?.text).toContain('已经换成新的')
    expect((await li.tap(first, '催办这1家')).toast).toContain('失效')
  })

  test('confirmed after the period was closed: written, and marked late', async () => {
    const jiang = talkOf(town, '江小波')
    const card = await jiang.say('35项60公里')
    await town.db.query(
      `insert into snapshot (period, as_of, taken_at, body) values ('2026Q3', '2026-10-12', now(), '{}')`,
    )
    expect((await jiang.tap(card, '确认报送')).face.text).toContain('已报送 1 项')
    expect((await standing()).map((r) => r.late)).toEqual([true])
  })
})

/** Buttons that change something, each tapped twice and once more in another process: done once. */
const TAPS: readonly {
  readonly name: string
  readonly who: string
  readonly card: () => Promise<Awaited<ReturnType<ReturnType<typeof talkOf>['say']>>>
  readonly button: string
  readonly form?: Readonly<Record<string, string>>
  readonly wrote: string
}[] = [
  {
    name: '确认报送',
    who: '江小波',
    card: () => talkOf(town, '江小波').say('35项60公里'),
    button: '确认报送',
    wrote: 'progress',
  },
  {
    name: '不报了',
    who: '江小波',
    card: () => talkOf(town, '江小波').say('35项60公里'),
    button: '不报了',
    wrote: 'progress',
  },
  {
    name: '都无变化',
    who: '江小波',
    card: () => talkOf(town, '江小波').reminded(),
    button: '都无变化',
    wrote: 'draft',
  },
  {
    name: '填表',
    who: '江小波',
    card: () => talkOf(town, '江小波').reminded(),
    button: '填表',
    wrote: 'draft',
  },
  {
    name: '催办',
    who: '李敏',
    card: () => talkOf(town, '李敏').say('催办市水务局'),
    button: '催办这1家',
    wrote: 'audit',
  },
  {
    name: '确认改期',
    who: '李敏',
    card: () => talkOf(town, '李敏').say('各牵头单位的季度报送改到每季度第1个月25日前'),
    button: '确认改期',
    wrote: 'duty_change',
  },
  {
    name: '发给王芳',
    who: '张航',
    card: () => talkOf(town, '张航').say('我下周起休产假，后面找王芳'),
    button: '发给',
    wrote: 'hand_over',
  },
  {
    name: '销号',
    who: '李敏',
    card: async () => {
      const jiang = talkOf(town, '江小波')
      await jiang.tap(await jiang.say('35项60公里'), '确认报送')
      return talkOf(town, '李敏').say('第35项销号，已通过验收')
    },
    button: '销号',
    form: { reason: '已通过验收' },
    wrote: 'closing',
  },
]

describe('tapped again and again', () => {
  test.each(TAPS)('$name', async ({ who, card, button, form, wrote }) => {
    const shown = await card()
    const one = talkOf(town, who)
    await one.tap(shown, button, form)
    const [rows, sends] = [await count(wrote), await count('outbox')]
    await one.tap(shown, button, form)
    await Promise.all([
      talkOf(town, who).tap(shown, button, form),
      talkOf(town, who).tap(shown, button, form),
    ])
    expect([await count(wrote), await count('outbox')]).toEqual([rows, sends])
  })
})

test('加急 by word rings nobody before somebody approved it', async () => {
  const li = talkOf(town, '李敏')
  const approved = () => town.db.query(`select from ask where rung like 'urgent:%' and reason = 'approved'`)
  for (const words of ['催办市水务局，加急', '加急催办市水务局', '催办并加急，市水务局']) {
    const card = await li.say(words)
    expect(buttonNames(card)).toContain('加急催办这1家')
    expect(await approved()).toEqual([])
  }
  await li.tap(li.latest(), '加急催办这1家')
  expect(await approved()).toHaveLength(1)
})

const approvals = () => town.db.query(`select from ask where rung like 'urgent:%' and reason = 'approved'`)

test('a press that reaches nobody, for all had their card today: 加急 and the list are offered', async () => {
  town.clock.now = new Date('2026-10-22T02:00:00Z')
  const li = talkOf(town, '李敏')
  const list = await li.say('还有谁没报')
  await li.tap(list, '催办市水务局')
  town.clock.now = new Date('2026-10-22T02:10:00Z')
  const again = await li.tap(await li.say('还有谁没报'), '催办市水务局')
  expect(again.face.text).toContain('没有发出')
  expect(buttonNames(again.face)).toEqual(['加急催办这1家', '还有谁没报'])
  expect(buttonOf(again.face, '加急催办').confirm?.text.content).toContain('强提醒')
  expect(await approvals()).toEqual([])
  const rung = await li.tap(again.face, '加急催办这1家')
  expect(rung.face.text).toContain('已加急催办 1 家')
  expect(rung.face.text).toContain('今天的提醒卡片已标为加急：市水务局')
  expect(await approvals()).not.toEqual([])
})

test('said in words on such a day: the same ways on, and 加急 is shown before anybody is rung', async () => {
  town.clock.now = new Date('2026-10-22T02:00:00Z')
  const li = talkOf(town, '李敏')
  await li.tap(await li.say('催办市水务局'), '催办这1家')
  const spared = await li.say('催办市水务局')
  expect(buttonNames(spared)).toEqual(['加急催办这1家', '还有谁没报'])
  const card = await li.say('加急催办市水务局')
  expect(card.text).toContain('将加急催办 1 家')
  expect(await approvals()).toEqual([])
  expect((await li.tap(card, '加急催办这1家')).face.text).toContain('已加急催办 1 家')
  expect(await approvals()).not.toEqual([])
})
