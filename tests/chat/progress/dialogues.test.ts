import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buttonNames, openTown, type Town, talkOf } from './stage.ts'

/** How it should feel: the scenes of reporting, said and tapped as their people would. */
let town: Town
beforeAll(async () => {
  town = await openTown()
}, 60_000)
afterAll(() => town.close())
beforeEach(() => town.reset())

const written = () =>
  town.db.query<{ no: number; value: number | null; body: string }>(
    `select t.no, r.value::float as value, p.body from progress p join task t on t.id = p.task_id
     left join reading r on r.progress_id = p.id where p.superseded_at is null order by t.no, r.ordinal`,
  )

test('the reminder, a sentence that answers all of it, a second thought, confirmed', async () => {
  const zhang = talkOf(town, '张航')
  const card = await zhang.reminded()
  expect(card.text).toContain('第三季度报送：4项任务，请于10月20日（周二）前')
  expect(card.text).toContain('直接回一句话就行')
  expect(buttonNames(card)).toEqual(
    expect.arrayContaining(['填表', '都无变化', '转交', '晚点提醒', '不归我们']),
  )
  const read = await zhang.say('52商业八条 治理类九百零五 大桥钢梁吊完了 北斗没变化')
  expect(read.text).toContain('请核对（还没有写入）')
  expect(read.text).toMatch(/第52项.*商业航线 8条（目标≥10条，80%）.*治理类航线 905条（目标≥1000条，90.5%）/s)
  expect(read.text).toContain('大桥钢梁吊完了')
  expect(read.text).toMatch(/第48项[^\n]*\n?[^\n]*无变化/)
  expect(read.text).not.toContain('没看懂')
  const changed = await zhang.say('等下 治理类是950')
  expect(changed.text).toContain('治理类航线 950条（目标≥1000条，95%）')
  await zhang.tap(changed, '确认报送')
  expect((await written()).map((r) => [r.no, r.value])).toEqual([
    [48, null],
    [52, 8],
    [52, 950],
    [92, null],
  ])
})

test('a doubtful figure: asked with the likelier value, which one tap takes', async () => {
  const zhang = talkOf(town, '张航')
  const card = await zhang.say('52项治理类9050条')
  expect(card.text).toContain('是目标（1000条）的9倍')
  expect(card.text).toContain('是 905条 吗？')
  expect(buttonNames(card)).toEqual(expect.arrayContaining(['905条', '就是9050条，说明原因', '重填']))
  await zhang.tap((await zhang.tap(card, '905条')).face, '确认报送')
  expect((await written()).map((r) => r.value)).toEqual([905])
})

test('not ours: whose it is by the document, passed to the desk, not asked for meanwhile', async () => {
  const told = await talkOf(town, '张航').say('69项不归我们，是市公安局的')
  expect(told.text).toContain('牵头单位')
  expect(told.text).toContain('市公安局')
  expect(told.text).toContain('督查室')
  expect((await talkOf(town, '李敏').arrived('decline:')).text).toContain('第69项')
})

test('handed over: how many items, to whom, and only by the successor’s word', async () => {
  const zhang = talkOf(town, '张航')
  const card = await zhang.say('我下周起休产假，后面找王芳')
  expect(card.text).toContain('王芳')
  expect(card.text).toContain('4')
  expect(card.text).toContain('确认')
  await zhang.tap(card, '发给')
  expect((await talkOf(town, '王芳').arrived('handOver:')).text).toContain('张航')
})

test('who has not reported: the supervisor reads counts and presses all, or one', async () => {
  const jiang = talkOf(town, '江小波')
  await jiang.tap(await jiang.say('35项60公里，36项9亿元'), '确认报送')
  town.clock.now = new Date('2026-10-22T02:00:00Z')
  const li = talkOf(town, '李敏')
  const card = await li.say('还有谁没报')
  expect(card.text).toContain('应报4家')
  expect(card.text).toContain('已报1家，未报3家')
  expect(card.text).toContain('逾期2天')
  expect(buttonNames(card)).toEqual(
    expect.arrayContaining(['一键催办这3家', '催办市数据局', '催办市公安局', '看明细']),
  )
  const one = await li.tap(card, '催办市公安局')
  expect(one.face.text).toContain('已催办 1 家')
  expect((await talkOf(town, '雷震').told()).filter((r) => r.key.startsWith('press:'))).toHaveLength(1)
  const rest = await li.tap(card, '一键催办这3家')
  expect(rest.face.text).toContain('已催办 2 家')
  expect(rest.face.text).toContain('今天已经提醒过，没有重复发送）：市公安局')
  expect((await talkOf(town, '雷震').told()).filter((r) => r.key.startsWith('press:'))).toHaveLength(1)
})

test('who has not reported, asked by others: their own alone, and no button', async () => {
  for (const [who, unit] of [
    ['张航', '市交通运输局'],
    ['王芳', '市交通运输局'],
  ] as const) {
    const card = await talkOf(town, who).say('还有谁没报')
    expect(card.text).toContain(unit)
    expect(card.text).not.toContain('市公安局')
    expect(buttonNames(card).filter((b) => b.includes('催办'))).toEqual([])
  }
})

test('difficulties are for those whom they concern, and never for a group', async () => {
  const jiang = talkOf(town, '江小波')
  await jiang.tap(await jiang.say('35项60公里，卡在征地上，要市里协调'), '确认报送')
  const li = talkOf(town, '李敏')
  expect((await li.say('市水务局上报的困难是什么')).text).toContain('征地')
  expect((await talkOf(town, '张航').say('市水务局上报的困难是什么')).text).not.toContain('征地')
  await li.inGroup('市水务局上报的困难是什么')
  const inGroup = town.shown.filter((s) => s.to === 'group:main').map((s) => s.text)
  expect(inGroup.join('')).not.toContain('征地')
})
