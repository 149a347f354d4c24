import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buttonNames, fieldsOf, openTown, type Town, talkOf } from './stage.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
}, 60_000)
afterAll(() => town.close())
beforeEach(async () => {
  await town.reset()
  await town.db.query('delete from duty_change')
  await town.reminding.tick()
})

const open = () =>
  town.db.query<{ unit: string; period: string; due: string }>(
    `select unit.short as unit, q.period, q.due_on as due from request q join unit on unit.id = q.unit_id
     where q.state = 'open' order by q.due_on, unit.id`,
  )
const words = () =>
  town.db.query<{ what: string; person: string; key: string; before: unknown; after: { change: string } }>(
    `select a.what, person.name as person, a.message_key as key, a.before, a.after from audit a
     join person on person.id = a.person_id join duty_change d on d.id = a.subject_id
     where a.subject = 'duty_change' order by a.id`,
  )
const MOVE = '把5号文的季度报送改到每季度第1个月25日前'

describe('a supervisor says it', () => {
  test('moved: shown with the old and the new day, written once, and the requests follow', async () => {
    const li = talkOf(town, '李敏')
    const card = await li.say(MOVE)
    expect(card.text).toContain('将改期 2 条报送要求（还没有改）')
    expect(card.text).toContain('每季度第1个月20日前 → 每季度第1个月25日前')
    expect(card.text).toContain('10月20日（周二） → 10月25日（周日）（遇休息日，按10月23日）')
    expect(card.text).toContain('改按新日子要')
    expect(await words()).toEqual([])
    const done = await li.tap(card, '确认改期')
    expect(done.face.text).toContain('已改期')
    expect((await li.tap(card, '确认改期')).toast).toContain('失效')
    expect((await words()).map((w) => [w.what, w.person, w.after.change])).toEqual([
      ['duty', '李敏', 'moved'],
      ['duty', '李敏', 'moved'],
    ])
    expect((await words())[0]?.before).toMatchObject({ document: '云政办〔2026〕5号', next: '2026-10-20' })
    await town.reminding.tick()
    expect(await open()).toEqual([])
    town.clock.now = new Date('2026-10-15T01:30:00Z')
    await town.reminding.tick()
    expect([...new Set((await open()).map((r) => r.due))]).toEqual(['2026-10-23'])
  })

  test.each(['5号文的季度报送推迟到10月28日', '把5号文这次的季度报送推迟到28号'])(
    'put off once: %s',
    async (said) => {
      const li = talkOf(town, '李敏')
      const card = await li.say(said)
      expect(card.text).toContain('只这一次')
      expect(card.text).toContain('10月20日前 → 10月28日前')
      expect(card.text).toContain('改按新日子要')
      expect((await li.tap(card, '确认改期')).face.text).toContain('已改期')
      expect((await words()).map((w) => w.after.change)).toEqual(['shifted', 'shifted'])
      town.clock.now = new Date('2026-10-19T01:30:00Z')
      await town.reminding.tick()
      expect([...new Set((await open()).map((r) => `${r.period} ${r.due}`))]).toEqual(['2026Q3 2026-10-28'])
      const list = await li.say('报送要求清单')
      expect(list.text).toContain('每季度第1个月20日前')
      expect(list.text).toContain('下次 10月28日')
    },
  )

  test('paused, it asks nobody; taken up again, it does', async () => {
    const li = talkOf(town, '李敏')
    const card = await li.say('暂停5号文的季度报送')
    expect(card.text).toContain('不再催这一期')
    await li.tap(card, '确认暂停')
    await town.reminding.tick()
    expect(await open()).toEqual([])
    const list = await li.say('报送要求清单')
    expect(list.text).toContain('已暂停或终止')
    const back = (await li.tap(list, '恢复')).face
    expect(back.text).toContain('恢复，从今天起')
    await li.tap(back, '确认恢复')
    await town.reminding.tick()
    expect((await open()).length).toBeGreaterThan(0)
  })

  test('ended from a day on', async () => {
    const li = talkOf(town, '李敏')
    const card = await li.say('从下月起结束5号文的季度报送')
    expect(card.text).toContain('从11月1日起')
    expect(card.text).not.toContain('不再催这一期')
    await li.tap(card, '确认结束')
    await town.reminding.tick()
    expect((await open()).length).toBeGreaterThan(0)
  })

  test('a new one is about the tasks it names', async () => {
    const li = talkOf(town, '李敏')
    const card = await li.say('新增：市数据局每月16日前报北斗项目进展')
    expect(card.text).toContain('市数据局：北斗项目进展')
    expect(card.text).toContain('每月16日前')
    expect(card.text).toContain('任务：第48项')
    await li.tap(card, '确认新增')
    await town.reminding.tick()
    const [own] = (await open()).filter((r) => r.due === '2026-10-16')
    expect(own).toEqual({ unit: '市数据局', period: '2026-10', due: '2026-10-16' })
    const [count] = await town.db.query<{ n: number }>(
      `select count(*)::int as n from request_task t join request q on q.id = t.request_id where q.due_on = '2026-10-16'`,
    )
    expect(count?.n).toBe(1)
  })

  test('a topic no task writes: all are asked for, and the card says so; nobody: it says that', async () => {
    const li = talkOf(town, '李敏')
    expect((await li.say('新增：市水务局每月16日前报防汛抗旱进展')).text).toContain('没有哪一项任务单独写着')
    expect((await li.say('新增：市公安局2026年10月13日前报联络员名单')).text).toContain('联络员名单')
  })

  test('what fits none or several is asked about', async () => {
    const li = talkOf(town, '李敏')
    const none = await li.say('暂停5号文的月报')
    expect(none.text).toContain('没有对上这样的报送要求')
    expect(buttonNames(none)).toContain('新增报送要求')
    const add = await li.say('新增：市水务局每月16日前报供水管网进展')
    await li.tap(add, '确认新增')
    const which = await li.say('暂停报送')
    expect(which.text).toContain('暂停哪一条？')
    const chosen = (await li.tap(which, '暂停')).face
    expect(chosen.text).toContain('将暂停报送要求（还没有改）')
  })

  test('不用了 leaves it', async () => {
    const li = talkOf(town, '李敏')
    await li.say(MOVE)
    expect((await li.say('不用了')).text).toContain('什么也没有变')
    expect(await words()).toEqual([])
  })
})

