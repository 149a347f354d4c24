import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { messageText } from '../../src/cards/text.ts'
import type { NewProgress } from '../../src/domain/progress.ts'
import { dutyKeys } from '../../src/remind/duty.ts'
import { saveCalendarDays } from '../../src/store/calendar-days.ts'
import { addDutyChange } from '../../src/store/duty-changes.ts'
import { createProgressBook } from '../../src/store/progress.ts'
import { requestReads } from '../../src/store/requests.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { at } from './quarter.ts'
import { openBot, openSmallCity, quarterlyDuty } from './small-city.ts'

let base: TestDatabase
let city: Awaited<ReturnType<typeof openSmallCity>>
let bot: ReturnType<typeof openBot>
beforeAll(async () => {
  base = await freshDatabase()
})
afterAll(() => base.close())
beforeEach(async () => {
  city = await openSmallCity(base.db, [quarterlyDuty])
  bot = openBot(base.db)
})

const hand = (day: string, messageKey = `message:${day}`) => ({
  ...{ personId: null, at: at(day, '15:00'), today: day, messageKey },
})
const report = (taskId: number, over: Partial<NewProgress> = {}): NewProgress => ({
  ...{ taskId, unitId: city.water, period: '2026Q2', capacity: 'lead', state: 'ongoing', text: '推进中' },
  ...{ readings: [], unchanged: false, expectedFinish: null, difficulty: null, help: null, insisted: null },
  adoptedFrom: null,
  ...over,
})
const tasksOf = async (unitId: number) => {
  const rows = await base.db.query<{ state: string; tasks: string }>(
    `select q.period || ' ' || q.state as state,
       (select string_agg(t.task_id || t.state, ' ' order by t.task_id) from request_task t where t.request_id = q.id) as tasks
     from request q where unit_id = $1 order by q.stated_on, q.kind`,
    [unitId],
  )
  return rows.map(({ state, tasks }) => `${state}: ${tasks ?? '-'}`)
}
const added = (what: string, due: string, kind: 'progress' | 'contacts' = 'progress') =>
  addDutyChange(
    base.db,
    {
      change: {
        change: 'added',
        body: { documentId: null, who: '市水务局', what, kind, date: { due }, from: null, until: null },
      },
      before: null,
    },
    hand('2026-07-01', 'cli'),
  )

test('a card says what is owed, and what to do', async () => {
  await bot.tick('2026-07-09')
  expect(bot.world.delivered.map(({ account, title }) => `${account} ${title}`)).toEqual([
    `person:${city.jiang} 第二季度报送：2项任务，请于7月20日（周一）前`,
    `person:${city.miao} 第二季度报送：1项任务，请于7月20日（周一）前`,
  ])
})

test('what comes up the same day is put into the card that is there', async () => {
  await bot.tick('2026-07-09')
  await added('防汛专项进展', '2026-07-15')
  await bot.tick('2026-07-09', '10:00')
  expect(bot.world.delivered.length).toBe(2)
  expect(bot.updates.map(({ id }) => id)).toEqual([`m:liaison:${city.jiang}:2026-07-09:1`])
  expect(messageText(bot.updates[0]!.reply.message)).toContain('7月15日（周三）前')
  const asks = await base.db.query(`select rung, outcome from ask where person_id = $1 order by asked_at`, [
    city.jiang,
  ])
  expect(asks).toEqual([
    { rung: 'T-7', outcome: 'sent' },
    { rung: 'T-7', outcome: 'merged' },
  ])
})

test('what was reported is no longer asked for, on the card of the day neither', async () => {
  await bot.tick('2026-07-09')
  await bot.tick('2026-07-09', '09:01')
  const book = createProgressBook(base.db)
  await book.write([report(1)], hand('2026-07-09'))
  await bot.tick('2026-07-09', '15:01')
  expect(bot.updates.map(({ reply }) => reply.message.title)).toEqual([
    '第二季度报送：1项任务，请于7月20日（周一）前',
  ])
  await book.write([report(2)], hand('2026-07-09', 'message:b'))
  await bot.tick('2026-07-09', '15:02')
  expect(bot.updates.at(-1)?.reply.message.title).toBe('已全部报送')
  await bot.tick('2026-07-15')
  expect(bot.world.delivered.filter(({ account }) => account === `person:${city.jiang}`).length).toBe(1)
})

