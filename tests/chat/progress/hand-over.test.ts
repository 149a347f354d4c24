import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town, talkOf } from './stage.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
}, 60_000)
afterAll(() => town.close())
beforeEach(async () => {
  await town.reset()
  await town.db.query(`delete from person_role where role = 'liaison'`)
  await town.db.query(
    `insert into person_role select id, 'liaison' from person where name in ('张航', '郑帆', '王若溪', '江小波', '雷震')`,
  )
})

const liaisons = async () =>
  (
    await town.db.query<{ name: string }>(
      `select person.name from person join person_role on person_id = person.id and role = 'liaison'
       join unit on unit.id = unit_id where unit.short = '市交通运输局' order by person.id`,
    )
  ).map((r) => r.name)
const audits = async () =>
  (
    await town.db.query<{ what: string }>(`select what from audit where subject = 'hand_over' order by id`)
  ).map((r) => r.what)

test('shown back, confirmed by the successor, then the role moves with all that is open', async () => {
  const zhang = talkOf(town, '张航')
  const card = await zhang.say('我调走了，后面找王芳')
  expect(card.text).toContain('将把 4 项未报事项和历史记录转给 王芳，由王芳确认后生效')
  expect((await zhang.tap(card, '发给王芳确认')).face.text).toContain('王芳确认后生效')
  expect(await liaisons()).toEqual(['张航', '郑帆'])
  const wang = talkOf(town, '王芳')
  const asked = await wang.arrived('handOver:')
  expect((await wang.tap(asked, '接手')).face.text).toContain('王芳 已接手 张航 的报送工作')
  expect(await liaisons()).toEqual(['郑帆', '王芳'])
  expect(await audits()).toEqual(['ask hand over', 'move liaison', 'hand over'])
  expect((await zhang.arrived('handOver:')).text).toContain('转交已生效')
  expect((await wang.say('52项商业8条')).text).toContain('商业航线 8条')
  expect((await zhang.say('52项商业8条')).text).toContain('报送由联络员办理')
  // A second tap, and a change of mind, change nothing.
  expect((await wang.tap(asked, '不接')).face.text).toContain('已接手')
  expect(await liaisons()).toEqual(['郑帆', '王芳'])
})

test('from a later day on: the role moves with the clock', async () => {
  const zhang = talkOf(town, '张航')
  const card = await zhang.say('我下周起休产假，后面找王芳')
  expect(card.text).toContain('10月19日（周一）起由新联络员报送')
  await zhang.tap(card, '发给王芳确认')
  const wang = talkOf(town, '王芳')
  await wang.tap(await wang.arrived('handOver:'), '接手')
  expect(await liaisons()).toEqual(['张航', '郑帆'])
  town.clock.now = new Date('2026-10-19T01:10:00Z')
  await town.reminding.tick()
  expect(await liaisons()).toEqual(['郑帆', '王芳'])
})

test('refused, it stays as it was', async () => {
  const zhang = talkOf(town, '张航')
  await zhang.tap(await zhang.say('联络员换成王芳'), '发给王芳确认')
  const wang = talkOf(town, '王芳')
  expect((await wang.tap(await wang.arrived('handOver:'), '不接')).face.text).toContain('没有接手')
  expect(await liaisons()).toEqual(['张航', '郑帆'])
})

test('only the successor can take it', async () => {
  const zhang = talkOf(town, '张航')
  await zhang.tap(await zhang.say('联络员换成王芳'), '发给王芳确认')
  const card = await talkOf(town, '王芳').arrived('handOver:')
  expect((await talkOf(town, '江小波').tap(card, '接手')).toast).toContain('别人的')
  expect(await liaisons()).toEqual(['张航', '郑帆'])
})

test('a name the unit does not know is chosen from a list; who has no account cannot be asked', async () => {
  const zhang = talkOf(town, '张航')
  const card = await zhang.say('后面的报送找刘德华')
  expect(card.text).toContain('名册里市交通运输局没有“刘德华”')
  const [mute] = await town.db.query<{ id: number }>(`select id from person where name = '周密'`)
  const shown = (await zhang.tap(card, '下一步', { to: String(mute?.id), reason: '轮岗' })).face
  expect((await zhang.tap(shown, '发给周密确认')).face.text).toContain('还没有在这里登记账号')
})

test('a report that waits for its confirmation waits on beside it', async () => {
  const zhang = talkOf(town, '张航')
  const report = await zhang.say('52项商业8条')
  const passing = await zhang.say('联络员换成王芳')
  expect((await zhang.say('取消')).text).toContain('已取消')
  expect((await zhang.tap(passing, '发给王芳确认')).face.text).toContain('作废')
  expect((await zhang.tap(report, '确认报送')).toast).toBe('已报送。')
})