describe('by the list', () => {
  test('moved by its form; words that are no date are asked for again', async () => {
    const li = talkOf(town, '李敏')
    const list = await li.say('看看报送要求')
    expect(list.text).toContain('报送要求 · 2条')
    expect(list.text).toContain('下次 10月20日（周二）')
    const form = (await li.tap(list, '改期')).face
    expect(form.text).toContain('改到什么时候？')
    const again = (await li.tap(form, '去核对', { when: '尽快', from: '' })).face
    expect(again.text).toContain('没看懂改到什么时候')
    const card = (await li.tap(form, '去核对', { when: '每季度第1个月26日前', from: '2026-11-01 +0800' }))
      .face
    expect(card.text).toContain('每季度第1个月26日前')
    expect(card.text).toContain('从11月1日起')
    await li.tap(card, '确认改期')
    expect((await words()).map((w) => w.after.change)).toEqual(['moved'])
  })

  test('added by its form, which keeps what was written', async () => {
    const li = talkOf(town, '李敏')
    const form = (await li.tap(await li.say('报送要求清单'), '新增报送要求')).face
    const wrong = (await li.tap(form, '去核对', { who: '水务', when: '快点', what: '供水管网进展' })).face
    expect(fieldsOf(wrong)).toMatchObject({ who: '水务', when: '快点', what: '供水管网进展' })
    const card = (await li.tap(form, '去核对', { who: '市水务局', when: '每月25日前', what: '供水管网进展' }))
      .face
    expect(card.text).toContain('任务：第35项')
  })
})

describe('who may', () => {
  test.each([
    ['张航', MOVE],
    ['张航', '新增：市数据局每月5日前报北斗项目进展'],
    ['宋启明', '暂停5号文的季度报送'],
  ])('%s is told whose it is to do: %s', async (who, said) => {
    const told = await talkOf(town, who).say(said)
    expect(told.text).toContain('督查室')
    expect(await words()).toEqual([])
  })

  test("a supervisor's list in the hands of another does nothing", async () => {
    const li = talkOf(town, '李敏')
    const list = await li.say('报送要求清单')
    const zhang = talkOf(town, '张航')
    expect((await zhang.tap(list, '暂停')).face.text).toContain('由督查室办理')
    const card = await li.say(MOVE)
    expect((await zhang.tap(card, '确认改期')).toast).toContain('别人的')
    expect(await words()).toEqual([])
  })
})

test('of two who confirm one card at once it is written once', async () => {
  const card = await talkOf(town, '李敏').say(MOVE)
  const [one, two] = [talkOf(town, '李敏'), talkOf(town, '李敏')]
  await Promise.all([one.tap(card, '确认改期'), two.tap(card, '确认改期')])
  expect(await words()).toHaveLength(2)
})
