import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buttonNames, fieldsOf, openTown, type Town, talkOf } from './stage.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
}, 60_000)
afterAll(() => town.close())
beforeEach(() => town.reset())

const reviews = () =>
  town.db.query<{ no: number; review: string; by: string | null; note: string | null }>(
    `select t.no, p.review, person.name as by, p.review_note as note from progress p join task t on t.id = p.task_id
     left join person on person.id = p.reviewed_by where p.superseded_at is null order by t.no`,
  )
async function reported(): Promise<void> {
  const zhang = talkOf(town, '张航')
  await zhang.tap(await zhang.say('52项商业8条，治理类905条，92项钢梁吊完了'), '确认报送')
}

describe('审核', () => {
  test('one nudge a day; a unit at once; confirmed by one, told to the other', async () => {
    await reported()
    const jiang = talkOf(town, '江小波')
    await jiang.tap(await jiang.say('35项60公里'), '确认报送')
    const [li, gu] = [talkOf(town, '李敏'), talkOf(town, '顾长河')]
    expect((await li.told()).filter((r) => r.key.startsWith('reviews:'))).toHaveLength(1)
    const list = (await li.tap(await li.arrived('reviews:'), '看待审核')).face
    expect(list.text).toContain('待审核：2家3项')
    const card = (await li.tap(list, '市交通运输局')).face
    expect(card.text).toContain('商业航线 8条、治理类航线 905条')
    const same = (await gu.tap((await gu.tap(await gu.arrived('reviews:'), '看待审核')).face, '市交通运输局'))
      .face
    expect((await li.tap(card, '确认这2项')).face.text).toContain('已确认 2 项')
    expect((await gu.tap(same, '确认这2项')).face.text).toContain('李敏已确认，这次没有改动')
    expect((await reviews()).map((r) => [r.no, r.review, r.by])).toEqual([
      [35, 'pending', null],
      [52, 'confirmed', '李敏'],
      [92, 'confirmed', '李敏'],
    ])
  })

  test('returned with a reason: the liaison reads why and reports again', async () => {
    await reported()
    const li = talkOf(town, '李敏')
    const list = (await li.tap(await li.arrived('reviews:'), '看待审核')).face
    const form = (await li.tap((await li.tap(list, '市交通运输局')).face, '退回')).face
    const [one] = await town.db.query<{ id: number }>(
      'select p.id from progress p join task t on t.id = p.task_id where t.no = 52',
    )
    const done = await li.tap(form, '退回', { which: String(one?.id), reason: '数据口径与统计局不一致' })
    expect(done.face.text).toContain('已退回 1 项')
    const zhang = talkOf(town, '张航')
    const back = await zhang.arrived('returned:')
    expect(back.text).toContain('督查室退回原因：数据口径与统计局不一致')
    const [state] = await town.db.query<{ state: string }>(
      `select t.state from request_task t join task on task.id = t.task_id join request q on q.id = t.request_id
       join unit on unit.id = q.unit_id where task.no = 52 and unit.short = '市交通运输局'`,
    )
    expect(state?.state).toBe('asked')
    const filled = (await zhang.tap(back, '修改后再报')).face
    expect(fieldsOf(filled)).toMatchObject({ m0: '8', m1: '905' })
    const card = (await zhang.tap(filled, '保存', { m0: '7', m1: '905' })).face
    await zhang.tap(card, '确认报送')
    expect((await reviews()).find((r) => r.no === 52)?.review).toBe('pending')
  })

  test('in words: shown first, then done', async () => {
    await reported()
    expect((await talkOf(town, '李敏').say('有哪些待审核的？')).text).toContain('待审核：1家2项')
    const li = talkOf(town, '李敏')
    const card = await li.say('退回市交通运输局第52项，数据口径不对')
    expect(card.text).toContain('将退回 1 项（还没有办）')
    expect(await reviews()).toMatchObject([{ review: 'pending' }, { review: 'pending' }])
    await li.tap(card, '退回这1项', { reason: '数据口径不对' })
    expect((await reviews()).map((r) => r.review)).toEqual(['returned', 'pending'])
  })
})