test('a returned report is owed again, three working days more, with the reason', async () => {
  const book = createProgressBook(base.db)
  await bot.tick('2026-07-09')
  const [written] = await book.write([report(1), report(2)], hand('2026-07-10'))
  expect(await tasksOf(city.water)).toEqual(['2026Q2 answered: 1reported 2reported'])
  await book.review(written!.id, { review: 'returned', note: '请补具体数字' }, hand('2026-07-27'))
  expect(await tasksOf(city.water)).toEqual(['2026Q2 open: 1asked 2reported'])
  await bot.tick('2026-07-27', '16:00')
  const card = bot.world.delivered.findLast(({ account }) => account === `person:${city.jiang}`)
  expect(card?.title).toBe('第二季度报送：1项任务，请于7月30日（周四）前')
  const rungs = await base.db.query(`select rung from ask where asked_on = '2026-07-27' and person_id = $1`, [
    city.jiang,
  ])
  expect(rungs).toEqual([{ rung: 'T-3@2026-07-27' }])
})

test('who told June need not tell the quarter', async () => {
  const book = createProgressBook(base.db)
  await book.write([report(1, { period: '2026-06' })], hand('2026-07-01'))
  await bot.tick('2026-07-09')
  expect(await tasksOf(city.water)).toEqual(['2026Q2 open: 1known 2asked'])
  await book.write([report(2, { period: '2026-06' })], hand('2026-07-10'))
  expect(await tasksOf(city.water)).toEqual(['2026Q2 answered: 1known 2known'])
})

test('a task confirmed as done, or closed, is not asked for again', async () => {
  const book = createProgressBook(base.db)
  const [done] = await book.write([report(1, { period: '2026-05', state: 'done' })], hand('2026-06-01'))
  await book.review(done!.id, { review: 'confirmed', note: null }, hand('2026-06-02'))
  await book.close(2, '已完成', hand('2026-06-03'))
  await bot.tick('2026-07-09')
  expect(await tasksOf(city.water)).toEqual(['2026Q2 answered: 1known'])
  expect(bot.world.delivered.map(({ account }) => account)).toEqual([`person:${city.miao}`])
})

test('an ended duty drops what is open, a paused one that goes on takes it up again', async () => {
  await bot.tick('2026-07-09')
  const [series] = await base.db.query<{ series: string }>('select series from document')
  const timing = { from: null, until: null, month: 1, day: 20 }
  const [duty = ''] = dutyKeys(series?.series ?? '', [{ ...quarterlyDuty, ...timing }])
  const word = (change: 'paused' | 'resumed', from: string) =>
    addDutyChange(base.db, { change: { change, duty, body: { from } }, before: null }, hand(from, 'cli'))
  await word('paused', '2026-07-10')
  await bot.tick('2026-07-13')
  expect(await tasksOf(city.water)).toEqual(['2026Q2 dropped: 1asked 2asked'])
  await word('resumed', '2026-07-14')
  await bot.tick('2026-07-15')
  expect(await tasksOf(city.water)).toEqual(['2026Q2 open: 1asked 2asked'])
})

test('a document withdrawn drops what it asked for', async () => {
  await bot.tick('2026-07-09')
  await base.db.query(`update document set status = 'withdrawn' where id = $1`, [city.document])
  await bot.tick('2026-07-15')
  expect(await bot.requests('2026-07-15')).toEqual([])
  expect(bot.world.delivered.length).toBe(2)
})

test('names of people who are registered with a number are known', async () => {
  await added('督办联络员名单', '2026-07-15', 'contacts')
  await base.db.query(`update person set mobile = '13900000000' where id = $1`, [city.jiang])
  await bot.tick('2026-07-09')
  expect(await tasksOf(city.water)).toEqual(['2026 answered: -', '2026Q2 open: 1asked 2asked'])
})

test('an imported holiday moves what is due', async () => {
  await bot.tick('2026-07-09')
  const days = [{ day: '2026-07-20', working: false, name: '市人代会' }]
  await saveCalendarDays(base.db, { days, source: 'a.csv' }, hand('2026-07-01', 'cli'))
  await bot.tick('2026-07-13')
  expect((await bot.requests('2026-07-13')).map(({ dueOn, statedOn }) => [dueOn, statedOn])).toEqual([
    ['2026-07-17', '2026-07-20'],
    ['2026-07-17', '2026-07-20'],
  ])
})

