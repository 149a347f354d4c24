import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buttonNames, fieldsOf, openTown, type Town, talkOf } from './stage.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
}, 60_000)
afterAll(() => town.close())
beforeEach(() => town.reset())

const written = () =>
  town.db.query<{ no: number; value: number | null; unchanged: boolean; state: string | null }>(
    `select t.no, r.value, p.unchanged, p.state from progress p join task t on t.id = p.task_id
     left join reading r on r.progress_id = p.id where p.superseded_at is null order by t.no, r.ordinal`,
  )
const request = async (unit: string) => {
  const [row] = await town.db.query<{ state: string; tasks: string }>(
    `select q.state, string_agg(t.state, ',' order by t.task_id) as tasks from request q
     join unit on unit.id = q.unit_id join request_task t on t.request_id = q.id where unit.short = $1 group by q.id`,
    [unit],
  )
  return row
}

describe('the form', () => {
  test('opens in place of the reminder, one task after the other, and ends in the card to confirm', async () => {
    const zhang = talkOf(town, '张航')
    const reminder = await zhang.reminded()
    const first = (await zhang.tap(reminder, '填表')).face
    expect(first.id).toBe(reminder.id)
    expect(first.text).toContain('第48项 · 填报（1/4）')
    const second = (await zhang.tap(first, '保存，填下一项', { m0: '61', text: '', state: 'ongoing' })).face
    expect(second.text).toContain('第52项 · 填报（2/4）')
    const unread = await zhang.tap(second, '保存，填下一项', { m0: '八条', m1: '很多' })
    expect(unread.toast).toContain('“治理类航线”填的“很多”没看懂')
    expect(fieldsOf(unread.face)).toMatchObject({ m0: '8' })
    const third = (await zhang.tap(unread.face, '保存', { m0: '8', m1: '812条', finish: '2026-12-31' })).face
    expect(third.text).toContain('第69项')
    const card = (await zhang.tap(third, '去核对')).face
    expect(card.text).toContain('商业航线 8条')
    expect(card.text).toContain('预计完成：12月31日')
    expect((await zhang.tap(card, '确认报送')).face.text).toContain('本期还有2项没报')
    expect(await written()).toEqual([
      { no: 48, value: 61, unchanged: false, state: 'ongoing' },
      { no: 52, value: 8, unchanged: false, state: null },
      { no: 52, value: 812, unchanged: false, state: null },
    ])
  })

  test('打开表单 in words; what was said before is filled in', async () => {
    const zhang = talkOf(town, '张航')
    await zhang.say('52项商业8条')
    const card = await zhang.say('打开表单')
    expect(card.text).toContain('填报')
    expect((await zhang.tap(card, '去核对')).face.text).toContain('商业航线 8条')
  })

  test('今天有什么要报的 shows what one would be reminded of', async () => {
    const card = await talkOf(town, '张航').say('今天有什么要报的')
    expect(card.text).toContain('第52项')
    expect(buttonNames(card)).toContain('填表')
  })
})

describe('无变化', () => {
  test('one tap writes what was reported before; the request is answered', async () => {
    const jiang = talkOf(town, '江小波')
    await jiang.tap(await jiang.say('35项供水管网60公里，36项完成投资9亿元'), '确认报送')
    await town.db.query(`update progress set period = '2026Q2', reported_on = '2026-07-15'`)
    await town.db.query(`update request set state = 'open'`)
    await town.db.query(`update request_task set state = 'asked'`)
    const reminder = await jiang.reminded()
    const { toast, face } = await jiang.tap(reminder, '都无变化')
    expect(toast).toBe('已报送。')
    expect(face.text).toContain('无变化（仍为 60公里）')
    expect((await written()).filter((r) => r.unchanged).map((r) => r.value)).toEqual([60, 9])
    expect(await request('市水务局')).toEqual({ state: 'answered', tasks: 'reported,reported' })
    expect((await jiang.tap(reminder, '都无变化')).toast).toContain('没有要报')
  })

  test('where nothing was ever reported it is shown first', async () => {
    const jiang = talkOf(town, '江小波')
    const { face } = await jiang.tap(await jiang.reminded(), '都无变化')
    expect(face.text).toContain('还没有报过数')
    expect(await written()).toEqual([])
    await jiang.tap(face, '确认报送')
    expect((await written()).map((r) => r.unchanged)).toEqual([true, true])
  })

  test('都没变化 in words is about all that is owed', async () => {
    const card = await talkOf(town, '江小波').say('都没有变化')
    expect(card.text).toContain('第35项')
    expect(card.text).toContain('第36项')
  })
})

test('都无变化 where all that is owed is in the card already', async () => {
  const zhang = talkOf(town, '张航')
  await zhang.say('都没变化')
  expect((await zhang.say('都无变化')).text).toContain('本期要报的都在上面那张卡片里了')
})