describe('催办', () => {
  test('shows whom it would ask; asks within the budget; a second time the same day nobody', async () => {
    await town.reminding.tick()
    town.clock.now = new Date('2026-10-14T02:00:00Z')
    const li = talkOf(town, '李敏')
    const card = await li.say('催办市水务局')
    expect(card.text).toContain('将催办 1 家（还没有发）')
    expect(card.text).toContain('发给 江小波')
    const before = (await talkOf(town, '江小波').told()).length
    expect((await li.tap(card, '催办这1家')).face.text).toContain('已催办 1 家')
    expect((await talkOf(town, '江小波').told()).length).toBe(before + 1)
    const again = await li.say('再催一下市水务局')
    expect(again.text).toContain('今天已经提醒过')
    expect(buttonNames(again)).toEqual(['加急催办这1家', '还有谁没报'])
    expect((await li.say('不用了')).text).not.toContain('什么也没有变')
  })

  test('不用了 leaves it', async () => {
    const li = talkOf(town, '李敏')
    await li.say('催办市水务局')
    expect((await li.say('不用了')).text).toContain('什么也没有变')
  })

  test('who owes nothing is not pressed', async () => {
    const jiang = talkOf(town, '江小波')
    await jiang.tap(await jiang.say('35项60公里，36项9亿元'), '确认报送')
    expect((await talkOf(town, '李敏').say('催办市水务局')).text).toContain('没有欠报的事项')
  })

  test('这4家 that are three is said', async () => {
    const card = await talkOf(town, '李敏').say('一键催办没报的5家')
    expect(card.text).toMatch(/您说的是5家，目前欠报的是4家|将催办 4 家/)
  })
})

describe('销号', () => {
  const closed = () =>
    town.db.query<{ reason: string }>('select reason from closing where reopened_at is null')

  test('asked twice, with its grounds; reopened with a reason', async () => {
    await reported()
    const li = talkOf(town, '李敏')
    const card = await li.say('第92项销号')
    expect(card.text).toContain('没有佐证，请在原因里写明依据')
    expect((await li.say('确认')).text).toContain('将销号 1 项')
    expect(await closed()).toEqual([])
    await li.tap(card, '销号', { reason: '12月25日现场验收合格' })
    expect(await closed()).toEqual([{ reason: '12月25日现场验收合格' }])
    expect((await li.say('第92项销号，已验收')).text).toContain('早已销号')
    const open = await li.say('第92项恢复督办，验收有遗留问题')
    await li.tap(open, '恢复督办', { reason: '验收有遗留问题' })
    expect(await closed()).toEqual([])
  })

  test('a liaison is told whose it is to do', async () => {
    const zhang = talkOf(town, '张航')
    expect((await zhang.say('第92项销号')).text).toContain('销号由督查室办理')
    expect((await zhang.say('催办市水务局')).text).toContain('可联系督查室 李敏、顾长河')
    expect(await closed()).toEqual([])
  })
})

describe('责任单位 and lead', () => {
  test('a statement goes to the lead, who adopts it with one tap; both are kept', async () => {
    const wang = talkOf(town, '王若溪')
    await wang.tap(await wang.say('52项商业航线8条，治理类905条'), '确认报送')
    const zhang = talkOf(town, '张航')
    const card = await zhang.arrived('statements:')
    expect(card.text).toContain('第52项 市数据局')
    expect((await zhang.tap(card, '采用')).toast).toBe('已报送。')
    expect((await zhang.tap(card, '采用')).toast).toBe('已经采用过了。')
    const rows = await town.db.query(
      `select u.short as unit, p.capacity, p.adopted_from is not null as adopted, r.value from progress p
       join unit u on u.id = p.unit_id join reading r on r.progress_id = p.id where p.superseded_at is null order by p.id, r.ordinal`,
    )
    expect(rows).toEqual([
      { unit: '市数据局', capacity: 'responsible', adopted: false, value: 8 },
      { unit: '市数据局', capacity: 'responsible', adopted: false, value: 905 },
      { unit: '市交通运输局', capacity: 'lead', adopted: true, value: 8 },
      { unit: '市交通运输局', capacity: 'lead', adopted: true, value: 905 },
    ])
  })

  test('a later statement of the day goes into the same card; supervisors are not asked to review it', async () => {
    const wang = talkOf(town, '王若溪')
    await wang.tap(await wang.say('52项商业航线8条'), '确认报送')
    const lei = talkOf(town, '雷震')
    await lei.tap(await lei.say('52项治理类航线905条'), '确认报送')
    const sent = (await talkOf(town, '张航').told()).filter((r) => r.key.startsWith('statements:'))
    expect(sent).toHaveLength(1)
    expect((await talkOf(town, '李敏').told()).filter((r) => r.key.startsWith('reviews:'))).toEqual([])
  })

  test('the lead sees statements beside its own report', async () => {
    const wang = talkOf(town, '王若溪')
    await wang.tap(await wang.say('52项商业航线8条'), '确认报送')
    const zhang = talkOf(town, '张航')
    const card = await zhang.say('52项正在协调空域')
    expect(card.text).toContain('市数据局（责任单位）报：商业航线 8条')
    const { face } = await zhang.tap(card, '采用市数据局的数')
    expect(face.text).toContain('商业航线 8条')
    expect(face.text).toContain('采用市数据局报的数')
  })

  test('only the lead adopts', async () => {
    const wang = talkOf(town, '王若溪')
    await wang.tap(await wang.say('52项商业航线8条'), '确认报送')
    const card = await talkOf(town, '张航').arrived('statements:')
    expect((await talkOf(town, '江小波').tap(card, '采用')).toast).toContain('牵头单位')
  })
})