test('later: nobody asks before the day, and then once', async () => {
  await bot.tick('2026-07-09')
  const own = (await bot.requests('2026-07-09')).filter(({ unitId }) => unitId === city.water)
  await requestReads(base.db).snooze(
    own.map(({ id }) => id),
    '2026-07-16',
    { personId: city.jiang, at: at('2026-07-09', '11:00'), today: '2026-07-09', messageKey: 'tap:1' },
  )
  for (const day of ['2026-07-15', '2026-07-16', '2026-07-16']) await bot.tick(day)
  const days = bot.world.delivered
    .filter(({ account }) => account === `person:${city.jiang}`)
    .map(({ key }) => key.split(':')[2])
  expect(days).toEqual(['2026-07-09', '2026-07-16'])
})

test('pressed: once a press, not on top of a card of the day, and the supervisor is told', async () => {
  await bot.tick('2026-07-09')
  const requestIds = (await bot.requests('2026-07-09')).map(({ id }) => id)
  const press = (day: string, key: string) =>
    bot.reminding.press({ requestIds, key, hand: { ...hand(day), at: at(day, '10:00') }, dry: false })
  expect((await press('2026-07-09', 'a')).spared.map(({ reason }) => reason)).toEqual([
    '今天已经提醒过，没有重复发送',
    '今天已经提醒过，没有重复发送',
  ])
  expect((await press('2026-07-10', 'b')).asked.map(({ unit, items }) => `${unit}${items}`)).toEqual([
    '市水务局2',
    '市商务局1',
  ])
  await press('2026-07-10', 'b')
  await bot.tick('2026-07-10', '10:01')
  expect(bot.world.delivered.length).toBe(4)
})

describe('one card, never a pile', () => {
  const textOf = (i: number): string => JSON.stringify(bot.updates[i]?.reply.message ?? null)
  const latest = (id: string): string => {
    const at = bot.updates.findLastIndex((u) => u.id === id)
    return at < 0 ? '' : textOf(at)
  }
  const card = (day: string) => `m:liaison:${city.jiang}:${day}:1`

  test('the card before the last points to the last; the last follows what is reported, on later days too', async () => {
    await bot.tick('2026-07-09')
    await bot.tick('2026-07-15')
    expect(bot.updates).toEqual([])
    await bot.tick('2026-07-15', '09:01')
    expect(latest(card('2026-07-09'))).toContain('请看最新的一张提醒')
    expect(latest(card('2026-07-15'))).toBe('')
    const mine = (await bot.requests('2026-07-15')).find((r) => r.unitId === city.water)
    const told = (mine?.tasks ?? []).map(({ taskId }) => report(taskId))
    await createProgressBook(base.db).write(told, hand('2026-07-16'))
    await bot.tick('2026-07-16', '15:01')
    expect(latest(card('2026-07-15'))).toContain('已全部报送')
    const before = bot.updates.length
    await bot.tick('2026-07-16', '15:02')
    expect(bot.updates.length).toBe(before)
  })

  test('a process that begins looks once at the cards that are out', async () => {
    await bot.tick('2026-07-15')
    const mine = (await bot.requests('2026-07-15')).find((r) => r.unitId === city.water)
    await createProgressBook(base.db).write([report(mine?.tasks[0]?.taskId ?? 0)], hand('2026-07-15'))
    bot = openBot(base.db)
    await bot.tick('2026-07-15', '15:01')
    expect(latest(card('2026-07-15'))).toContain('1项任务')
    const before = bot.updates.length
    await bot.tick('2026-07-15', '15:02')
    expect(bot.updates.length).toBe(before)
  })

  test('a card on which a report is being filled in is left alone', async () => {
    await bot.tick('2026-07-09')
    await base.db.query(
      `insert into draft (channel, account, chat, person_id, body, made_at, changed_at, reply_id)
       values ('web', 'x', 'report', $1, '{}', now(), now(), $2)`,
      [city.jiang, card('2026-07-09')],
    )
    await bot.tick('2026-07-15')
    await bot.tick('2026-07-15', '09:01')
    expect(latest(card('2026-07-09'))).toBe('')
    await base.db.query('delete from draft')
  })
})
