import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town, talkOf } from './stage.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
}, 60_000)
afterAll(() => town.close())
beforeEach(() => town.reset())

const attached = () =>
  town.db.query<{ name: string; no: number }>(
    `select e.name, t.no from evidence e join progress p on p.id = e.progress_id join task t on t.id = p.task_id order by e.id`,
  )
const file = (name: string) => ({ form: 'file', files: [{ key: name, name }] }) as const

describe('files of a liaison', () => {
  test('a file with words is a report with its evidence', async () => {
    const zhang = talkOf(town, '张航')
    const card = await zhang.send(zhang.message('第92项主桥合龙了，已完成', file('验收单.pdf')))
    expect(card.text).toContain('佐证：验收单.pdf')
    expect(card.text).not.toContain('还没有附佐证')
    await zhang.tap(card, '确认报送')
    expect(await attached()).toEqual([{ name: '验收单.pdf', no: 92 }])
  })

  test('a file sent to a draft of several tasks asks which; one of one goes there', async () => {
    const zhang = talkOf(town, '张航')
    await zhang.say('52项商业8条，92项钢梁吊完了')
    const card = await zhang.send(zhang.message('', file('照片.jpg')))
    expect(card.text).toContain('佐证《照片.jpg》放到哪一项？')
    const { face } = await zhang.tap(card, '第92项')
    await zhang.tap(face, '确认报送')
    expect(await attached()).toEqual([{ name: '照片.jpg', no: 92 }])
  })

  test('still loose when the report is confirmed, it is asked about once more', async () => {
    const zhang = talkOf(town, '张航')
    await zhang.say('52项商业8条，92项钢梁吊完了')
    expect((await zhang.send(zhang.message('', file('验收.txt')))).text).toContain('放到哪一项')
    // One task is left; the file may as well be of the other.
    await zhang.say('92项先不报')
    const done = await zhang.tap(zhang.latest(), '确认报送')
    expect(done.face.text).toContain('已报送 1 项')
    expect(done.face.text).toContain('《验收.txt》附到哪一项？')
    expect(await attached()).toEqual([])
    await zhang.tap(done.face, '第52项')
    expect(await attached()).toEqual([{ name: '验收.txt', no: 52 }])
  })

  test('sent first, it goes with what is said next', async () => {
    const zhang = talkOf(town, '张航')
    expect((await zhang.send(zhang.message('', file('台账.xlsx')))).text).toContain('先存着')
    const card = await zhang.say('52项商业8条')
    expect(card.text).toContain('佐证：台账.xlsx')
    await zhang.tap(card, '确认报送')
    expect(await attached()).toEqual([{ name: '台账.xlsx', no: 52 }])
  })

  test('sent afterwards, it goes to what was just reported', async () => {
    const zhang = talkOf(town, '张航')
    await zhang.tap(await zhang.say('52项商业8条，92项钢梁吊完了'), '确认报送')
    const card = await zhang.send(zhang.message('', file('照片.jpg')))
    expect(card.text).toContain('附到哪一项')
    expect((await zhang.tap(card, '第92项')).face.text).toContain('已附到第92项')
    expect(await attached()).toEqual([{ name: '照片.jpg', no: 92 }])
  })

  test("another unit's liaison cannot attach it", async () => {
    const zhang = talkOf(town, '张航')
    await zhang.tap(await zhang.say('52项商业8条，92项钢梁吊完了'), '确认报送')
    const card = await zhang.send(zhang.message('', file('照片.jpg')))
    expect((await talkOf(town, '江小波').tap(card, '第92项')).toast).toContain('别人的')
    expect(await attached()).toEqual([])
  })
})