describe('晚点提醒', () => {
  test('a day is chosen, never past the due day, and nobody is asked before it', async () => {
    const zhang = talkOf(town, '张航')
    const { face } = await zhang.tap(await zhang.reminded(), '晚点提醒')
    expect(buttonNames(face)).toContain('10月15日（周四）')
    expect((await zhang.tap(face, '就这天', { on: '2026-10-30' })).face.text).toContain('最晚推到当天')
    expect((await zhang.tap(face, '就这天', { on: '2026-10-19 +0800' })).face.text).toContain(
      '10月19日（周一）再提醒您',
    )
    const rows = await town.db.query<{ until: string }>('select until_on as until from snooze')
    expect([...new Set(rows.map((r) => r.until))]).toEqual(['2026-10-19'])
    await town.db.query('delete from snooze')
  })

  test('said in words', async () => {
    expect((await talkOf(town, '张航').say('后天再提醒我')).text).toContain('10月14日（周三）再提醒您')
    await town.db.query('delete from snooze')
  })
})

describe('不归我们', () => {
  test('in words, with whose it is: passed on, not asked for meanwhile; withdrawn, asked again', async () => {
    const zhang = talkOf(town, '张航')
    const card = await zhang.say('69项不归我们，是市数据局的')
    expect(card.text).toContain('第69项的牵头单位按文件是“市公安局”，责任单位是市交通运输局')
    expect(card.text).toContain('处理前不再催您这一项')
    expect((await request('市交通运输局'))?.tasks.split(',')).toContain('declined')
    expect((await zhang.tap(card, '撤回意见')).face.text).toContain('照常报送')
    expect((await request('市交通运输局'))?.tasks.split(',')).not.toContain('declined')
  })

  test('without a reason it is asked for', async () => {
    const zhang = talkOf(town, '张航')
    const card = await zhang.say('69项不归我们')
    expect(card.text).toContain('理由')
    expect((await town.db.query('select from task_decline')).length).toBe(0)
    const task = fieldsOf(card).task ?? ''
    const { face } = await zhang.tap(card, '交督查室', { task, reason: '职能已划转', owner: '市数据局' })
    expect(face.text).toContain('已转督查室')
  })

  test('the supervisor rules once; the unit hears it', async () => {
    await talkOf(town, '张航').say('69项不归我们，是市数据局的')
    const [li, gu] = [talkOf(town, '李敏'), talkOf(town, '顾长河')]
    const [own, other] = [await li.arrived('decline:'), await gu.arrived('decline:')]
    expect(fieldsOf(own)).toEqual({ unit: '市数据局' })
    expect((await li.tap(own, '确认不归', { unit: '某某局' })).toast).toContain('名录里对不上')
    expect((await li.tap(own, '确认不归', { unit: '市数据局' })).face.text).toContain('改由市数据局负责')
    expect((await gu.tap(other, '仍归')).face.text).toContain('李敏已确认')
    expect((await talkOf(town, '张航').arrived('decline:')).text).toContain('不再向市交通运输局要这一项')
    const rows = await town.db.query('select verdict from task_decline')
    expect(rows).toEqual([{ verdict: 'accepted' }])
  })

  test('a liaison cannot rule', async () => {
    await talkOf(town, '张航').say('69项不归我们，是市数据局的')
    const card = await talkOf(town, '李敏').arrived('decline:')
    const { face } = await talkOf(town, '张航').tap(card, '仍归')
    expect(face.text).toContain('由督查室办理')
    expect(await town.db.query('select verdict from task_decline')).toEqual([{ verdict: null }])
  })
})

test('an objection beside a report is passed on by itself', async () => {
  const zhang = talkOf(town, '张航')
  await zhang.say('52项商业8条，69项不归我们，是市数据局的')
  const texts = town.shown.slice(-2).map((s) => s.text)
  expect(texts[0]).toContain('已把您的意见转给督查室')
  expect(texts[1]).toContain('商业航线 8条')
  expect(texts[1]).not.toContain('第69项 ')
})

test('a number that is not the unit’s declines nothing else', async () => {
  const zhang = talkOf(town, '张航')
  await zhang.tap(await zhang.say('52项商业8条，92项主桥合龙了'), '确认报送')
  expect((await zhang.say('35项不归我们，是市水务局的')).text).toContain('不在贵单位名下')
  await zhang.say('这个不归我们，职能已经划走了')
  expect(await town.db.query('select from task_decline')).toEqual([])
})

test('马上报 is not pressed: only the day is said', async () => {
  const card = await talkOf(town, '张航').say('数据要等统计局出来再报')
  expect(card.text).toContain('还有 4 项没报，请于10月20日（周二）前')
})
